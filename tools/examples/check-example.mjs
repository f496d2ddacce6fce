import { access, cp } from 'node:fs/promises';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { npmCommand } from '../workspace/npm-command.mjs';
import { runCommand } from '../workspace/run-command.mjs';
import { workspaceRoot } from '../workspace/workspace-root.mjs';
import { eventually } from './eventually.mjs';
import { installProject } from './install-project.mjs';
import { MARK, marked, processes } from './processes.mjs';
import { userEnv } from './user-env.mjs';

/** How soon nothing may be left of a run that has ended. */
const LEFTOVERS_GONE_MS = 3_000;

/**
 * Does with an example what its README says, in a copy of its folder: installs it, runs it, and looks at what it leaves.
 *
 * @param {import('./example-list.mjs').Example} example
 * @param {{ home: string, tarballs: Map<string, string>, startServer: () => ReturnType<typeof
 *   import('./installed-server.mjs').startServer> }} context a folder for copies, packages, and how to get a server
 * @returns {AsyncGenerator<{ name: string, problem: string | undefined }>}
 */
export async function* checkExample(example, { home, tarballs, startServer }) {
  const folder = path.join(home, example.folder);
  const source = path.join(workspaceRoot, 'docs', 'examples', example.folder);
  await cp(source, folder, { recursive: true, filter: (file) => !file.includes('node_modules') });

  const hasManifest = await access(path.join(folder, 'package.json')).then(
    () => true,
    () => false,
  );
  if (hasManifest) {
    const problem = await installProject(folder, tarballs).then(
      () => undefined,
      ({ message }) => message,
    );
    yield { name: `${example.folder}: npm install`, problem };
    if (problem !== undefined) return;
  }

  const { check, run, says } = example;
  const name = (words) => `${example.folder}: ${words}`;
  if (check !== undefined) yield { name: name(check.join(' ')), problem: await checkRun(check, folder) };
  if (example.alone) {
    const problem = await checkRun(run, folder, { says });
    yield { name: name(`${run.join(' ')}, without a server`), problem };
    yield { name: name('leaves no process'), problem: await leftProcesses(folder) };
  }
  const server = await startServer();
  try {
    const problem = await checkRun(run, folder, { says, env: { REMOTE_LAB_URL: server.url } });
    yield { name: name(`${run.join(' ')}, with a server`), problem };
    yield { name: name('leaves no session'), problem: await leftSessions(server) };
    yield { name: name('leaves no process'), problem: await leftProcesses(folder) };
    const built = server.log.filter(({ message }) => message.startsWith('lab.starting:')).length;
    yield {
      name: name(`labs built: ${example.labs}`),
      problem: built === example.labs ? undefined : `${built} were built`,
    };
  } finally {
    await server.stop();
  }
}

async function checkRun(command, cwd, { says = [], env = {} } = {}) {
  const { ok, code, timedOut, output: coloured } = await runProject(command, cwd, env);
  const output = stripVTControlCharacters(coloured);
  const missing = says
    .filter((pattern) => !pattern.test(output))
    .map((pattern) => `It does not say ${pattern}.`);
  const ended = ok ? [] : [timedOut ? 'It did not end.' : `It ended with exit code ${code}.`];
  const problems = [...ended, ...missing];
  return problems.length === 0 ? undefined : [...problems, output].join('\n');
}

function runProject([command, ...args], cwd, more) {
  const npm = npmCommand();
  const [program, before] = command === 'npm' ? [npm.command, npm.args] : [command, []];
  return runCommand(program, [...before, ...args], {
    cwd,
    env: userEnv({ ...more, [MARK]: cwd }),
    capture: true,
    timeoutMs: 60_000,
  });
}

async function leftSessions(server) {
  const gone = await eventually(async () => (await server.sessions()) === 0, LEFTOVERS_GONE_MS);
  return gone === undefined ? `${await server.sessions()} are left` : undefined;
}

async function leftProcesses(folder) {
  const look = async () => marked(folder, await processes());
  const gone = await eventually(async () => (await look()).length === 0, LEFTOVERS_GONE_MS);
  if (gone !== undefined) return undefined;
  return (await look()).map(({ pid, command }) => `${pid} ${command}`).join('\n');
}
