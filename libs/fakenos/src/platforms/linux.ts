import type { Platform } from '../engine/platform';
import { linuxFiles } from './linux/linux-files';
import { commandNotFound, shellCommands, shellMode } from './linux/shell-commands';

/** A Linux host. */
export const linux: Platform = {
  name: 'linux',
  title: 'Linux',
  netlabDevices: ['linux'],
  initialMode: 'shell',
  modes: { shell: shellMode },
  commands: shellCommands(linuxFiles('Alpine 3.21')),
  refusals: {
    unknown: commandNotFound,
    incomplete: ({ line }) => `${line.trim()}: missing operand`,
    ambiguous: commandNotFound,
  },
  help: {},
};
