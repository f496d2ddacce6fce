#!/usr/bin/env node
const { beginRun } = require('./parts/process-record.cjs');
const { behaviourFor } = require('./parts/behaviour.cjs');
const { ignoreSignals, isDeaf, startChild } = require('./parts/children.cjs');
const { Exit, err, runMain } = require('./parts/say.cjs');

/** Like sudo: hands a signal meant for it on to what it runs, and ends as that does. */
runMain(async () => {
  beginRun('sudo');
  const behaviour = behaviourFor('sudo');
  const words = process.argv.slice(2);
  const [program, ...args] = words.slice(words.findIndex((word) => !word.startsWith('-')));
  const isSudoDeaf = isDeaf(behaviour, 'sudo');
  if (isSudoDeaf) ignoreSignals();
  const { child, ended } = startChild(behaviour, program, args, { detached: behaviour.orphan === true });
  if (!isSudoDeaf && behaviour.orphan !== true) {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  }
  const { exitCode, signal } = await ended;
  if (exitCode === 127) err(`sudo: ${program}: command not found`);
  throw new Exit(signal ? 143 : exitCode);
});
