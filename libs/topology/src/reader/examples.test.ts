import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readText } from '../test-fixtures/read-text';

const FOLDER = join(__dirname, '../../../../docs/examples/topologies');

const summary = async (name: string): Promise<string[]> => {
  const { nodes } = readText(await readFile(join(FOLDER, name), 'utf8'));
  return nodes.map(({ name, device, interfaces }) =>
    [name, device, ...interfaces.map((one) => one.ipv4 ?? 'unnumbered')].join(' '),
  );
};

// The expected values are what netlab 26.03 itself makes of these files.
describe('the example topologies', () => {
  test('are all in the table below', async () => {
    const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.yml'));
    expect(files.sort()).toEqual(['branch.yml', 'dual-stack.yml', 'fabric.yml', 'pair.yml']);
  });

  test.each([
    ['pair.yml', ['r1 frr 10.1.0.1/30 172.16.0.1/24', 'r2 frr 10.1.0.2/30 172.16.1.2/24']],
    [
      'branch.yml',
      [
        'edge eos 192.0.2.0/31 10.1.0.2/30 10.1.0.6/30',
        'core1 iosv 10.1.0.1/30 10.1.0.9/30 10.20.0.2/24',
        'core2 srlinux 10.1.0.5/30 10.1.0.10/30 10.20.0.3/24 172.16.0.3/24',
        'isp frr 192.0.2.1/31',
        'pc linux 10.20.0.5/24',
        'server linux 172.16.0.6/24',
      ],
    ],
    [
      'dual-stack.yml',
      ['a frr 10.1.0.1/30 unnumbered', 'b frr 10.1.0.2/30 10.99.0.9/29', 'c frr 10.99.0.10/29 unnumbered'],
    ],
    [
      'fabric.yml',
      [
        'L1 eos 10.1.0.1/30 10.1.0.5/30 172.16.0.1/24',
        'L2 eos 10.1.0.9/30 10.1.0.13/30 172.16.1.2/24',
        'L3 eos 10.1.0.17/30 10.1.0.21/30',
        'L4 eos 10.1.0.25/30 10.1.0.29/30',
        'S1 eos 10.1.0.2/30 10.1.0.10/30 10.1.0.18/30 10.1.0.26/30',
        'S2 eos 10.1.0.6/30 10.1.0.14/30 10.1.0.22/30 10.1.0.30/30',
        'h1 linux 172.16.0.7/24',
        'h2 linux 172.16.1.8/24',
      ],
    ],
  ])('%s builds the lab it describes', async (name, expected) => {
    expect(await summary(name)).toEqual(expected);
  });
});
