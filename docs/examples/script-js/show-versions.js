import { RemoteLabClient } from '@remote-lab/client';
import { ask } from './ssh.js';

const client = await RemoteLabClient.connect({
  purpose: 'versions of all devices',
  onPosition: (position) => console.log(position === 0 ? 'our turn' : `${position} ahead of us`),
});
try {
  const lab = await client.acquire(new URL('pair.yml', import.meta.url), { reuse: true });
  for (const device of lab.devices) {
    const version = await ask(device, 'show version');
    console.log(`${device.name} runs ${/image version: (\S+)/.exec(version)?.[1]}`);
  }
} finally {
  await client.close();
}
