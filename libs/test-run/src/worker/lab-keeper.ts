import path from 'node:path';
import type { AcquiredLab } from '@remote-lab/client';
import { systemTicker } from '../waiting/ticker';
import { type Output, WaitingReporter } from '../waiting/waiting-reporter';
import { type LabRequest, refuseOtherIdentity } from './lab-request';
import type { RunAccess } from './run-access';
import { RunClient } from './run-client';
import { type HeldLab, testLab } from './test-lab';

/** Obtains labs for the tests of this process, and knows which ones nobody gave back. */
export class LabKeeper {
  readonly client = new RunClient();
  private readonly held = new Set<HeldLab>();

  constructor(
    private readonly access: RunAccess,
    private readonly output: Output,
  ) {}

  /** @throws TestRunError `no_run`, `run_over`, `no_session` or `other_lab`, or what the client throws */
  async acquire(request: LabRequest): Promise<HeldLab> {
    const { session, runLab } = this.access;
    if (runLab !== undefined) await refuseOtherIdentity(request, runLab);
    const lease = await this.client.use(session);
    using reporter = new WaitingReporter(linesOnly(this.output), systemTicker);
    try {
      reporter.waitFor(this.waitingWords(request));
      const { reuse, extraFiles, timeout = session.acquireTimeout } = request.options;
      const lab = await lease.client.acquire(request.topology, {
        reuse,
        timeout,
        baseFolder: request.baseFolder,
        ...(extraFiles !== undefined && { extraFiles }),
        onOutput: (line) => reporter.progress(request.name, line),
      });
      return this.keep(lab, () => lease.end());
    } catch (error) {
      await lease.end();
      throw error;
    }
  }

  /** Gives back what tests left. @throws the first failure */
  async releaseLeftovers(): Promise<void> {
    const results = await Promise.allSettled([...this.held].map((lab) => lab.release()));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }

  private waitingWords({ name, testFile }: LabRequest): string {
    const words = `acquiring ${name} for ${path.basename(testFile)}`;
    if (this.held.size === 0) return words;
    return `${words}, which still holds ${this.held.size === 1 ? 'a lab' : `${this.held.size} labs`} of its own`;
  }

  private keep(lab: AcquiredLab, end: () => Promise<void>): HeldLab {
    const release = async (): Promise<void> => {
      try {
        await lab.release();
      } finally {
        this.held.delete(held);
        await end();
      }
    };
    const lookUp = (): AcquiredLab => {
      if (this.client.lost !== undefined) throw this.client.lost;
      return lab;
    };
    const held: HeldLab = testLab(lookUp, { release, [Symbol.asyncDispose]: release });
    this.held.add(held);
    return held;
  }
}

/** A line that is rewritten belongs to the runner's own report. */
function linesOnly(output: Output): Output {
  return { write: (text) => output.write(text) };
}
