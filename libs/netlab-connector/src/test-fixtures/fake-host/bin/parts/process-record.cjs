const fs = require('node:fs');
const { execFileSync } = require('node:child_process');
const { exists, inHost, readAll } = require('./host-folder.cjs');

const longestLife = 60_000;

/** When this pid was started, as a token to compare, and whether it still runs; undefined when there is none. */
function processStart(pid) {
  if (process.platform !== 'linux') {
    try {
      return (
        execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
      );
    } catch {
      return undefined;
    }
  }
  try {
    const fields = fs.readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

const recordOf = (pid) => inHost('processes', `${pid}.json`);

/** Also called by a parent for its child: a child that has not come to its first line yet can be killed as well. */
function recordProcess(pid, program, args) {
  const start = processStart(pid);
  if (start === undefined) return;
  fs.writeFileSync(recordOf(pid), JSON.stringify({ pid, start, program, args }));
}

const livingProcesses = () =>
  readAll('processes').filter(({ pid, start }) => pid !== process.pid && processStart(pid) === start);

function append(entry) {
  fs.appendFileSync(inHost('runs.jsonl'), `${JSON.stringify(entry)}\n`);
}

/** What of the environment decides how the real programs behave. */
function selectedEnvironment() {
  const plain = [
    'HOME',
    'PATH',
    'LANG',
    'LC_ALL',
    'COLUMNS',
    'FORCE_COLOR',
    'NO_COLOR',
    'TERM',
    'PYTHONIOENCODING',
  ];
  const wanted = ([name]) => plain.includes(name) || /^(NETLAB_|CLAB_|DOCKER_|PYTHON|REMOTE_LAB_)/.test(name);
  return Object.fromEntries(Object.entries(process.env).filter(wanted));
}

/**
 * Every program begins with this: it is listed as living, its run is logged, and it ends by itself after a
 * minute. A run log line `start` names the other programs of the host that were alive: those are overlaps.
 */
function beginRun(program) {
  if (!exists()) process.exit(70);
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});
  const args = process.argv.slice(2);
  const run = `${process.pid}-${Date.now()}`;
  recordProcess(process.pid, program, args);
  const parent = process.env.FAKE_PARENT;
  const others = parent === undefined ? livingProcesses().filter((other) => other.program !== 'docker') : [];
  append({
    event: 'start',
    run,
    pid: process.pid,
    program,
    args,
    cwd: process.cwd(),
    environment: selectedEnvironment(),
    startedAt: Date.now(),
    internal: parent !== undefined,
    alive: others.map((other) => `${other.program} ${other.args.join(' ')}`.trim()),
  });
  process.on('exit', (exitCode) => {
    if (!exists()) return;
    fs.rmSync(recordOf(process.pid), { force: true });
    append({ event: 'end', run, exitCode, endedAt: Date.now() });
  });
  setTimeout(() => process.exit(124), longestLife).unref();
  return { run, stage: (stage) => append({ event: 'stage', run, stage }) };
}

module.exports = { beginRun, recordProcess };
