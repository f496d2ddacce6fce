/** A platform as an operator would write it: prompts, modes and commands over the device's own state. */
const toaster = {
  name: 'acme_toaster',
  title: 'Acme Toaster OS',
  netlabDevices: [],
  initialMode: 'exec',
  modes: {
    exec: { prompt: ({ name }) => `${name}>`, words: 'abbreviated' },
    config: { prompt: ({ name }) => `${name}(config)>`, words: 'abbreviated' },
  },
  commands: [
    {
      syntax: 'show interfaces',
      modes: ['exec'],
      run: ({ device }) => `${device.name} has ${device.interfaces.length} interfaces`,
    },
    { syntax: 'configure', modes: ['exec'], run: () => ({ mode: 'config' }) },
    { syntax: 'exit', modes: ['exec', 'config'], run: () => ({ leave: true }) },
  ],
  help: { show: 'Say something', 'show interfaces': 'The interfaces', configure: 'Change', exit: 'Leave' },
  refusals: {
    unknown: ({ line }) => `No such thing: ${line}`,
    incomplete: () => 'And?',
    ambiguous: () => 'Which?',
  },
};

module.exports = { platform: toaster };
