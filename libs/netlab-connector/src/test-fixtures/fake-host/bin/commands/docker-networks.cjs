const engine = require('../parts/engine.cjs');
const { readArguments } = require('../parts/arguments.cjs');
const { formatRow, labelText, passes } = require('../parts/docker-format.cjs');
const { Exit, err, fail, out } = require('../parts/say.cjs');

const listOptions = {
  '-q': ['quiet', 'flag'],
  '--quiet': ['quiet', 'flag'],
  '--no-trunc': ['whole', 'flag'],
  '-f': ['filters', 'list'],
  '--filter': ['filters', 'list'],
  '--format': ['format', 'value'],
};

const unknown = (word) => fail(`unknown flag: ${word}`, '', 'Usage:  docker network COMMAND');

function listNetworks(args) {
  const options = readArguments(args, listOptions, unknown);
  if (!options.quiet && options.format === undefined) out('NETWORK ID   NAME   DRIVER   SCOPE');
  for (const network of engine.networks().filter((one) => passes(options.filters, one))) {
    const row = {
      CreatedAt: new Date(network.createdAt).toISOString(),
      Driver: 'bridge',
      ID: options.whole ? network.id : network.id.slice(0, 12),
      IPv4: 'true',
      IPv6: 'false',
      Internal: 'false',
      Labels: labelText(network.labels),
      Name: network.name,
      Scope: 'local',
    };
    if (options.quiet) out(row.ID);
    else
      out(formatRow(options.format ?? '{{.ID}}   {{.Name}}   {{.Driver}}   {{.Scope}}', row, network.labels));
  }
}

function removeNetworks(args) {
  const options = readArguments(args, { '-f': ['force', 'flag'], '--force': ['force', 'flag'] }, unknown);
  let good = true;
  for (const word of options.rest) {
    const found = engine.networks().find(({ id, name }) => name === word || id.startsWith(word));
    const problem = found
      ? `error while removing network: network ${word} has active endpoints`
      : `network ${word} not found`;
    if (found && engine.removeNetwork(found.name)) out(word);
    else {
      err(`Error response from daemon: ${problem}`);
      good = false;
    }
  }
  if (good) return;
  err('exit status 1');
  throw new Exit(1);
}

module.exports = { listNetworks, removeNetworks };
