#!/usr/bin/env node
// Asks the lab-server of this machine how it is, for health checks and service managers:
//
//   probe.mjs [/readyz | /healthz] [--wait SECONDS] [--pid PID]
//
// Ends with 0 when the answer is good, else with 1 and what the server said. --wait goes on asking for so long, with --pid
// only while that process lives. Where the server listens is read from REMOTE_LAB_HOST and REMOTE_LAB_PORT, as the server
// itself does.
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';

const ASK_MS = 4000;
const PAUSE_MS = 500;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { wait: { type: 'string' }, pid: { type: 'string' } },
});
const url = `http://${address(process.env.REMOTE_LAB_HOST)}:${process.env.REMOTE_LAB_PORT || 8000}${positionals[0] ?? '/readyz'}`;
const deadline = performance.now() + Number(values.wait ?? 0) * 1000;

let trouble = await ask();
while (trouble !== undefined && performance.now() + PAUSE_MS < deadline && isThere(values.pid)) {
  await setTimeout(PAUSE_MS);
  trouble = await ask();
}
if (trouble !== undefined) {
  console.error(trouble);
  process.exitCode = 1;
}

/** What is wrong; undefined when nothing is. */
async function ask() {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(ASK_MS) });
    const text = await response.text();
    return response.ok ? undefined : `${url}: ${response.status} ${text}`;
  } catch (error) {
    return `${url}: ${error.cause?.message || error.message}`;
  }
}

function isThere(pid) {
  try {
    return pid === undefined || process.kill(Number(pid), 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Who listens on all addresses is asked on loopback. */
function address(host = '') {
  if (['', '0.0.0.0', '::'].includes(host)) return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
