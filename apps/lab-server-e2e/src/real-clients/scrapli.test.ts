import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { testPython } from '../python/run-python';
import { startClientNetwork } from './client-network';
import { netmikoWords } from './netmiko-words';
import { runWithInput } from './run-with-input';

// scrapli, whichever of its two generations is installed: open, prompt, a command, configuration. See ../python/run-python.ts.
const gated = testPython === '' ? describe.skip : describe;

/** Platforms by our name: the name of the old scrapli (where it has one), that of the new one. */
const DEFINITIONS = [
  { platform: 'cisco_xe', classic: 'cisco_iosxe', definition: 'cisco_iosxe' },
  { platform: 'cisco_nxos', classic: 'cisco_nxos', definition: 'cisco_nxos' },
  { platform: 'cisco_xr', classic: 'cisco_iosxr', definition: 'cisco_iosxr' },
  { platform: 'arista_eos', classic: 'arista_eos', definition: 'arista_eos' },
  { platform: 'juniper_junos', classic: 'juniper_junos', definition: 'juniper_junos' },
  { platform: 'nokia_srl', classic: undefined, definition: 'nokia_srlinux' },
  { platform: 'nokia_sros', classic: undefined, definition: 'nokia_sros' },
  { platform: 'huawei_vrp', classic: undefined, definition: 'huawei_vrp' },
] as const;

const COMMITS: Readonly<Record<string, string>> = {
  cisco_xr: 'commit',
  juniper_junos: 'commit',
  nokia_srl: 'commit stay',
  nokia_sros: 'commit',
};
const login = { username: 'admin', password: 'secret-9' };

gated('scrapli', () => {
  test('opens, asks and configures', async () => {
    const hosts = Object.fromEntries(
      DEFINITIONS.map(({ platform }) => [platform.replaceAll('_', '-'), { platform, port: 0, ...login }]),
    );
    await using network = await startClientNetwork({ hosts });
    const isOld = await hasOldScrapli();
    const visits = DEFINITIONS.flatMap(({ platform, ...names }) => {
      const host = network.hosts.find((one) => one.platform === platform);
      const words = netmikoWords[platform];
      if (!host || !words?.config || (isOld && names.classic === undefined)) return [];
      const { command, config, show, says } = words;
      const commit = COMMITS[platform];
      const lines = [...config, ...(commit === undefined ? [] : [commit])];
      return [
        {
          ...login,
          ...names,
          name: host.name,
          host: '127.0.0.1',
          port: host.port,
          command,
          answers: '',
          config: lines,
          show,
          says,
        },
      ];
    });

    const said = await runWithInput(testPython, [join(__dirname, 'scrapli_matrix.py')], visits);

    const results = said as [string, Record<string, string>][];
    expect(results.filter(([, steps]) => steps['failed'] !== undefined)).toEqual([]);
    expect(results).toHaveLength(visits.length);
  }, 300_000);
});

async function hasOldScrapli(): Promise<boolean> {
  return (
    (await runWithInput(
      testPython,
      ['-c', 'import scrapli; print("true" if hasattr(scrapli, "Scrapli") else "false")'],
      {},
    )) === true
  );
}
