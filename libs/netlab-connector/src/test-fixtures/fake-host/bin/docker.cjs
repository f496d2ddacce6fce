#!/usr/bin/env node
const { beginRun } = require('./parts/process-record.cjs');
const { behaviourFor, hang } = require('./parts/behaviour.cjs');
const { err, fail, out, runMain, Exit } = require('./parts/say.cjs');
const { listContainers, removeContainers } = require('./commands/docker-containers.cjs');
const { listNetworks, removeNetworks } = require('./commands/docker-networks.cjs');

const commands = {
  'network ls': listNetworks,
  'network list': listNetworks,
  'network rm': removeNetworks,
  ps: listContainers,
  'container ls': listContainers,
  rm: removeContainers,
  'container rm': removeContainers,
  info: () => out('Client:', ' Version:    28.2.2', '', 'Server:', ' Containers: 0'),
  version: (args) =>
    out(
      args.some((arg) => arg.includes('{{'))
        ? '28.2.2'
        : 'Client:\n Version: 28.2.2\n\nServer:\n Version: 28.2.2',
    ),
};

runMain(async () => {
  beginRun('docker');
  const behaviour = behaviourFor('docker');
  const words = process.argv.slice(2);
  const name = [words.slice(0, 2).join(' '), words[0]].find((one) => Object.hasOwn(commands, one));
  if (name === undefined)
    return fail(
      `docker: unknown command: docker ${words[0]}`,
      '',
      "Run 'docker --help' for more information",
    );
  if (behaviour.docker === 'hangs') await hang(behaviour);
  if (behaviour.docker === 'daemon-down') {
    if (name === 'info') out('Client:', ' Version:    28.2.2', '', 'Server:');
    err('Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?');
    throw new Exit(1);
  }
  return commands[name](words.slice(name.split(' ').length), behaviour);
});
