import { FakeNosError } from '../errors';
import type { NetworkPlan } from '../inventory/network-plan';
import { describeExit } from '../network/network-child';
import type {
  NetworkDevice,
  NetworkOrder,
  NetworkTaskKind,
  NetworkTasks,
  TaskQuestion,
} from '../network/network-messages';
import type { RunningNetwork } from '../network/running-network';
import { CpuMeter } from './cpu-meter';
import type { NetworkDetails, NetworkHost } from './network-details';
import { sampleProcess } from './process-metrics';

/** How long a network may think about a question; it answers in a millisecond. */
const ANSWER_DEADLINE_MS = 10_000;

/** What a {@link ServedNetwork} needs beside its process. */
export interface ServedNetworkParts {
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** How long it may think about a question; 10 s when absent. */
  readonly answerDeadlineMs?: number;
}

/**
 * A network that was started, from then on until it is stopped.
 *
 * - alive: its process lives. Left when the process ends, by itself or for a restart.
 * - dead: it is still listed and remembers its inventory; `replace` (a restart) makes it alive again.
 */
export class ServedNetwork {
  readonly name: string;
  readonly plan: NetworkPlan;
  readonly #now: () => number;
  readonly #answerDeadlineMs: number;
  #running: RunningNetwork;
  #startedMs: number;
  #cpu: CpuMeter;
  #restartFailure: string | undefined;

  constructor(name: string, plan: NetworkPlan, running: RunningNetwork, parts: ServedNetworkParts) {
    const { now, answerDeadlineMs = ANSWER_DEADLINE_MS } = parts;
    this.#answerDeadlineMs = answerDeadlineMs;
    this.name = name;
    this.plan = plan;
    this.#now = now;
    this.#running = running;
    this.#startedMs = now();
    this.#cpu = new CpuMeter();
  }

  get running(): RunningNetwork {
    return this.#running;
  }

  get isAlive(): boolean {
    return this.#running.exit === undefined;
  }

  get devices(): readonly NetworkDevice[] {
    return this.#running.devices;
  }

  /** What to build again: the same inventory, on the same ports where they are still free. */
  get orderAgain(): NetworkOrder {
    const devices = new Map(this.devices.map((device) => [device.name, device]));
    const nodes = this.plan.order.nodes.map((node) => {
      const device = devices.get(node.name);
      if (!device) return node;
      const { port: lastPort, telnetPort: lastTelnetPort } = device;
      return { ...node, lastPort, ...(lastTelnetPort !== undefined && { lastTelnetPort }) };
    });
    return { ...this.plan.order, nodes };
  }

  /** It was started again. */
  replace(running: RunningNetwork): void {
    this.#running = running;
    this.#startedMs = this.#now();
    this.#cpu = new CpuMeter();
    this.#restartFailure = undefined;
  }

  /** It was stopped, and did not start again. */
  failRestart(why: string): void {
    this.#restartFailure = why;
  }

  async details(): Promise<NetworkDetails> {
    const { pid, exit } = this.#running;
    const hosts = this.devices.map((device) => this.#host(device));
    const facts = { pid, hosts, hosts_count: hosts.length };
    const sample = exit ? undefined : await sampleProcess(pid);
    // It may have ended while it was looked at.
    const ended = this.#running.exit;
    if (ended) {
      const failure = this.#restartFailure;
      const how =
        failure === undefined ? `Its process ${describeExit(ended)}` : `Its restart failed: ${failure}`;
      return { ...facts, alive: false, status: 'dead', ended: `${how} Restart it, or stop it to forget it.` };
    }
    const now = this.#now();
    return {
      ...facts,
      alive: true,
      status: sample?.status ?? 'running',
      uptime_seconds: Math.round((now - this.#startedMs) / 1000),
      ...(sample && {
        cpu_percent: this.#cpu.read(now, sample.cpuMs),
        memory_rss_mb: sample.rssMb,
        memory_vms_mb: sample.vmsMb,
        num_threads: sample.threads,
      }),
    };
  }

  /** Has its process do something; rejects with `network_not_running` when it is dead or does not answer. */
  async ask<K extends Exclude<NetworkTaskKind, 'start' | 'stop'>>(
    kind: K,
    question: TaskQuestion<K>,
  ): Promise<NetworkTasks[K]['answer']> {
    if (!this.isAlive) throw this.#notRunning('its process has ended');
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_, reject) => {
      const give = () =>
        reject(this.#notRunning(`it has not answered for ${this.#answerDeadlineMs / 1000} s`));
      timer = setTimeout(give, this.#answerDeadlineMs);
    });
    try {
      return await Promise.race([this.#running.ask(kind, question), silence]);
    } finally {
      clearTimeout(timer);
    }
  }

  #notRunning(why: string): FakeNosError {
    return new FakeNosError(
      'network_not_running',
      `The network ${this.name} does not run: ${why}. Restart it.`,
    );
  }

  #host({ name, port, platform, username, password, telnetPort }: NetworkDevice): NetworkHost {
    return {
      name,
      platform: this.plan.platformOf.get(name) ?? platform,
      port,
      username,
      password,
      ...(telnetPort !== undefined && { telnet_port: telnetPort }),
    };
  }
}
