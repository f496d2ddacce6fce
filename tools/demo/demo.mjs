// The main job, end to end: queue for the lab, upload a topology, log in to every device, give the lab back.
// `npm run demo` installs and builds first; `npm run demo -- docs/examples/topologies/pair.yml` takes another topology.
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RemoteLabClient } from '@remote-lab/client';
import { askDevice } from './ask-device.mjs';
import { startPrivateServer } from './private-server.mjs';
import { textTable } from './text-table.mjs';

const TOPOLOGY =
  process.argv[2] ?? fileURLToPath(new URL('../../docs/examples/topologies/branch.yml', import.meta.url));

/** What to ask a device: who it is, and what is around it. */
const QUESTIONS = {
  cisco_ios: ['show version', 'show lldp neighbors'],
  arista_eos: ['show version', 'show lldp neighbors'],
  nokia_srl: ['show version', 'show system lldp neighbor'],
  frr: ['vtysh -c "show version"', 'vtysh -c "show ip route"'],
  linux: ['uname -a', 'ip route'],
};

/** Columns for what a device says. */
const WIDEST = 58;

const say = (text) => console.log(text);
const begun = performance.now();

async function main() {
  say('1  starting a lab-server on this machine');
  const server = await startPrivateServer((entry) => {
    if (/^(session|lab)\./.test(entry.message))
      say(`      server: ${entry.message}${entry.session ? ` [${entry.session}]` : ''}`);
  });
  say(`      it listens on ${server.url}`);
  let code;
  try {
    await useLab(server.url);
  } finally {
    say('7  stopping the server');
    code = await server.stop();
  }
  if (code !== 0) throw new Error(`The server ended with exit code ${code}.`);
  say(
    `\nDone in ${((performance.now() - begun) / 1000).toFixed(1)} s. Next: README.md, "A tour in 60 seconds".`,
  );
}

async function useLab(baseUrl) {
  say('2  queueing for a session');
  const client = await RemoteLabClient.connect({
    baseUrl,
    owner: 'demo',
    onPosition: (position) =>
      say(`      position ${position}${position === 0 ? ': the lab host is ours' : ''}`),
  });
  try {
    say(`3  uploading ${relative(process.cwd(), TOPOLOGY)}`);
    const lab = await client.acquire(TOPOLOGY, { reuse: true });
    say(`4  the lab is up: ${lab.devices.length} devices`);
    say('5  logging in to each of them over SSH\n');
    const rows = await Promise.all(lab.devices.map(introduce));
    for (const line of textTable(['device', 'platform', 'ssh', 'it says', 'and'], rows)) say(`   ${line}`);
    say('\n6  giving the lab and the session back');
    await lab.release();
  } finally {
    await client.close();
  }
}

async function introduce(device) {
  const platform = device.raw.device === 'frr' ? 'frr' : (device.platform ?? 'linux');
  const [who, around] = QUESTIONS[platform] ?? QUESTIONS.linux;
  const version = await askDevice(device, who);
  const neighbors = await askDevice(device, around);
  const lines = neighbors.split('\n').filter((line) => line.trim() !== '');
  return [
    device.name,
    platform,
    `${device.host}:${device.port}`,
    firstLine(version),
    `${around}: ${lines.length} lines`,
  ];
}

function firstLine(text) {
  const line = (text.split('\n').find((each) => /\w/.test(each)) ?? '').trim();
  return line.length <= WIDEST ? line : `${line.slice(0, line.lastIndexOf(' ', WIDEST))} …`;
}

await main();
