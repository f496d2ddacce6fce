import { block, hasLine, leaf, lineCommands, printIndented, sectionsOf, valueOf } from '@remote-lab/fakenos';

/** @type {import('@remote-lab/fakenos').LineGrammar} */
const grammar = {
  negation: 'no',
  target: 'running', // every line acts at once
  leave: ['exit'],
  end: { words: ['end'], mode: 'exec' },
  // Values that are checked: what this returns is kept, undefined refuses the word.
  values: {
    slot: (typed, { device }) => device.interfaces.find(({ name }) => name === typed)?.name,
    prefix: (typed) => (/^\d+\.\d+\.\d+\.\d+\/\d+$/.test(typed) ? typed : undefined),
  },
  modes: {
    config: {
      settings: ['hostname <name>', 'crumbs <grams:0-500>'], // one of each
      entries: ['alarm <when>'], // any number
      sections: [{ syntax: 'slot <slot>', mode: 'config-slot' }], // opens a mode
    },
    'config-slot': { settings: ['description <text...>', 'address <prefix>', 'shutdown'] },
  },
};

/** @type {import('@remote-lab/fakenos').PlatformConfiguration} */
const configuration = {
  // What somebody would have typed to make this device what it is.
  initial: ({ name, interfaces }) => [
    leaf(`hostname ${name}`),
    ...interfaces.map((slot) =>
      block(`slot ${slot.name}`, [
        ...(slot.ipv4 === undefined ? [] : [leaf(`address ${slot.ipv4}`)]),
        ...(slot.adminUp ? [] : [leaf('shutdown')]),
      ]),
    ),
  ],
  // What a configuration means, for this device and its neighbours. What is not read means nothing.
  read: (tree) => ({
    hostname: valueOf(tree, 'hostname'),
    interfaces: sectionsOf(tree, 'slot').map(({ name, children }) => ({
      name,
      adminUp: !hasLine(children, 'shutdown'),
      description: valueOf(children, 'description'),
      ipv4: valueOf(children, 'address'),
    })),
  }),
  // As it goes into a file.
  print: (tree) => `${printIndented(tree, { width: 2 }).join('\n')}\n`,
};

/** @type {readonly import('@remote-lab/fakenos').Command[]} */
const commands = [
  {
    syntax: 'show slots',
    modes: ['exec'],
    run: ({ device }) =>
      device.interfaces
        .map(
          ({ name, ipv4 = 'none', linkUp }) =>
            `${name.padEnd(8)} ${ipv4.padEnd(16)} ${linkUp ? 'hot' : 'cold'}`,
        )
        .join('\n'),
  },
  {
    syntax: 'show neighbours',
    modes: ['exec'],
    run: ({ device }) =>
      device.neighbors.map((one) => `${one.interfaceName} ${one.name} ${one.neighborInterface}`).join('\n') ||
      'Nobody is there.',
  },
  {
    syntax: 'show config',
    modes: ['exec'],
    run: ({ device }) => configuration.print(device.configuration?.running ?? [], device),
  },
  {
    syntax: 'save',
    modes: ['exec'],
    run: ({ device }) => {
      device.configuration?.save();
      return 'Saved.';
    },
  },
  { syntax: 'configure', modes: ['exec'], run: () => ({ mode: 'config' }) },
  { syntax: 'exit', modes: ['exec'], run: () => ({ close: true }) },
  ...lineCommands(grammar),
];

/**
 * @param {string} mark
 * @returns {import('@remote-lab/fakenos').Mode}
 */
const mode = (mark) => ({ prompt: ({ name }) => `${name}${mark} `, words: 'abbreviated' });

/** @type {import('@remote-lab/fakenos').Platform} */
export const platform = {
  name: 'acme_toaster',
  title: 'Acme Toaster OS',
  netlabDevices: [],
  initialMode: 'exec',
  modes: {
    exec: mode('>'),
    config: mode('(config)>'),
    'config-slot': { ...mode('(slot)>'), fallback: 'config' },
  },
  commands,
  help: {
    show: 'Say something',
    'show slots': 'The interfaces',
    'show neighbours': 'Who is at the other end',
    'show config': 'The running configuration',
    save: 'Keep the configuration over a reload',
    configure: 'Change the configuration',
    exit: 'Leave',
  },
  refusals: {
    unknown: ({ line, column, promptLength }) => `${' '.repeat(promptLength + column)}^\nI cannot ${line}.`,
    incomplete: () => 'There is more to say.',
    ambiguous: () => 'That could be several things.',
  },
  ports: { ethernet: (number) => `slot${number}`, management: 'plug', loopback: 'lever' },
  configuration,
};
