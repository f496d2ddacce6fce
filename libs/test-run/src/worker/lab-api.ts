import path from 'node:path';
import type { TopologySource } from '@remote-lab/client';
import { TestRunError } from '../errors';
import type { Output } from '../waiting/waiting-reporter';
import type { FileHooks } from './file-hooks';
import { FileLab } from './file-lab';
import { LabKeeper } from './lab-keeper';
import { type LabOptions, type LabRequest, labRequest, refuseOtherLab } from './lab-request';
import { returnsToLab } from './order-watch';
import type { ClientLease } from './run-client';
import { RunAccess, type StateSource } from './run-access';
import { type HeldLab, type TestLab, testLab } from './test-lab';

/** What a runner's adapter hands in. */
export interface LabApiParts extends StateSource {
  readonly hooks: FileHooks;
  /** Where to say that a lab takes its time, usually `process.stderr`: the same object for all test files of a process. */
  readonly output: Output;
  /** How to have test files put in order, as a sentence; absent when they always are. */
  readonly orderHint?: string;
}

/** What a runner's package offers to test files. */
export interface LabApi {
  /** The lab of the whole run, which the set-up acquired. */
  readonly lab: TestLab;
  /**
   * Declares the lab of the test file, at its top level: acquired before its first test, released after its last.
   * @throws TestRunError `second_lab`, `other_lab`, `topology_missing`, `invalid_options`, `inside_test`, `no_run`, `run_over` or
   * `no_session`
   */
  remoteLab(topology: TopologySource, options: LabOptions): TestLab;
  /** Acquires a lab inside of a test or hook; what is not released is released when the file's tests are over. */
  getLab(topology: TopologySource, options: LabOptions): Promise<HeldLab>;
  /**
   * To be called once for each test file while it is collected: its tests fail with the reason when the session is gone,
   * and after them, what they left is given back.
   */
  watchFile(): void;
}

/** Makes the functions of a runner's package. */
export function createLabApi({ hooks, output, orderHint, ...source }: LabApiParts): LabApi {
  const access = new RunAccess(source);
  const keeper = new LabKeeper(access, output);
  const declared = new Map<string, LabRequest>();

  return {
    lab: testLab(() => {
      if (keeper.client.lost !== undefined) throw keeper.client.lost;
      const lab = access.lab();
      if (keeper.client.notice !== undefined) throw labGone(keeper.client.notice);
      return lab;
    }, {}),

    remoteLab(topology, options) {
      if (hooks.isTestRunning?.() === true) throw insideTest();
      const testFile = hooks.testFile();
      const request = labRequest(testFile, topology, options);
      refuseSecondLab(request, declared.get(testFile));
      if (access.runLab === undefined) void access.session;
      else refuseOtherLab(request, access.runLab);
      declared.set(testFile, request);
      if (orderHint !== undefined && !access.ordered && request.contentHash !== undefined)
        if (returnsToLab(output, request.contentHash))
          output.write(`remote-lab: ${disorder(request)} ${orderHint}\n`);
      const fileLab = new FileLab(request, keeper);
      hooks.beforeAll(() => fileLab.acquire());
      hooks.afterAll(async () => {
        declared.delete(testFile);
        await fileLab.release();
      });
      return fileLab.lab;
    },

    async getLab(topology, options) {
      const request = labRequest(hooks.testFile(), topology, options);
      if (access.runLab !== undefined) refuseOtherLab(request, access.runLab);
      return keeper.acquire(request);
    },

    watchFile() {
      let lease: ClientLease | undefined;
      hooks.beforeAll(async () => {
        const state = source.state();
        if (state?.phase === 'open' && state.session !== undefined && state.lab !== undefined)
          lease = await keeper.client.use(state.session);
      });
      hooks.afterAll(async () => {
        await keeper.releaseLeftovers();
        await lease?.end();
      });
    },
  };
}

function insideTest(): TestRunError {
  return new TestRunError(
    'inside_test',
    'remoteLab() declares the lab of a whole test file, at the top of the file. For a lab inside of a test or hook there is getLab().',
  );
}

function labGone(notice: string): TestRunError {
  return new TestRunError(
    'lab_gone',
    `The lab of the run is not there any more (the server says: ${notice.replace(/\.$/, '')}). Run the tests again.`,
  );
}

function refuseSecondLab(request: LabRequest, first: LabRequest | undefined): void {
  if (first === undefined) return;
  throw new TestRunError(
    'second_lab',
    `${request.testFile} asks for a second lab, ${request.name}, beside ${first.name}. The lab host has room for one: ` +
      'move the tests of one of them into a file of their own.',
  );
}

function disorder({ name, testFile }: LabRequest): string {
  return `${path.basename(testFile)} needs ${name} again, after files with other labs: it is built once more.`;
}
