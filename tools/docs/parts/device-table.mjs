import { platformFor } from '@remote-lab/fakenos';
import { deviceType, knownDevices } from '@remote-lab/topology';
import { markdownTable } from '../markdown-table.mjs';

/** Every device type that a topology may name. */
export function deviceTable() {
  const rows = knownDevices.map((name) => {
    const type = deviceType(name);
    const { description, role, daemon, firstIfindex, interfaceName, providers } = type;
    return [
      `\`${name}\``,
      description,
      daemon === true ? 'daemon' : role,
      `\`${interfaceName(firstIfindex)}\``,
      Object.keys(providers).join(', '),
      platformFor(name)?.title ?? '',
    ];
  });
  return markdownTable(
    ['Device type', 'What it is', 'Role', 'First interface', 'Providers', 'Fake platform'],
    rows,
  );
}
