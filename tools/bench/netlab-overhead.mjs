// How long a lab takes through lab-server, beside a bare `netlab up` and `netlab down` of the same topology: pairs, in turn.
// npm run bench:netlab [-- PAIRS]
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPrivateServer } from '../demo/private-server.mjs';
import { textTable } from '../demo/text-table.mjs';
import { findLabHost } from '../netlab-host/find-lab-host.mjs';
import { runCommand } from '../workspace/run-command.mjs';

const TOPOLOGY = `provider: clab
defaults.device: frr
module: [ ospf ]
nodes: [ r1, r2 ]
links: [ r1-r2 ]
`;

async function main(pairs) {
  const { lacks, env, words } = await findLabHost();
  if (lacks.length > 0) throw new Error(`No real labs can be built here: ${lacks.join(', ')} missing.`);
  const folder = await mkdtemp(path.join(tmpdir(), 'remote-lab-bench-'));
  const home = { ...env, HOME: folder };
  const options = ['--backend', 'netlab', '--guard-dir', path.join(folder, 'guard')];
  const server = await startPrivateServer(() => undefined, { options, env: home });
  try {
    const rounds = [];
    // The first pair warms both and does not count.
    for (let pair = 0; pair <= pairs; pair++) {
      const bare = await timed(() => bareLab(path.join(folder, `bare${pair}`), home));
      const ours = await timed(() => servedLab(server.url));
      if (pair > 0) rounds.push({ bare, ours });
    }
    report(rounds, words);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function bareLab(folder, env) {
  const lab = await mkdtemp(folder);
  await writeFile(path.join(lab, 'topology.yml'), TOPOLOGY);
  await netlab(lab, env, 'up', 'topology.yml');
  await netlab(lab, env, 'down', '--cleanup');
}

async function netlab(cwd, env, ...args) {
  const { ok, output } = await runCommand('netlab', args, { cwd, env, capture: true });
  if (!ok) throw new Error(`netlab ${args.join(' ')} failed:\n${output}`);
}

async function servedLab(url) {
  const { session_id } = JSON.parse(await read(fetch(`${url}/session`, { method: 'POST' })));
  const headers = { 'X-Session-ID': session_id };
  const body = new FormData();
  body.append('topology', new Blob([TOPOLOGY]), 'topology.yml');
  await read(fetch(`${url}/lab`, { method: 'POST', headers, body }));
  await read(fetch(`${url}/lab`, { method: 'DELETE', headers }));
  await read(fetch(`${url}/session/${session_id}`, { method: 'DELETE' }));
}

async function read(answer) {
  const response = await answer;
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${text}`);
  return text;
}

async function timed(work) {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

function report(rounds, words) {
  console.log(`${words}; up and down of two FRR routers`);
  const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(2)} s`;
  const rows = rounds.map(({ bare, ours }, index) => [
    String(index + 1),
    seconds(bare),
    seconds(ours),
    (ours / bare).toFixed(3),
  ]);
  for (const line of textTable(['pair', 'bare netlab', 'lab-server', 'ratio'], rows)) console.log(line);
  const sum = (name) => rounds.reduce((total, round) => total + round[name], 0);
  const ratios = rounds.map(({ bare, ours }) => ours / bare).sort((a, b) => a - b);
  console.log(
    `ratio of the sums ${(sum('ours') / sum('bare')).toFixed(3)}, median of the pairs ${ratios[ratios.length >> 1].toFixed(3)}`,
  );
}

await main(Number(process.argv[2] ?? 5));
