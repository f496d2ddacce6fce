import { setTimeout as delay } from 'node:timers/promises';
import { childrenOf } from '../support/process-tree';
import type { ServerProcess } from '../support/server-process';
import { ask, endpoints, joinQueue, postLab } from '../support/wire';

/** How wild it gets. */
export interface ChaosOptions {
  readonly clients: number;
  readonly durationMs: number;
  /** 0 ≤ random() < 1; seeded, so that a run can be repeated. */
  readonly random: () => number;
}

/** What the clients saw. */
export interface ChaosReport {
  readonly sessions: number;
  readonly labs: number;
  readonly reused: number;
  readonly deaths: number;
  /** Answers that no client should ever see. */
  readonly surprises: readonly string[];
  /** Different SSH endpoints that were handed out. */
  readonly endpoints: number;
  /** The most processes that ran below the server at any moment. */
  readonly mostChildren: number;
}

const TOPOLOGIES = ['nodes: [a, b]\nlinks: [a-b]', 'nodes: [c]', 'nodes: [d, e, f]\nlinks: [d-e-f]'].map(
  (text) => `defaults.device: frr\n${text}\n`,
);

/** Thrown where a client pulls the plug. */
class Death extends Error {}

/** Lets clients queue, acquire, release, and die at any point, until the time is over and all of them have stopped. */
export async function runChaos(server: ServerProcess, options: ChaosOptions): Promise<ChaosReport> {
  const report = {
    sessions: 0,
    labs: 0,
    reused: 0,
    deaths: 0,
    surprises: [] as string[],
    endpoints: new Set<string>(),
    mostChildren: 0,
  };
  const end = performance.now() + options.durationMs;
  const { random } = options;
  const over = (): boolean => performance.now() >= end;
  const mayDie = (chance: number): void => {
    if (random() < chance) throw new Death();
  };

  const life = async (): Promise<void> => {
    const id = await joinQueue(server.url);
    report.sessions++;
    const status = async (): Promise<string> => {
      const { status: code, body } = await ask(server.url, 'GET', `/session/${id}`);
      return code === 404 ? 'gone' : String((body as { status: unknown }).status);
    };
    for (let now = await status(); now !== 'active'; now = await status()) {
      if (now === 'gone' || over()) return leave(id);
      mayDie(0.001);
      await delay(20 + random() * 60);
    }
    for (let rounds = 1 + Math.floor(random() * 3); rounds > 0 && !over(); rounds--) {
      await useLab(id);
      mayDie(0.1);
    }
    await leave(id);
  };

  const useLab = async (id: string): Promise<void> => {
    const topology = TOPOLOGIES[Math.floor(random() * TOPOLOGIES.length)] ?? '';
    const impatient = random() < 0.15 ? AbortSignal.timeout(Math.ceil(random() * 100)) : undefined;
    const answer = await postLab(server.url, id, topology, random() < 0.7, impatient).catch(
      (error: unknown) => {
        if (impatient?.aborted === true) return undefined;
        throw error;
      },
    );
    if (answer === undefined) return mayDie(0.5);
    if (answer.status !== 200) {
      // 404: expired meanwhile; 423: an abandoned request's reference is just being dropped.
      if (answer.status !== 404 && answer.status !== 423)
        report.surprises.push(`POST /lab ${answer.status} ${JSON.stringify(answer.body)}`);
      return;
    }
    report.labs++;
    if ((answer.body as { reused: boolean }).reused) report.reused++;
    for (const { host, port } of endpoints(answer)) report.endpoints.add(`${host}:${port}`);
    await delay(random() * 30);
    mayDie(0.15);
    const released = await ask(server.url, 'POST', '/lab/release', id);
    if (![204, 404].includes(released.status)) report.surprises.push(`POST /lab/release ${released.status}`);
    if (random() < 0.1) {
      const destroyed = await ask(server.url, 'DELETE', '/lab', id);
      if (![202, 204, 404].includes(destroyed.status))
        report.surprises.push(`DELETE /lab ${destroyed.status}`);
    }
  };

  const leave = async (id: string): Promise<void> => {
    const { status } = await ask(server.url, 'DELETE', `/session/${id}`);
    if (![204, 404].includes(status)) report.surprises.push(`DELETE /session ${status}`);
  };

  const client = async (): Promise<void> => {
    while (!over()) {
      try {
        await life();
      } catch (error) {
        if (!(error instanceof Death)) throw error;
        report.deaths++;
      }
      await delay(random() * 50);
    }
  };

  const watch = async (): Promise<void> => {
    while (!over()) {
      report.mostChildren = Math.max(report.mostChildren, (await childrenOf(server.pid)).length);
      await delay(50);
    }
  };

  await Promise.all([watch(), ...Array.from({ length: options.clients }, client)]);
  return { ...report, endpoints: report.endpoints.size };
}
