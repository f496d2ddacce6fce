// How long the lab host stands idle between two sessions: from the release of one to the moment when the next one's client
// knows that it is its turn. Clients that listen to their event stream, beside some that poll every 5 s as the original does.
// node tools/bench/handoff.mjs [rounds]
import { setTimeout as delay } from 'node:timers/promises';
import { startPrivateServer } from '../demo/private-server.mjs';
import { textTable } from '../demo/text-table.mjs';
import { openTurnStream } from './turn-stream.mjs';

const WAITING = 100;
const POLLERS = 5;
const POLL_INTERVAL_MS = 5_000;

async function main() {
  const rounds = Number(process.argv[2] ?? 500);
  const { url, stop } = await startPrivateServer(() => undefined);
  try {
    let holder = await join(url);
    const pollers = await inTurn(POLLERS, () => join(url));
    const streams = await inTurn(WAITING, () => listen(url));
    const polled = [];
    for (const poller of pollers) {
      const turn = pollUntilActive(url, poller);
      // The release comes whenever it comes, not when the poller has just looked.
      await delay(Math.random() * POLL_INTERVAL_MS);
      polled.push(await handOff(url, holder, turn));
      holder = poller;
    }
    const streamed = [];
    for (let round = 0; round < rounds; round++) {
      const next = streams.shift();
      streamed.push(await handOff(url, holder, next.turn));
      holder = next.id;
      next.close();
      streams.push(await listen(url));
    }
    for (const { close } of streams) close();
    report([
      [`event stream, ${WAITING} waiting`, streamed],
      [`poll every ${POLL_INTERVAL_MS / 1000} s`, polled],
    ]);
  } finally {
    await stop();
  }
}

/** Ends the holder's session; the milliseconds until the next client knows, from the request and from its answer. */
async function handOff(url, holder, turn) {
  const sent = performance.now();
  const [answered, known] = await Promise.all([leave(url, holder).then(() => performance.now()), turn]);
  return { sinceSent: known - sent, sinceAnswered: known - answered };
}

function report(series) {
  const rows = series.map(([name, samples]) => {
    const cells = ['sinceSent', 'sinceAnswered'].flatMap((clock) => {
      const times = samples.map((sample) => sample[clock]).sort((a, b) => a - b);
      return [0.5, 0.99, 1].map((share) => `${quantile(times, share).toFixed(2)} ms`);
    });
    return [name, String(samples.length), ...cells];
  });
  const clocks = ['release sent', 'release answered'].flatMap((from) =>
    ['p50', 'p99', 'worst'].map((what) => `${from}: ${what}`),
  );
  for (const line of textTable(['the next client listens by', 'samples', ...clocks], rows)) console.log(line);
}

function quantile(sorted, share) {
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)];
}

async function inTurn(times, work) {
  const results = [];
  for (let time = 0; time < times; time++) results.push(await work());
  return results;
}

async function listen(url) {
  const id = await join(url);
  return { id, ...(await openTurnStream(`${url}/session/${id}/events`)) };
}

async function pollUntilActive(url, id) {
  for (;;) {
    const { status } = JSON.parse(await read(fetch(`${url}/session/${id}`)));
    if (status === 'active') return performance.now();
    await delay(POLL_INTERVAL_MS);
  }
}

async function join(url) {
  const { session_id } = JSON.parse(await read(fetch(`${url}/session`, { method: 'POST' })));
  return session_id;
}

async function leave(url, id) {
  await read(fetch(`${url}/session/${id}`, { method: 'DELETE' }));
}

async function read(answer) {
  const response = await answer;
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${text}`);
  return text;
}

await main();
