import type { BackendCall } from '@remote-lab/lab-manager';
import { codeOf, messageOf } from '../errors';
import { keepForPostMortem } from '../lab-folder/keep-for-post-mortem';
import type { LabPlaces } from '../lab-folder/lab-places';
import type { NetlabRunner } from '../netlab-runner';
import { OutputRing } from '../process/output-ring';

/** How many failed starts are kept. */
const POST_MORTEMS = 5;
/** How many lines of what was said last are kept with them. */
const LOG_LINES = 1000;
/** A topology that was refused is the caller's to look at; only what broke on this host is worth keeping here. */
const BROKE_HERE: readonly string[] = ['netlab_failed', 'netlab_timeout', 'foreign_lab'];

/** Listens while a lab is started, so that a failure can be looked at afterwards. */
export class StartNotes {
  /** The call to start the lab with. */
  readonly call: BackendCall;
  readonly #heard = new OutputRing(LOG_LINES);

  constructor(call: BackendCall) {
    const onOutput = (line: string): void => {
      this.#heard.push(line);
      call.onOutput(line);
    };
    this.call = { ...call, onOutput };
  }

  /** Keeps what tells why the start failed, before it is removed. Never rejects: the failure is what the caller must hear. */
  async keep(lab: LabPlaces, error: unknown, runner: Pick<NetlabRunner, 'tool'>): Promise<void> {
    const { signal, onOutput } = this.call;
    if (signal.aborted || !BROKE_HERE.includes(codeOf(error) ?? '')) return;
    try {
      await keepForPostMortem(lab, [messageOf(error), '', ...this.#heard.lines()], POST_MORTEMS, runner);
    } catch (trouble) {
      onOutput(`What tells why the start failed could not be kept: ${messageOf(trouble)}`);
    }
  }
}
