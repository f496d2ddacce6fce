import { startServerProcess, stateFolder } from '../support/server-process';
import { leftovers, quiet } from './check-leftovers';
import { orderViolations } from './check-order';
import { CHAOS_SERVER_OPTIONS, CHAOS_SETTLE_MS } from './chaos-server';
import { runChaos } from './run-chaos';
import { seededRandom } from './seeded-random';

// node apps/lab-server-e2e/dist/chaos/main.js [clients=50] [seconds=60] [seed]
async function main(): Promise<void> {
  const [clients = 50, seconds = 60, seed = Date.now() % 2 ** 31] = process.argv.slice(2).map(Number);
  console.log(`${clients} clients for ${seconds} s, seed ${seed}`);
  await using folder = await stateFolder();
  await using server = await startServerProcess(folder.path, CHAOS_SERVER_OPTIONS);
  const report = await runChaos(server, { clients, durationMs: seconds * 1000, random: seededRandom(seed) });
  await quiet(server, CHAOS_SETTLE_MS);
  const problems = [
    ...report.surprises,
    ...orderViolations(server.log),
    ...(report.mostChildren > 1 ? [`${report.mostChildren} lab processes at once`] : []),
    ...(await leftovers(server)),
  ];
  const { sessions, labs, reused, deaths, endpoints } = report;
  console.log(
    `${sessions} sessions, ${labs} labs (${reused} reused), ${deaths} deaths, ${endpoints} endpoints`,
  );
  const [code] = await server.stop('SIGTERM');
  if (code !== 0) problems.push(`the server ended with ${code}`);
  for (const problem of problems) console.error(`PROBLEM ${problem}`);
  console.log(
    problems.length === 0 ? 'no rule was broken, nothing was left behind' : `${problems.length} problems`,
  );
  process.exitCode = problems.length === 0 ? 0 : 1;
}

void main();
