import type { Platform } from '../engine/platform';
import { linuxFiles } from './linux/linux-files';
import { shellCommands } from './linux/shell-commands';
import { shellMode, shellRefusals } from './linux/shell-mode';

/** A Linux host. */
export const linux: Platform = {
  name: 'linux',
  title: 'Linux',
  netlabDevices: ['linux'],
  initialMode: 'shell',
  modes: { shell: shellMode },
  commands: shellCommands(linuxFiles),
  refusals: shellRefusals,
  help: {},
};
