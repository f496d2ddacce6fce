import { isIP } from 'node:net';
import { documentPath } from '../documents/document-path';
import type { DocumentProblem } from '../errors';
import { messageOf } from '../errors';
import { sameListener } from '../network/same-listener';
import { readAuthorizedKeys } from '../transport/authorized-keys';
import type { InventoryDocument } from './inventory-document';
import type { InventoryHost } from './inventory-host';

const SERVER_PLUGINS = ['ParamikoSshServer'];
const SHELL_PLUGINS = ['CMDShell'];

/** What a schema cannot say: plug-ins there are not, addresses and keys that are none, ports given twice. */
export function checkHosts(
  document: InventoryDocument,
  hosts: readonly InventoryHost[],
): readonly DocumentProblem[] {
  return [
    ...pluginProblems(document),
    ...addressProblems(hosts),
    ...keyProblems(hosts),
    ...portProblems(hosts),
  ];
}

function pluginProblems({ default: defaults, hosts }: InventoryDocument): readonly DocumentProblem[] {
  const blocks = [
    { path: ['default'], block: defaults },
    ...Object.entries(hosts).map(([name, block]) => ({ path: ['hosts', name], block })),
  ];
  return blocks.flatMap(({ path, block }) => [
    ...unknownPlugin([...path, 'server'], block?.server?.plugin, SERVER_PLUGINS),
    ...unknownPlugin([...path, 'shell'], block?.shell?.plugin, SHELL_PLUGINS),
  ]);
}

function unknownPlugin(
  block: readonly string[],
  plugin: string | undefined,
  known: readonly string[],
): readonly DocumentProblem[] {
  if (plugin === undefined || known.includes(plugin)) return [];
  const message = `names ${plugin}, which there is not; leave it out, or use ${known.join(' or ')}`;
  return [{ path: documentPath([...block, 'plugin']), message }];
}

function addressProblems(hosts: readonly InventoryHost[]): readonly DocumentProblem[] {
  return hosts.flatMap(({ path, server: { address } }) => {
    if (address === undefined || address === 'localhost' || isIP(address) !== 0) return [];
    const message = `must be "localhost" or an IP address, not ${JSON.stringify(address)}`;
    return [{ path: documentPath([...path, 'server', 'configuration', 'address']), message }];
  });
}

function keyProblems(hosts: readonly InventoryHost[]): readonly DocumentProblem[] {
  return hosts.flatMap(({ path, server: { authorized_keys: lines } }) => {
    if (!lines) return [];
    try {
      readAuthorizedKeys(lines);
      return [];
    } catch (error) {
      const place = documentPath([...path, 'server', 'configuration', 'authorized_keys']);
      return [{ path: place, message: `cannot be used: ${messageOf(error)}` }];
    }
  });
}

function portProblems(hosts: readonly InventoryHost[]): readonly DocumentProblem[] {
  const owners = new Map<number, { readonly address: string; readonly name: string }[]>();
  return hosts.flatMap(({ name, path, port, server: { address = '', telnet_port: telnetPort = 0 } }) => {
    const wanted = [
      { key: ['port'], number: port },
      { key: ['server', 'configuration', 'telnet_port'], number: telnetPort === 'auto' ? 0 : telnetPort },
    ];
    return wanted.flatMap(({ key, number }) => {
      if (number === 0) return [];
      const there = owners.get(number) ?? [];
      const other = there.find((owner) => sameListener(owner.address, address));
      owners.set(number, [...there, { address, name }]);
      if (!other) return [];
      const whose = other.name === name ? 'the host itself' : other.name;
      const message = `${number} of ${name} is taken by ${whose}; give each host a port of its own, or auto`;
      return [{ path: documentPath([...path, ...key]), message }];
    });
  });
}
