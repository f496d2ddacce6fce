import { createLabApi, type LabApi } from '@remote-lab/test-run';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import './provided-context.js';

/** Waiting for a lab has deadlines of its own. */
const NO_LIMIT = 0;

const api = createLabApi({
  hooks: {
    beforeAll: (work) => beforeAll(() => work(), NO_LIMIT),
    afterAll: (work) => afterAll(() => work(), NO_LIMIT),
    testFile,
  },
  state: () => inject('remoteLab'),
  setupHint: "Add globalSetup: 'vitest-remote-lab/global-setup' to the test section of vitest.config.",
  output: process.stderr,
});

/** Those that run now; a worker has several of them, one after the other, where files are not isolated. */
const watched = new Set<string>();

/** What test files use. */
export const testFileApi: LabApi = {
  ...api,
  remoteLab(topology, options) {
    // Where files are not isolated, this module was loaded for another file.
    watchFile();
    return api.remoteLab(topology, options);
  },
};

// Outside of a test file, as where only types are wanted, there is nothing to watch.
if (currentFile() !== undefined) watchFile();

function watchFile(): void {
  const file = testFile();
  if (watched.has(file)) return;
  watched.add(file);
  afterAll(() => void watched.delete(file));
  api.watchFile();
}

function testFile(): string {
  const file = currentFile();
  if (file !== undefined) return file;
  throw new Error('vitest-remote-lab has labs for test files that Vitest runs, and for nothing else.');
}

function currentFile(): string | undefined {
  try {
    return expect.getState().testPath;
  } catch {
    // Some versions of Vitest refuse to tell where there is none.
    return undefined;
  }
}
