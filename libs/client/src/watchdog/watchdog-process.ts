import { createInterface } from 'node:readline';
import { systemClock } from '../wait';
import { watchedSender } from './send-watched';
import { SessionWatch } from './session-watch';
import type { WatchdogOrder, WatchOrder } from './watchdog-orders';

// The program of the watchdog: it keeps a session alive while its client lives, however busy or stopped that is, and ends
// the session when the client has died, whatever killed it. Its standard input is what ties it to the client.

/** Whoever stops this process usually stops the client, too: it may want to end the session itself, and cleanly. */
const GRACE_MS = 1_000;

const stop = new AbortController();
let watch: SessionWatch | undefined;
let leaving = false;

process.title = 'remote-lab-watchdog';
process.on('SIGINT', () => undefined);
if (process.platform !== 'win32') process.on('SIGHUP', () => undefined);
process.on('SIGTERM', () => setTimeout(() => void leave('crashed'), GRACE_MS));

const input = createInterface({ input: process.stdin, terminal: false });
input.on('line', (line) => obey(readOrder(line)));
input.on('close', () => void leave('crashed'));
process.stdin.on('error', () => void leave('crashed'));

function readOrder(line: string): WatchdogOrder | undefined {
  try {
    return JSON.parse(line) as WatchdogOrder;
  } catch {
    // Cut off by the client's death, which the input's end tells next.
    return undefined;
  }
}

function obey(order: WatchdogOrder | undefined): void {
  if (order === undefined) return;
  if (order.kind === 'watch') void keepAlive(order);
  else void leave(order.kind);
}

async function keepAlive(order: WatchOrder): Promise<void> {
  watch = new SessionWatch(order, watchedSender(process.env), systemClock);
  await watch.keepAlive(stop.signal);
  if (!leaving) process.exit(0);
}

async function leave(how: 'leave' | 'end' | 'crashed'): Promise<void> {
  if (leaving) return;
  leaving = true;
  stop.abort();
  if (how !== 'leave') await watch?.end(how);
  process.exit(0);
}
