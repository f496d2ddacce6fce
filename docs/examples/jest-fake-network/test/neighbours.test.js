const { networks } = require('../networks');
const { type } = require('../ssh');

let hosts;

beforeAll(async () => {
  const { pair } = await networks.start({
    network: 'pair',
    inventory: {
      default: { port: 'auto' },
      hosts: { r1: { platform: 'cisco_ios' }, r2: { platform: 'arista_eos' } },
      links: ['r1-r2'],
    },
  });
  hosts = Object.fromEntries(pair.hosts.map((host) => [host.name, host]));
});
afterAll(() => networks.stop());

test('a port that is shut is gone from the neighbour', async () => {
  expect(await type(hosts.r2, 'show lldp neighbors')).toContain('GigabitEthernet0/1');

  await type(hosts.r1, 'enable', 'configure terminal', 'interface Gi0/1', 'shutdown');

  expect(await type(hosts.r2, 'show lldp neighbors')).not.toContain('GigabitEthernet0/1');
});
