const fs = require('node:fs');
const path = require('node:path');
const yaml = require('js-yaml');
const { createJson, inHost } = require('./host-folder.cjs');
const { fatal } = require('./say.cjs');

const folder = () => path.join(process.env.HOME ?? '/', '.netlab');
const file = () => path.join(folder(), 'status.yaml');

function readStatus() {
  if (!fs.existsSync(file())) return {};
  try {
    const text = fs.readFileSync(file(), 'utf8');
    return text.trim() === '' ? {} : (yaml.load(text) ?? {});
  } catch {
    return fatal(`Cannot read lab status file ${file()}`);
  }
}

/** One process at a time; a process killed inside leaves the lock behind, and the next one takes it over. */
function withLock(action) {
  const lock = inHost('status-lock.json');
  const cell = new Int32Array(new SharedArrayBuffer(4));
  for (let tries = 0; tries < 300 && !createJson(lock, {}); tries += 1) Atomics.wait(cell, 0, 0, 5);
  try {
    return action();
  } finally {
    fs.rmSync(lock, { force: true });
  }
}

/** Changes the entries of all labs at once; leaves the lock file beside it as netlab does. */
function changeStatus(change) {
  fs.mkdirSync(folder(), { recursive: true });
  withLock(() => {
    fs.writeFileSync(`${file()}.lock`, '');
    const status = readStatus();
    change(status);
    fs.writeFileSync(`${file()}.new`, yaml.dump(status, { lineWidth: -1 }));
    fs.renameSync(`${file()}.new`, file());
  });
}

/** A line for the lab's log, and its new status unless that is null; makes the entry when there is none. */
function noteStatus(lab, text, { status = text, providers } = {}) {
  changeStatus((all) => {
    const entry = (all[lab.instance] ??= { dir: process.cwd(), providers: [] });
    entry.name ??= lab.name;
    entry.status = status ?? entry.status ?? null;
    if (providers) entry.providers = providers;
    const now = new Date().toISOString().replace('Z', '000+00:00');
    entry.timestamp = now.replace('T', ' ');
    (entry.log ??= []).push(`${now}: ${text}`);
  });
}

const forgetStatus = (lab) => changeStatus((all) => delete all[lab.instance]);

module.exports = { changeStatus, file, forgetStatus, noteStatus, readStatus };
