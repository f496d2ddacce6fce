import { inspect } from 'node:util';
import { deviceInfoListDto, labStatusDto } from '@remote-lab/protocol';
import { acquireLab } from './acquire-lab';
import { type AcquireOptions, acquireSettings } from './acquire-options';
import { AcquiredLab } from './acquired-lab';
import { type ConnectOptions, type ConnectSettings, connectSettings } from './connect-options';
import { endSession } from './end-session';
import { readEnvironment } from './environment';
import { SessionLostError } from './errors';
import { Heartbeat } from './heartbeat';
import { heartbeatInterval } from './heartbeat-interval';
import { propertyOf } from './http-answer';
import { HttpClient } from './http-client';
import { invalidOption } from './invalid-option';
import { LabDevice } from './lab-device';
import { type LabStatus, labStatus } from './lab-status';
import { type OpenSession, openSession } from './open-session';
import { readDto } from './read-dto';
import type { SessionChannel } from './session-channel';
import { readUpload, type TopologySource } from './topology-source';

/**
 * An active session on a lab server: whoever has this object has the lab host.
 *
 * - connected: from {@link connect} on; the session is kept alive. Leaves when the server does not know the session
 *   any more (lost), or with {@link close}.
 * - lost: every call but `close` rejects with the SessionLostError.
 * - closed: every call but `close` rejects with `client_closed`; nothing of the client keeps the process alive.
 */
export class RemoteLabClient implements AsyncDisposable {
  /** A capability: whoever knows it can use the session. Do not log it. */
  readonly sessionId: string;
  /** The session's public name, as logs and dashboards show it; `undefined` with servers that give none. */
  readonly name: string | undefined;
  /** Whether somebody else opened the session, and will end it. */
  readonly adopted: boolean;
  private readonly channel: SessionChannel;
  private readonly heartbeat: Heartbeat;
  private readonly held = new Set<AcquiredLab>();
  private readonly acquiring = new Set<Promise<unknown>>();
  private closing: Promise<void> | undefined;

  private constructor(
    private readonly http: HttpClient,
    private readonly settings: ConnectSettings,
    private readonly session: OpenSession,
  ) {
    const { id, adopted, channel, activeTimeout } = session;
    this.sessionId = id;
    this.name = channel.name;
    this.adopted = adopted;
    this.channel = channel;
    // As a listener: called once however many calls find out, and what it throws does not pass for their failure.
    const tellLoss = (): void => {
      const reason: unknown = channel.ended.reason;
      if (reason instanceof SessionLostError) settings.onLost(reason);
    };
    if (channel.ended.aborted) queueMicrotask(tellLoss);
    else channel.ended.addEventListener('abort', tellLoss);
    const interval = heartbeatInterval(settings.heartbeatInterval, activeTimeout);
    this.heartbeat = new Heartbeat(channel, interval, settings.clock);
    this.heartbeat.start();
  }

  /**
   * Queues a session, or takes the one that `session` names, and resolves when it is active. When that fails, a session
   * that was queued is ended before it rejects.
   * @throws WaitTimeoutError `wait_timeout`, SessionLostError, RemoteLabError (`server_unreachable`,
   * `invalid_option`, …), or the signal's reason
   */
  static async connect(options: ConnectOptions = {}): Promise<RemoteLabClient> {
    const settings = connectSettings(options, readEnvironment());
    const http = new HttpClient(settings.baseUrl, settings.requestTimeout, settings.clock, settings.token);
    try {
      return new RemoteLabClient(http, settings, await openSession(http, settings));
    } catch (error) {
      http.destroy();
      throw error;
    }
  }

  /** Heartbeats that failed since the last one that got through. */
  get missedHeartbeats(): number {
    return this.heartbeat.missed;
  }

  /** Whether a process of its own watches over the session; if it dies, the client goes on without it. */
  get watched(): boolean {
    return this.session.watchdog?.atWork ?? false;
  }

  /**
   * Uploads a topology and resolves when its lab is there; while somebody holds another, waits for it.
   * @throws WaitTimeoutError `acquire_timeout`, LabStartError, SessionLostError, RemoteLabError for other refusals
   * (`invalid_topology`, `self_deadlock`, …), unreadable files and `invalid_option`, or the signal's reason
   */
  async acquire(topology: TopologySource, options: AcquireOptions): Promise<AcquiredLab> {
    const settings = acquireSettings(topology, options, this.settings.acquireTimeout);
    const { baseFolder, reuse, timeout, signal } = settings;
    const upload = await readUpload(settings.topology, settings.extraFiles, {
      baseFolder,
      timeout: this.settings.requestTimeout,
      signal,
    });
    const { channel, events } = this.session;
    const order = { upload, reuse, timeout, signal, onOutput: options.onOutput };
    const acquiring = acquireLab({ channel, events, clock: this.settings.clock }, order);
    this.acquiring.add(acquiring);
    try {
      const lab = new AcquiredLab(this.channel, await acquiring, (released) => this.held.delete(released));
      this.held.add(lab);
      return lab;
    } finally {
      this.acquiring.delete(acquiring);
    }
  }

  /** What runs on the lab host. */
  async status(): Promise<LabStatus> {
    return labStatus(
      readDto(labStatusDto, await this.channel.call({ route: 'labStatus', repeatable: true })),
    );
  }

  /**
   * The devices of the running lab.
   * @throws RemoteLabError `no_lab` when none runs
   */
  async devices(): Promise<readonly LabDevice[]> {
    const answer = await this.channel.call({ route: 'labDevices', repeatable: true });
    return readDto(deviceInfoListDto, answer).map((device) => new LabDevice(device));
  }

  /**
   * Tears the lab down; when none runs, does nothing.
   * @throws RemoteLabError `lab_in_use` when references are held and `force` is false, `invalid_option`
   */
  async destroy(options: { readonly force: boolean }): Promise<void> {
    const force = propertyOf(options, 'force');
    if (typeof force !== 'boolean')
      throw invalidOption('force', 'true (also while others use the lab) or false', force);
    await this.channel.call({
      route: 'destroyLab',
      query: { force: String(force) },
      timeout: this.settings.teardownTimeout,
      repeatable: false,
    });
  }

  /**
   * Ends the session, and with it every reference; pending calls reject. An adopted session goes on: only what this client
   * acquired is given back. Further calls do nothing; after a failure it may be called again.
   * @throws RemoteLabError when the session could not be ended; it then ends when the server has heard nothing
   * from it for long enough. When a lab of an adopted session could not be released: then the failure of that
   */
  async close(): Promise<void> {
    this.closing ??= this.end();
    try {
      await this.closing;
    } catch (error) {
      this.closing = undefined;
      throw error;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  private async end(): Promise<void> {
    this.channel.close();
    try {
      await Promise.all([this.heartbeat.stopped(), this.session.events.stopped()]);
      if (this.adopted) await this.releaseAll();
      else await endSession(this.http, this.session, this.settings.teardownTimeout);
      this.channel.finish();
    } finally {
      this.http.destroy();
    }
  }

  private async releaseAll(): Promise<void> {
    // What is still being acquired gives up first; it may have got its lab at the last moment.
    await Promise.allSettled(this.acquiring);
    const releases = await Promise.allSettled([...this.held].map((lab) => lab.release()));
    for (const release of releases) if (release.status === 'rejected') throw release.reason;
  }

  /** What a printed client shows: no token, and no session id. */
  [inspect.custom](): object {
    const { name, adopted, watched, missedHeartbeats } = this;
    return { name, adopted, watched, missedHeartbeats };
  }
}
