import { Lab } from '@remote-lab/client';
import { TestRunError } from '../errors';
import type { RunLabState, RunSession, RunState } from '../run/run-state';
import type { TestLab } from './test-lab';

/** How the state of the run gets into this process. */
export interface StateSource {
  /** The state as this process has it now; `undefined` when nobody set it. */
  readonly state: () => RunState | undefined;
  /** How to have it set, as a sentence: `Add preset: 'jest-remote-lab' to jest.config.` */
  readonly setupHint: string;
}

type OpenState = Extract<RunState, { phase: 'open' }>;

/** The run as a process that runs tests sees it; each question says what to do when it has no answer. */
export class RunAccess {
  private revived: { readonly from: RunLabState; readonly lab: Lab } | undefined;

  constructor(private readonly source: StateSource) {}

  /** The lab of the whole run, if it has one. @throws TestRunError `no_run` or `run_over` */
  get runLab(): RunLabState | undefined {
    return this.open().lab;
  }

  /** Whether files of the same lab are run next to each other. @throws TestRunError `no_run` or `run_over` */
  get ordered(): boolean {
    return this.open().ordered;
  }

  /** @throws TestRunError `no_run`, `run_over` or `no_session` */
  get session(): RunSession {
    const { session } = this.open();
    if (session !== undefined) return session;
    throw new TestRunError(
      'no_session',
      'No session was opened for this run, because none of the selected test files seemed to use a lab. ' +
        'Begin this one with the comment /** @remote-lab */.',
    );
  }

  /** @throws TestRunError `no_run`, `run_over` or `no_run_lab` */
  lab(): TestLab {
    const { lab } = this.open();
    if (lab === undefined)
      throw new TestRunError(
        'no_run_lab',
        "The run has no lab for all tests. Set topology in remote-lab.config, or use remoteLab('./topology.yml', { reuse: true }) in the test file.",
      );
    if (this.revived?.from.lab !== lab.lab) this.revived = { from: lab, lab: Lab.fromJSON(lab.lab) };
    return this.revived.lab;
  }

  private open(): OpenState {
    const state = this.source.state();
    if (state === undefined)
      throw new TestRunError('no_run', `Nobody has set up a lab for this process. ${this.source.setupHint}`);
    if (state.phase === 'over')
      throw new TestRunError(
        'run_over',
        'The lab has been released already: the run was torn down before this test file began, as happens when it ends at the first failure (bail).',
      );
    return state;
  }
}
