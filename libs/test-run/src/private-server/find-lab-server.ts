import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { TestRunError } from '../errors';

const PACKAGE = '@remote-lab/lab-server';

/**
 * The program of the lab server that is installed for the project, or else beside this package.
 * @throws TestRunError `lab_server_missing`
 */
export async function findLabServer(rootDir: string): Promise<string> {
  const manifest = resolveFrom(path.join(rootDir, 'package.json')) ?? resolveFrom(__filename);
  if (manifest === undefined)
    throw new TestRunError(
      'lab_server_missing',
      `No lab server was named, and ${PACKAGE}, which has a private one with fake devices, is not installed. ` +
        `Set REMOTE_LAB_URL (or url in remote-lab.config), or run: npm install --save-dev ${PACKAGE}`,
    );
  const content: unknown = JSON.parse(await readFile(manifest, 'utf8'));
  return path.join(path.dirname(manifest), programOf(content) ?? 'bin/lab-server.js');
}

function resolveFrom(place: string): string | undefined {
  try {
    return createRequire(place).resolve(`${PACKAGE}/package.json`);
  } catch {
    return undefined;
  }
}

function programOf(manifest: unknown): string | undefined {
  const bin = property(manifest, 'bin');
  const program = typeof bin === 'string' ? bin : property(bin, 'lab-server');
  return typeof program === 'string' ? program : undefined;
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
