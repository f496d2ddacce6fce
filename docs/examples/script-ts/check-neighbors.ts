import { LabStartError, RemoteLabClient, WaitTimeoutError } from '@remote-lab/client';
import { ask } from './ssh.ts';

try {
  await using client = await RemoteLabClient.connect({
    purpose: 'OSPF check',
    waitTimeout: 15 * 60_000,
    onPosition: (position, { holder }) => {
      if (position > 0) console.log(`${position} ahead of us, ${holder?.owner ?? 'somebody'} has the lab`);
    },
  });
  await using lab = await client.acquire(new URL('pair.yml', import.meta.url), {
    reuse: true,
    onOutput: (line) => console.log(`  ${line}`),
  });

  const neighbors = await ask(lab.device('r1'), 'show ip ospf neighbor');
  const full = neighbors.split('\n').filter((line) => line.includes('FULL')).length;
  console.log(`r1 has ${full} full adjacency`);
  process.exitCode = full === 1 ? 0 : 1;
} catch (error) {
  if (error instanceof WaitTimeoutError) console.error('The lab was busy all the time; try again later.');
  else if (error instanceof LabStartError) console.error(`The lab did not start: ${error.message}`);
  else throw error;
  process.exitCode = 1;
}
