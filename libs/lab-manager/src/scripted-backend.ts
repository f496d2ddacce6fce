import type { TopologyBundle, TopologyModel } from '@remote-lab/topology';
import type {
  BackendCall,
  BackendLab,
  Device,
  LabBackend,
  LabOrder,
  LabRecord,
  ReclaimReport,
} from './lab-backend';

/** The calls of a backend that can be held up or made to fail. */
export type ScriptedCall = 'check' | 'rehearse' | 'up' | 'down' | 'reclaim';

/** A call that was held up: it goes on when told to. */
export interface Gate {
  /** Resolves when the backend has arrived at the gate. */
  readonly reached: Promise<void>;
  /** Lets the call go on. */
  open(): void;
  /** Makes the call fail. */
  fail(error: Error): void;
}

/** What {@link ScriptedBackend.check} throws for a topology that begins with `refuse`. */
export class ScriptedRefusal extends Error {
  override readonly name = 'ScriptedRefusal';
  readonly code = 'invalid_topology';
}

interface Step {
  readonly proceed: Promise<void>;
  readonly arrive: () => void;
}

/**
 * A backend for tests: labs that exist only in its memory, calls that wait or fail as the test says. It keeps the
 * contract, `up` and `down` included: an aborted or failed `up` leaves nothing, a failed `down` leaves the lab.
 */
export class ScriptedBackend implements LabBackend {
  readonly name: string = 'scripted';
  /** Every call in order: `check`, `rehearse`, `up 1`, `down 1`, `down 1 again` (a second attempt), `reclaim`, `reclaim 1`, `reclaim but 1`, `adopt 1`. */
  readonly calls: string[] = [];
  /** True once `up` or `down` was called while another was under way, which must never happen. */
  overlapped = false;
  /** True once the exit hook has run. */
  abandoned = false;
  /** What `up` reports and says. */
  devices: readonly Device[] = [
    { name: 'r1', raw: { device: 'frr' } },
    { name: 'r2', raw: { device: 'frr' } },
  ];
  output: readonly string[] = [];
  /** What `reclaim` reports. */
  report: ReclaimReport = { reclaimed: [], foreign: [] };
  /** What `adopt` answers for a lab that does not run; for one that does, it is whole. */
  broken = 'nothing of it runs';
  /** What `whyNotWhole` answers. */
  ailment: string | undefined;
  /** What `obstacles` reports. */
  inTheWay: readonly string[] = [];
  readonly #steps: Record<ScriptedCall, Step[]> = {
    check: [],
    rehearse: [],
    up: [],
    down: [],
    reclaim: [],
  };
  readonly #endings = new Map<number, (sentence: string) => void>();
  #active = 0;

  /** `running` has the generations that are up, wholly or in part; backends that share it share a host. */
  constructor(readonly running = new Set<number>()) {}

  /** Holds up the next call of this kind (calls held up before come first). */
  hold(call: ScriptedCall): Gate {
    let arrive = (): void => undefined;
    let open = (): void => undefined;
    let fail: (error: Error) => void = () => undefined;
    const reached = new Promise<void>((resolve) => (arrive = resolve));
    const proceed = new Promise<void>((resolve, reject) => {
      open = resolve;
      fail = reject;
    });
    // A gate that fails before anybody came is no fault of the test.
    proceed.catch(() => undefined);
    this.#steps[call].push({ proceed, arrive });
    return { reached, open, fail };
  }

  /** Makes the next calls of this kind fail, one for each message. */
  failNext(call: ScriptedCall, ...messages: string[]): void {
    for (const message of messages) this.hold(call).fail(new Error(message));
  }

  /** The lab of this generation ends without anybody having asked for it. */
  die(generation: number, sentence: string): void {
    this.running.delete(generation);
    this.#endings.get(generation)?.(sentence);
  }

  async check(bundle: TopologyBundle): Promise<TopologyModel | undefined> {
    this.calls.push('check');
    await this.#pass('check');
    const text = new TextDecoder().decode(bundle.topology.content);
    if (text.startsWith('refuse')) throw new ScriptedRefusal(`${bundle.topology.path} asks to be refused`);
    return undefined;
  }

  async rehearse(bundle: TopologyBundle, { signal }: BackendCall): Promise<void> {
    this.calls.push('rehearse');
    signal.throwIfAborted();
    await this.#pass('rehearse', signal);
    const text = new TextDecoder().decode(bundle.topology.content);
    if (/^(late|refuse)/.test(text))
      throw new ScriptedRefusal(`${bundle.topology.path} asks to be refused late`);
  }

  async up(order: LabOrder, call: BackendCall): Promise<BackendLab> {
    this.calls.push(`up ${order.generation}`);
    return this.#alone(async () => {
      call.signal.throwIfAborted();
      this.running.add(order.generation);
      try {
        for (const line of this.output) call.onOutput(line);
        if (new TextDecoder().decode(order.bundle.topology.content).startsWith('late')) {
          throw new ScriptedRefusal(`${order.bundle.topology.path} asks to be refused late`);
        }
        await this.#pass('up', call.signal);
        call.signal.throwIfAborted();
        const gone = new Promise<string>((resolve) => this.#endings.set(order.generation, resolve));
        return { devices: this.devices, notes: { scripted: order.generation }, gone };
      } catch (error) {
        this.running.delete(order.generation);
        throw error;
      }
    });
  }

  async down(lab: LabRecord, call?: BackendCall): Promise<void> {
    this.calls.push(`down ${lab.generation}${call?.attempt === 2 ? ' again' : ''}`);
    await this.#alone(async () => {
      await this.#pass('down');
      this.die(lab.generation, 'it was torn down');
    });
  }

  async inspect(lab: LabRecord): Promise<readonly Device[]> {
    if (!this.running.has(lab.generation)) throw new Error(`lab ${lab.generation} does not run`);
    return Promise.resolve(this.devices);
  }

  async adopt(lab: LabRecord): Promise<BackendLab | string> {
    this.calls.push(`adopt ${lab.generation}`);
    const { generation } = lab;
    if (!this.running.has(generation)) return Promise.resolve(this.broken);
    const gone = new Promise<string>((resolve) => this.#endings.set(generation, resolve));
    return Promise.resolve({ devices: this.devices, notes: lab.notes, gone });
  }

  whyNotWhole(): Promise<string | undefined> {
    return Promise.resolve(this.ailment);
  }

  obstacles(): Promise<readonly string[]> {
    return Promise.resolve(this.inTheWay);
  }

  async reclaim(lab: LabRecord | undefined, _call?: BackendCall, kept?: LabRecord): Promise<ReclaimReport> {
    const but = kept === undefined ? '' : ` but ${kept.generation}`;
    this.calls.push(lab === undefined ? `reclaim${but}` : `reclaim ${lab.generation}`);
    await this.#pass('reclaim');
    if (lab !== undefined) this.running.delete(lab.generation);
    return this.report;
  }

  abandon(): void {
    this.abandoned = true;
    this.running.clear();
  }

  async #pass(call: ScriptedCall, signal?: AbortSignal): Promise<void> {
    const step = this.#steps[call].shift();
    if (step === undefined) return;
    step.arrive();
    const aborted = new Promise<void>((resolve) =>
      signal?.addEventListener('abort', () => resolve(), { once: true }),
    );
    await Promise.race([step.proceed, aborted]);
  }

  async #alone<T>(work: () => Promise<T>): Promise<T> {
    this.#active += 1;
    if (this.#active > 1) this.overlapped = true;
    try {
      return await work();
    } finally {
      this.#active -= 1;
    }
  }
}
