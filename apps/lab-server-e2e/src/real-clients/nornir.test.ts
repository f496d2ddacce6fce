import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { testPython } from '../python/run-python';
import { startClientNetwork } from './client-network';
import { runWithInput } from './run-with-input';

// The inventory that the service exports is one that Nornir runs tasks on. See ../python/run-python.ts.
const gated = testPython === '' ? describe.skip : describe;

gated('Nornir', () => {
  test('runs a command on every host of an exported inventory', async () => {
    await using network = await startClientNetwork({
      default: { username: 'admin', password: 'secret-9', port: 0, platform: 'cisco_ios' },
      hosts: { edge: { replicas: 2, port: [21_700, 21_709] }, core: { platform: 'arista_eos' } },
    });
    const inventory = network.nornirInventory(['lab']);

    const said = await runWithInput(testPython, [join(__dirname, 'nornir_inventory.py')], {
      inventory,
      command: 'show version',
    });

    expect(said).toEqual({
      edge0: expect.stringContaining('edge0 uptime'),
      edge1: expect.stringContaining('edge1 uptime'),
      core: expect.stringContaining('Arista'),
    });
  }, 60_000);
});
