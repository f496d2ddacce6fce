import type { FakeDevice } from '../device/fake-device';
import type { Platform } from '../engine/platform';
import type { NosDocument } from '../nos-file/nos-document';
import type { DeviceFiles } from '../transport/device-files';

const RUNNING = '/running-config';
const STARTUP = '/startup-config';

/** What a platform's devices offer for reading: both configurations, as they are when they are read; undefined where none is kept. */
export function platformFiles({ configuration }: Platform, device: FakeDevice): DeviceFiles | undefined {
  if (!configuration) return undefined;
  return () => {
    const kept = device.configuration;
    if (!kept) return new Map();
    return new Map([
      [RUNNING, configuration.print(kept.running, device)],
      [STARTUP, configuration.print(kept.startup, device)],
    ]);
  };
}

/** What a platform file offers for reading: what it says to `show running-config`, and to its sister. */
export function documentFiles({ commands }: NosDocument): DeviceFiles | undefined {
  const files = [
    [RUNNING, commands['show running-config']?.output],
    [STARTUP, commands['show startup-config']?.output],
  ].flatMap(([path, output]) =>
    typeof path === 'string' && typeof output === 'string' ? [[path, `${output}\n`] as const] : [],
  );
  return files.length === 0 ? undefined : () => new Map(files);
}
