// How polls, heartbeats and joining cost with few and with many waiting sessions, ours beside the original.
// node tools/bench/queue-depth.mjs [python with neops-remote-lab installed]
import { startPrivateServer } from '../demo/private-server.mjs';
import { textTable } from '../demo/text-table.mjs';
import { measure } from './measure.mjs';
import { startPeerServer } from './peer-server.mjs';

const DEPTHS = [10, 1_000, 10_000];
const ROUNDS = 300;

async function main() {
  const rows = await bench('remote-lab', await startPrivateServer(() => undefined));
  const python = process.argv[2];
  if (python !== undefined) rows.push(...(await bench('original', await startPeerServer(python))));
  const header = ['server', 'waiting', 'join /s', 'poll p50', 'poll p99', 'heartbeat p50', 'heartbeat p99'];
  for (const line of textTable(header, rows)) console.log(line);
}

async function bench(name, { url, stop }) {
  const rows = [];
  const ids = [];
  try {
    for (const depth of DEPTHS) {
      const joining = await measure(depth - ids.length, async () => ids.push(await join(url)));
      const last = () => ids[ids.length - 1 - Math.floor(Math.random() * 5)];
      const poll = await measure(ROUNDS, () => read(fetch(`${url}/session/${last()}`)));
      const beat = await measure(ROUNDS, () =>
        read(fetch(`${url}/session/heartbeat`, { method: 'POST', headers: { 'X-Session-ID': last() } })),
      );
      const times = [poll.p50, poll.p99, beat.p50, beat.p99].map((ms) => `${ms.toFixed(2)} ms`);
      rows.push([name, String(depth), joining.perSecond.toFixed(0), ...times]);
    }
  } finally {
    await stop();
  }
  return rows;
}

async function join(url) {
  const { session_id } = JSON.parse(await read(fetch(`${url}/session`, { method: 'POST' })));
  return session_id;
}

async function read(answer) {
  const response = await answer;
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${text}`);
  return text;
}

await main();
