import { expect, test } from '@jest/globals';
import { startServerProcess, stateFolder } from '../support/server-process';
import { ask, joinQueue } from '../support/wire';
import { leftovers, quiet } from './check-leftovers';
import { orderViolations } from './check-order';
import { CHAOS_SERVER_OPTIONS, CHAOS_SETTLE_MS } from './chaos-server';
import { runChaos } from './run-chaos';
import { seededRandom } from './seeded-random';

// A slice of what `node apps/lab-server-e2e/dist/chaos/main.js` does for a minute with 50 clients.

test('clients that queue, acquire, release and die at random break no rule and leave nothing behind', async () => {
  await using folder = await stateFolder();
  await using server = await startServerProcess(folder.path, CHAOS_SERVER_OPTIONS);
  const report = await runChaos(server, { clients: 15, durationMs: 5_000, random: seededRandom(20_261_121) });
  await quiet(server, CHAOS_SETTLE_MS);

  expect(report.surprises).toEqual([]);
  expect(report.mostChildren).toBeLessThanOrEqual(1);
  expect(orderViolations(server.log)).toEqual([]);
  expect(await leftovers(server)).toEqual([]);
  expect(report.labs).toBeGreaterThan(0);
  expect(report.deaths).toBeGreaterThan(0);

  const late = await joinQueue(server.url);
  expect(await ask(server.url, 'GET', '/lab', late)).toMatchObject({
    status: 200,
    body: { running: false, ref_count: 0 },
  });
  expect(await server.stop('SIGTERM')).toEqual([0, null]);
}, 120_000);
