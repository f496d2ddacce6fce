import type { FakeDevice } from '../../device/fake-device';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { ipv6Prefix } from '../../device/ipv6-prefix';

/** Properties as given, their names in full; or why they are refused. */
export type CheckedValues = { readonly values: ReadonlyMap<string, string> } | { readonly refusal: string };

/** Finds the whole names of abbreviated properties and looks at values that must make sense. */
export function checkValues(
  device: FakeDevice,
  given: ReadonlyMap<string, string>,
  { takes, line, path }: { readonly takes: readonly string[]; readonly line: string; readonly path: string },
): CheckedValues {
  const values = new Map<string, string>();
  for (const [typed, value] of given) {
    const name = wholeName(takes, typed);
    if (name === undefined) {
      return { refusal: `expected end of command (line 1 column ${line.indexOf(typed) + 1})` };
    }
    const problem = problemOf(device, name, value, path);
    if (problem !== undefined) return { refusal: problem };
    values.set(name, value === 'true' ? 'yes' : value === 'false' ? 'no' : value);
  }
  return { values };
}

function wholeName(takes: readonly string[], typed: string): string | undefined {
  if (takes.includes(typed)) return typed;
  const begun = takes.filter((name) => name.startsWith(typed));
  return begun.length === 1 ? begun[0] : undefined;
}

function problemOf(device: FakeDevice, name: string, value: string, path: string): string | undefined {
  const fits: Readonly<Record<string, boolean>> = {
    disabled: /^(?:yes|no|true|false)$/.test(value),
    mtu: /^\d{2,5}$/.test(value),
    interface: value === 'all' || device.interfaces.some((one) => one.name === value),
    address:
      path === 'ipv6 address'
        ? ipv6Prefix(value) !== undefined
        : path !== 'ip address' || ipv4Prefix(value) !== undefined,
    'router-id': ipv4Prefix(value)?.address === value,
  };
  if (fits[name] !== false) return undefined;
  if (name === 'interface') return 'input does not match any value of interface';
  return `invalid value for argument ${name}`;
}
