import { RemoteLabClient, type SessionLostError } from '@remote-lab/client';
import type { RunSession } from '../run/run-state';

/** A use of the run's session. */
export interface ClientLease {
  readonly client: RemoteLabClient;
  /** Ends this use; the connection goes with its last one. */
  end(): Promise<void>;
}

/**
 * The connection of a process that runs tests to the session of the run, which it neither opens nor ends.
 *
 * - apart: from the start, and when no use is left. Nothing is open.
 * - connected: while there are uses. A session that is lost meanwhile stays {@link lost}.
 */
export class RunClient {
  private connecting: Promise<RemoteLabClient> | undefined;
  private uses = 0;
  private loss: SessionLostError | undefined;
  private told: string | undefined;

  /** Why the session is gone, as far as this process knows. */
  get lost(): SessionLostError | undefined {
    return this.loss;
  }

  /** What became of the session's lab behind its back, as far as this process knows. */
  get notice(): string | undefined {
    return this.told;
  }

  /** @throws SessionLostError when the session is gone, RemoteLabError when the server cannot be reached */
  async use(session: RunSession): Promise<ClientLease> {
    this.uses += 1;
    try {
      this.connecting ??= this.connect(session);
      const client = await this.connecting;
      let ending: Promise<void> | undefined;
      return { client, end: () => (ending ??= this.leave()) };
    } catch (error) {
      await this.leave();
      throw error;
    }
  }

  private async leave(): Promise<void> {
    this.uses -= 1;
    if (this.uses > 0) return;
    const { connecting } = this;
    this.connecting = undefined;
    // Whoever connected has been told of a failure.
    const client = await connecting?.catch(() => undefined);
    await client?.close();
  }

  private async connect({ serverUrl, token, id, requestTimeout }: RunSession): Promise<RemoteLabClient> {
    try {
      return await RemoteLabClient.connect({
        baseUrl: serverUrl,
        ...(token !== undefined && { token }),
        session: id,
        requestTimeout,
        // The session is active, unless the server has just been restarted.
        waitTimeout: requestTimeout,
        watchdog: false,
        onLost: (error) => (this.loss = error),
        onNotice: (notice) => (this.told = notice),
      });
    } catch (error) {
      if (isLoss(error)) this.loss = error;
      throw error;
    }
  }
}

function isLoss(error: unknown): error is SessionLostError {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'session_lost';
}
