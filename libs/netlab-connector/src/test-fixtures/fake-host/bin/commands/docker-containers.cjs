const engine = require('../parts/engine.cjs');
const { readArguments } = require('../parts/arguments.cjs');
const { formatRow, labelText, passes } = require('../parts/docker-format.cjs');
const { Exit, err, fail, out } = require('../parts/say.cjs');

const listOptions = {
  '-a': ['all', 'flag'],
  '--all': ['all', 'flag'],
  '-q': ['quiet', 'flag'],
  '--quiet': ['quiet', 'flag'],
  '--no-trunc': ['whole', 'flag'],
  '-f': ['filters', 'list'],
  '--filter': ['filters', 'list'],
  '--format': ['format', 'value'],
};

const unknown = (command) => (word) =>
  fail(`unknown flag: ${word}`, '', `Usage:  docker ${command} [OPTIONS]`);

const asRow = (container, whole) => ({
  Command: '"/sbin/tini"',
  CreatedAt: new Date(container.createdAt).toISOString().replace('T', ' ').replace(/\..*/, ' +0000 UTC'),
  ID: whole ? container.id : container.id.slice(0, 12),
  Image: container.image,
  Labels: labelText(container.labels),
  LocalVolumes: '0',
  Mounts: '',
  Names: container.name,
  Networks: container.network,
  Platform: null,
  Ports: '',
  RunningFor: '2 seconds ago',
  Size: '0B',
  State: container.running ? 'running' : 'exited',
  Status: container.running ? 'Up 2 seconds' : 'Exited (137) 1 second ago',
});

function listContainers(args) {
  const options = readArguments(args, listOptions, unknown('ps'));
  const shown = engine
    .containers()
    .filter((container) => options.all || container.running)
    .filter((container) => passes(options.filters, container));
  if (!options.quiet && options.format === undefined)
    out('CONTAINER ID   IMAGE   COMMAND   CREATED   STATUS   PORTS   NAMES');
  for (const container of shown) {
    const row = asRow(container, options.whole);
    if (options.quiet) out(row.ID);
    else
      out(
        formatRow(
          options.format ??
            '{{.ID}}   {{.Image}}   {{.Command}}   {{.RunningFor}}   {{.Status}}   {{.Names}}',
          row,
          container.labels,
        ),
      );
  }
}

function removeContainers(args, behaviour) {
  const known = {
    '-f': ['force', 'flag'],
    '--force': ['force', 'flag'],
    '-v': ['volumes', 'flag'],
    '--volumes': ['volumes', 'flag'],
  };
  const options = readArguments(args, known, unknown('rm'));
  if (options.rest.length === 0) fail("docker: 'docker rm' requires at least 1 argument");
  let good = true;
  const complain = (text) => {
    err(`Error response from daemon: ${text}`);
    good = false;
  };
  for (const word of options.rest) {
    const found = engine.containers().find(({ id, name }) => name === word || id.startsWith(word));
    if (found === undefined) complain(`No such container: ${word}`);
    else if (behaviour.dockerRmFails)
      complain(`cannot remove container "/${found.name}": could not kill: permission denied`);
    else if (found.running && !options.force)
      complain(`cannot remove container "/${found.name}": container is running`);
    else {
      engine.removeContainer(found.name);
      out(word);
    }
  }
  if (!good) throw new Exit(1);
}

module.exports = { listContainers, removeContainers };
