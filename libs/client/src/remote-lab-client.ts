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
import { openSession } from './open-session';
import { readDto } from './read-dto';
import { SessionChannel } from './session-channel';
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
  private closing: Promise<void> | undefined;

  private constructor(
    private readonly http: HttpClient,
    private readonly channel: SessionChannel,
    private readonly heartbeat: Heartbeat,
    private readonly settings: ConnectSettings,
    name: string | undefined,
  ) {
    this.sessionId = channel.sessionId;
    this.name = name;
  }

  /**
   * Queues a session and resolves when it is active. When that fails, the session is ended before it rejects.
   * @throws WaitTimeoutError `wait_timeout`, SessionLostError, RemoteLabError (`server_unreachable`,
   * `invalid_option`, …), or the signal's reason
   */
  static async connect(options: ConnectOptions = {}): Promise<RemoteLabClient> {
    const settings = connectSettings(options, readEnvironment());
    const http = new HttpClient(settings.baseUrl, settings.requestTimeout, settings.clock);
    try {
      const { session_id: id, name, active_timeout } = await openSession(http, settings);
      const channel = new SessionChannel(http, id, name, settings.onLost);
      const interval = heartbeatInterval(settings.heartbeatInterval, active_timeout);
      const heartbeat = new Heartbeat(channel, interval, settings.clock);
      heartbeat.start();
      return new RemoteLabClient(http, channel, heartbeat, settings, name);
    } catch (error) {
      http.destroy();
      throw error;
    }
  }

  /** Heartbeats that failed since the last one that got through. */
  get missedHeartbeats(): number {
    return this.heartbeat.missed;
  }

  /**
   * Uploads a topology and resolves when its lab is there; while somebody holds another, waits for it.
   * @throws WaitTimeoutError `acquire_timeout`, LabStartError, SessionLostError, RemoteLabError for other refusals
   * (`invalid_topology`, `self_deadlock`, …), unreadable files and `invalid_option`, or the signal's reason
   */
  async acquire(topology: TopologySource, options: AcquireOptions): Promise<AcquiredLab> {
    const settings = acquireSettings(topology, options, this.settings.acquireTimeout);
    const { reuse, timeout, signal } = settings;
    signal?.throwIfAborted();
    const upload = await readUpload(settings.topology, settings.extraFiles);
    const answer = await acquireLab(this.channel, { upload, reuse, timeout, signal }, this.settings.clock);
    return new AcquiredLab(this.channel, answer);
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
   * Ends the session, and with it every reference; pending calls reject. Further calls do nothing; after a failure
   * it may be called again.
   * @throws RemoteLabError when the session could not be ended; it then ends when the server has heard nothing
   * from it for long enough
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
      await this.heartbeat.stopped();
      const lost = this.channel.ended.reason instanceof SessionLostError;
      if (!lost) await endSession(this.http, this.sessionId, this.settings.teardownTimeout);
    } finally {
      this.http.destroy();
    }
  }
}
