import { startServer } from '../examples/installed-server.mjs';
import { perFileTest, topology, writeCase } from './case-project.mjs';
import { startRunner } from './run-case.mjs';

/**
 * Runs ten test files over three topologies, of which no two neighbours want the same.
 *
 * @param {import('./runners.mjs').Runner} runner
 * @param {{ home: string, serverProgram: string }} places
 * @param {'ours' | 'plain'} order whether our sequencer sorts the files, or the runner's own
 * @returns {Promise<{ built: number, ok: boolean, output: string }>} how many labs were built for it
 */
export async function runTenFiles(runner, { home, serverProgram }, order) {
  const names = ['a.yml', 'b.yml', 'c.yml'];
  const folder = await writeCase(home, `ten files ${order}`, runner, {
    tests: Object.fromEntries(
      Array.from({ length: 10 }, (_, index) => [`file${index}`, perFileTest(names[index % names.length])]),
    ),
    topologies: Object.fromEntries(names.map((name) => [name, topology(name[0])])),
  });
  const server = await startServer(serverProgram);
  try {
    const plain = order === 'plain';
    const args = [...runner.args, ...(plain ? runner.plainOrder : [])];
    const run = startRunner(runner, folder, args, {
      REMOTE_LAB_URL: server.url,
      ...(plain ? { PLAIN_ORDER: '1' } : {}),
    });
    const late = setTimeout(() => run.kill(), 90_000);
    await run.exited;
    clearTimeout(late);
    const built = server.log.filter(({ message }) => message.startsWith('lab.starting:')).length;
    return { built, ok: run.child.exitCode === 0, output: run.output() };
  } finally {
    await server.stop();
  }
}
