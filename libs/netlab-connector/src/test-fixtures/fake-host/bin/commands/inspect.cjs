const yaml = require('js-yaml');
const { loadLab } = require('./lab-location.cjs');
const { readArguments } = require('../parts/arguments.cjs');
const { hang } = require('../parts/behaviour.cjs');
const { deviceView } = require('../parts/lab-model.cjs');
const { fail, fatal, out, traceback, usage } = require('../parts/say.cjs');

const known = {
  '--node': ['node', 'value'],
  '--all': ['all', 'flag'],
  '--format': ['format', 'value'],
  '-q': ['quiet', 'flag'],
  '--quiet': ['quiet', 'flag'],
  '-i': ['instance', 'value'],
  '--instance': ['instance', 'value'],
  '--snapshot': ['snapshot', 'optional'],
};

const isObject = (value) => typeof value === 'object' && value !== null;

/** A dotted path into the lab's own data, the only expressions besides three calls. */
function evaluate(data, expression) {
  const calls = {
    'list(nodes.keys())': () =>
      `[${Object.keys(data.nodes)
        .map((name) => `'${name}'`)
        .join(', ')}]`,
    'list(nodes)': () =>
      `[${Object.keys(data.nodes)
        .map((name) => `'${name}'`)
        .join(', ')}]`,
    "__import__('json').dumps(list(nodes))": () =>
      `[${Object.keys(data.nodes)
        .map((name) => `"${name}"`)
        .join(', ')}]`,
    'len(nodes)': () => Object.keys(data.nodes).length,
  };
  if (Object.hasOwn(calls, expression)) return calls[expression]();
  const bad = (reason) => fatal(`Error trying to evaluate ${expression}: ${reason}`);
  if (!/^[\w.[\]-]+$/.test(expression)) return bad('invalid syntax (<string>, line 1)');
  let value = data;
  for (const step of expression.split('.')) {
    if (isObject(value) && Object.hasOwn(value, step)) value = value[step];
    else
      return bad(
        value === data ? `name '${step}' is not defined` : `"'Box' object has no attribute '${step}'"`,
      );
  }
  return value;
}

/** YAML goes through a formatter as wide as the terminal: padded, and silently cut. */
function printYaml(value) {
  const width = Number(process.env.COLUMNS) || 80;
  for (const line of yaml.dump(value, { lineWidth: -1 }).split('\n')) out(line.slice(0, width).padEnd(width));
}

function print(value, format) {
  if (!isObject(value)) out(String(value), '');
  else if (format === 'json') out(JSON.stringify(value, null, 2), '');
  else printYaml(value);
}

async function inspect(args, { behaviour, stage }) {
  const options = readArguments(args, known, (word) =>
    usage('netlab inspect', `unrecognized arguments: ${word}`),
  );
  const format = options.format ?? 'yaml';
  if (!['json', 'yaml'].includes(format))
    usage('netlab inspect', `argument --format: invalid choice: '${format}'`);
  stage('start');
  if (behaviour.inspectFails === 'hangs') await hang(behaviour);
  if (behaviour.inspectFails === 'traceback')
    traceback('TypeError: Object of type set is not JSON serializable');
  if (behaviour.inspectFails === 'exit-1') fatal('Cannot proceed beyond this point due to errors, exiting');
  if (behaviour.inspectFails === 'garbage') return out('[{ not: JSON');
  const lab = loadLab('inspect', options);
  if (options.node === undefined) {
    if (options.rest[0] === undefined && format === 'json')
      traceback('TypeError: Object of type set is not JSON serializable');
    const data = { name: lab.name, provider: lab.provider, nodes: lab.nodes, links: lab.links };
    return print(options.rest[0] === undefined ? data : evaluate(data, options.rest[0]), format);
  }
  const names = options.node === 'all' ? Object.keys(lab.nodes) : options.node.split(',');
  const strange = names.find((name) => !Object.hasOwn(lab.nodes, name));
  if (strange !== undefined) {
    fail(
      `UserWarning: ${strange} is not a glob or a valid node, group, or device name`,
      'Fatal error in netlab: Cannot proceed beyond this point due to errors, exiting',
    );
  }
  if (names.length > 1) return out('┏━━━━┓', `┃ ${names.join(' ┃ ')} ┃`, '└────┘');
  const view = deviceView(lab, names[0], { device: false });
  return print(options.rest[0] === undefined ? view : evaluate(view, options.rest[0]), format);
}

module.exports = { inspect };
