// What fake networks cost: starting, memory, logins, commands, many sessions, stopping; beside Python FakeNOS where it is installed.
// node tools/bench/fakenos/bench-fakenos.mjs [python with fakenos installed] [largest network of Python's, 100]
import { setTimeout as delay } from 'node:timers/promises';
import { textTable } from '../../demo/text-table.mjs';
import { measure } from '../measure.mjs';
import { openSession } from './open-session.mjs';
import { startOurs } from './our-network.mjs';
import { startPeer } from './peer-network.mjs';
import { processorShare, residentMegabytes } from './process-cost.mjs';

const SIZES = [10, 100, 1_000];
const LOGINS = 50;
const COMMANDS = 200;
const PEER_COMMANDS = 20;
const SESSIONS = 200;
const COMMANDS_EACH = 20;
const SETTLE_MS = 3_000;
const IDLE_SECONDS = 5;
const COMMAND = 'show clock';

async function main() {
  const [python, largest = '100'] = process.argv.slice(2);
  const peerSizes = SIZES.filter((size) => size <= Number(largest));
  const ours = await benchAll(startOurs, { sizes: SIZES, commands: COMMANDS });
  const peer =
    python &&
    (await benchAll((size) => startPeer(python, size), { sizes: peerSizes, commands: PEER_COMMANDS }));
  const header = ['cisco_ios devices', 'remote-lab', ...(peer ? ['Python FakeNOS', 'ratio'] : [])];
  const rows = [...ours].map(([what, { value, unit }]) => {
    const other = peer?.get(what);
    const own = `${value.toFixed(2)} ${unit}`;
    if (!peer) return [what, own];
    return [
      what,
      own,
      other ? `${other.value.toFixed(2)} ${unit}` : '-',
      other ? `${ratio(other.value, value)} x` : '-',
    ];
  });
  for (const line of textTable(header, rows)) console.log(line);
}

/** @returns {Promise<Map<string, {value: number, unit: string}>>} */
async function benchAll(start, { sizes, commands }) {
  const results = new Map();
  for (const size of sizes) {
    const network = await start(size);
    try {
      results.set(`${size}: until every port accepts`, { value: network.startedMs / 1_000, unit: 's' });
      const memory = await residentMegabytes(network.pid);
      results.set(`${size}: memory`, { value: memory, unit: 'MB' });
      // Ours makes its RSA host key after it has started.
      await delay(SETTLE_MS);
      const idle = await processorShare(network.pid, () => delay(IDLE_SECONDS * 1_000));
      results.set(`${size}: idle, share of a core`, { value: idle * 100, unit: '%' });
      if (size === sizes.at(0)) await benchSessions(network, commands, results);
      const open = await Promise.all(
        network.ports.slice(0, 10).map((port) => openSession({ ...network, port })),
      );
      const stopping = performance.now();
      await network.stop();
      results.set(`${size}: stop with 10 sessions open`, {
        value: (performance.now() - stopping) / 1_000,
        unit: 's',
      });
      for (const session of open) session.end();
    } finally {
      network.kill();
    }
  }
  return results;
}

async function benchSessions(network, commands, results) {
  const at = (index) => ({ ...network, port: network.ports[index % network.ports.length] });
  const login = await measure(LOGINS, async (round) => (await openSession(at(round))).end());
  results.set('login, median', { value: login.p50, unit: 'ms' });
  const session = await openSession(at(0));
  const command = await measure(commands, () => session.run(COMMAND));
  session.end();
  results.set(`command of ${COMMAND.length} characters, median`, { value: command.p50, unit: 'ms' });
  const begun = performance.now();
  const sessions = await Promise.all(Array.from({ length: SESSIONS }, (_, index) => openSession(at(index))));
  await Promise.all(
    sessions.map(async (one) => {
      for (let count = 0; count < COMMANDS_EACH; count++) await one.run(COMMAND);
    }),
  );
  results.set(`${SESSIONS} sessions at once, ${COMMANDS_EACH} commands each`, {
    value: (performance.now() - begun) / 1_000,
    unit: 's',
  });
  for (const one of sessions) one.end();
}

function ratio(theirs, own) {
  return own === 0 ? '-' : (theirs / own).toFixed(theirs / own < 10 ? 1 : 0);
}

await main();
