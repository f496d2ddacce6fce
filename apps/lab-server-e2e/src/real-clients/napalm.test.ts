import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { testPython } from '../python/run-python';
import { startClientNetwork } from './client-network';
import { runWithInput } from './run-with-input';

// NAPALM's getters, for the drivers that speak to a command line over SSH. Those of EOS, Junos and IOS XR speak eAPI and NETCONF, which
// fake devices do not. See ../python/run-python.ts.
const gated = testPython === '' ? describe.skip : describe;

const login = { username: 'admin', password: 'secret-9' };
const GETTERS = [
  'get_facts',
  'get_interfaces',
  'get_lldp_neighbors',
  'get_interfaces_ip',
  'get_config',
  'get_arp_table',
];
const DRIVERS = [
  { driver: 'ios', platform: 'cisco_ios', port: 'GigabitEthernet0/1' },
  { driver: 'nxos_ssh', platform: 'cisco_nxos', port: 'Ethernet1/1' },
] as const;

type Answers = Readonly<Record<string, unknown>>;

gated('NAPALM', () => {
  test.each(DRIVERS)(
    'asks $driver for facts, interfaces and neighbours',
    async ({ driver, platform, port }) => {
      await using network = await startClientNetwork({
        default: { platform, port: 0, ...login },
        hosts: { left: {}, right: {} },
        links: [{ a: 'left', b: 'right' }],
      });
      const visits = network.hosts.map(({ name, port: own }) => ({
        ...login,
        name,
        driver,
        host: '127.0.0.1',
        port: own,
        getters: GETTERS,
      }));

      const said = await runWithInput(testPython, [join(__dirname, 'napalm_getters.py')], visits);

      const [left] = (said as [string, Answers][])
        .filter(([name]) => name === 'left')
        .map(([, answers]) => answers);
      expect(left).toMatchObject({
        get_facts: { hostname: 'left', vendor: 'Cisco', interface_list: expect.arrayContaining([port]) },
        get_interfaces: { [port]: { is_up: true, is_enabled: true } },
        get_lldp_neighbors: { [port]: [{ hostname: 'right', port: expect.any(String) }] },
        get_interfaces_ip: { [port]: { ipv4: { '10.1.1.1': { prefix_length: 30 } } } },
        get_config: { running: expect.stringContaining('hostname left') },
        get_arp_table: expect.arrayContaining([expect.objectContaining({ ip: '10.1.1.2' })]),
      });
    },
    120_000,
  );
});
