import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from '../examples/eventually.mjs';
import { startServer } from '../examples/installed-server.mjs';
import { family, MARK, marked, processes, survivors } from '../examples/processes.mjs';
import { userEnv } from '../examples/user-env.mjs';
import { caseContent } from './case-list.mjs';
import { writeCase } from './case-project.mjs';

const PATIENCE_MS = 60_000;
const LEFTOVERS_GONE_MS = 3_000;

/**
 * @typedef {object} Outcome
 * @property {string} ended exit code or signal of the runner
 * @property {number | undefined} freeMs how long after its end, or after what was done to it, the server had no session of the run
 * @property {number | undefined} processesGoneMs the same for the processes it started; undefined when some still live
 * @property {string} output what the user saw
 * @property {string[]} problems
 */

/**
 * Starts a server and a run of tests, does to it what the case says, and looks at what is left.
 *
 * @param {import('./case-list.mjs').Case} each
 * @param {import('./runners.mjs').Runner} runner
 * @param {{ home: string, serverProgram: string }} places where the runner is installed, and the server
 * @returns {Promise<Outcome>}
 */
export async function runCase(each, runner, { home, serverProgram }) {
  const folder = await writeCase(home, each.name, runner, caseContent(each));
  const stateDir = path.join(folder, 'server-state');
  await mkdir(stateDir);
  const settings = { stateDir, options: each.serverOptions };
  let server = await startServer(serverProgram, settings);
  try {
    const { url } = server;
    const others = each.behind ? await joinQueue(url) : 0;
    const env = each.alone ? {} : { REMOTE_LAB_URL: url };
    const run = startRunner(runner, folder, [...runner.args, ...(each.bail ? runner.bail : [])], env);
    const go = () => writeFile(path.join(folder, 'go'), '');
    try {
      const middle = each.behind
        ? async () => run.output().includes('1 ahead')
        : () =>
            access(path.join(folder, 'running')).then(
              () => true,
              () => false,
            );
      let started = [];
      let since;
      if (each.during !== undefined) {
        const reached = await Promise.race([
          eventually(middle, PATIENCE_MS),
          run.exited.then(() => undefined),
        ]);
        if (reached === undefined) return failure(run, 'The run ended before its middle.');
        started = family(run.child.pid, await processes());
        since = performance.now();
        const restartServer = async (signal) => {
          await server.stop(signal);
          server = await startServer(serverProgram, { ...settings, port: Number(new URL(url).port) });
        };
        await each.during({ runner: run.child, family: started, server, restartServer, go });
      }
      return await aftermath(each, run, {
        runner,
        started,
        since,
        others,
        sessions: () => server.sessions(),
      });
    } finally {
      // A worker of the runner that outlived it waits for nothing else.
      await go();
      run.kill();
    }
  } finally {
    await server.stop();
  }
}

async function aftermath(each, run, { runner, started, since, others, sessions }) {
  // Where only some of the processes are killed, the rest of the runner may have to find out.
  const late = setTimeout(() => run.kill(), PATIENCE_MS);
  const killed = each.ends === 'any';
  if (!killed) await run.exited;
  const begin = killed ? since : performance.now();
  const freeLimit = each.freeWithinMs ?? LEFTOVERS_GONE_MS;
  const free = async () => {
    const found = await eventually(async () => (await sessions()) <= others, freeLimit);
    return found === undefined ? undefined : performance.now() - begin;
  };
  const freeMs = each.noServer ? undefined : await free();
  await run.exited;
  clearTimeout(late);
  const left = async () => {
    const all = await processes();
    // A worker that outlives its runner until its test is done is the runner's own affair.
    const theirs = path.join(run.folder, '..', 'node_modules', path.dirname(runner.program).split('/')[0]);
    const found = [...survivors(started, all), ...marked(run.folder, all)].filter(
      ({ command }) => !command.includes(theirs),
    );
    return [...new Map(found.map((each) => [each.pid, each])).values()];
  };
  const gone = await eventually(
    async () => (await left()).length === 0,
    each.processesGoneWithinMs ?? LEFTOVERS_GONE_MS,
  );
  const processesGoneMs = gone === undefined ? undefined : performance.now() - begin;

  const problems = [];
  const success = run.child.exitCode === 0;
  if (each.ends === 'success' && !success) problems.push(`The run ended with ${run.ended()}.`);
  if (each.ends === 'failure' && success) problems.push('The run ended as if all were well.');
  if (each.says !== undefined && !each.says.test(run.output()))
    problems.push(`It does not say ${each.says}.`);
  if (!each.noServer && (freeMs === undefined || freeMs > freeLimit)) {
    problems.push(`After ${freeLimit / 1000} s the server had ${(await sessions()) - others} session of it.`);
  }
  const leftovers = gone === undefined ? await left() : [];
  for (const { pid, command } of leftovers) problems.push(`Process ${pid} is left: ${command}`);
  return { ended: run.ended(), freeMs, processesGoneMs, output: run.output(), problems };
}

function failure(run, problem) {
  return {
    ended: run.ended(),
    freeMs: undefined,
    processesGoneMs: undefined,
    output: run.output(),
    problems: [problem],
  };
}

/** A runner as the leader of a group of its own, which is what a terminal makes of it. */
export function startRunner(runner, folder, args, env) {
  const program = path.join(folder, '..', 'node_modules', runner.program);
  const child = spawn(process.execPath, [program, ...args], {
    cwd: folder,
    env: userEnv({ ...env, [MARK]: folder }),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const chunks = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(chunk));
  return {
    child,
    folder,
    exited: once(child, 'exit'),
    output: () => Buffer.concat(chunks).toString('utf8'),
    ended: () => child.signalCode ?? String(child.exitCode),
    kill() {
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch (error) {
        if (error.code !== 'ESRCH') throw error;
      }
    },
  };
}

/** Somebody else who holds the lab host; gone with the server. */
async function joinQueue(url) {
  const headers = { 'content-type': 'application/json' };
  await fetch(`${url}/session`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ owner: 'somebody else' }),
  });
  return 1;
}
