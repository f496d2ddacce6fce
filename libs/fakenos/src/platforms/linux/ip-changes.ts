import { changeSection } from '../../configuration/change-tree';
import type { ConfigEdit } from '../../configuration/device-configuration';
import { leaf } from '../../configuration/config-tree';
import { takeAway } from '../../configuration/line-edits';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { ipv6Prefix } from '../../device/ipv6-prefix';
import type { FakeDevice } from '../../device/fake-device';
import type { CommandEffect } from '../../engine/platform';

/** What `ip` is told to change. */
export interface IpChange {
  /** `link`, `address`, `route` */
  readonly object: string;
  /** `set`, `add`, `del` … */
  readonly verb: string;
  readonly words: readonly string[];
  /** The user's number: only root may change anything. */
  readonly uid: number;
}

const ROOT = 0;

/** Runs `ip link set`, `ip addr add|del` and `ip route add|del`; undefined when it is none of them. */
export function ipChange(device: FakeDevice, change: IpChange): CommandEffect | undefined {
  const plan = planOf(device, change);
  if (plan === undefined) return undefined;
  if (change.uid !== ROOT) return { error: 'RTNETLINK answers: Operation not permitted', status: 2 };
  if (typeof plan === 'string') return { error: plan, status: 1 };
  device.configuration?.edit(plan);
  return {};
}

/** The edit, or why it cannot be. */
function planOf(device: FakeDevice, { object, verb, words }: IpChange): ConfigEdit | string | undefined {
  if (object === 'link' && verb === 'set') return linkPlan(device, words);
  if (object === 'address' && isAdd(verb)) return addressPlan(device, words, true);
  if (object === 'address' && isDelete(verb)) return addressPlan(device, words, false);
  if (object === 'route' && (isAdd(verb) || verb === 'replace')) return routePlan(words, true);
  if (object === 'route' && isDelete(verb)) return routePlan(words, false);
  return undefined;
}

function linkPlan(device: FakeDevice, words: readonly string[]): ConfigEdit | string {
  const [name = '', ...settings] = words.filter((word) => word !== 'dev');
  if (!device.interfaces.some((one) => one.name === name)) return `Cannot find device "${name}"`;
  const down = settings.includes('down');
  const mtuAt = settings.indexOf('mtu');
  const mtu = mtuAt === -1 ? undefined : settings[mtuAt + 1];
  if (mtu !== undefined && !/^\d{2,5}$/.test(mtu))
    return `Error: argument "${mtu}" is wrong: Invalid "mtu" value`;
  if (!down && !settings.includes('up') && mtu === undefined)
    return 'Not enough information: nothing to set.';
  return (tree) =>
    changeSection(tree, [`interface ${name}`], (section) => {
      const up = settings.includes('up') ? takeAway(section, (line) => line === 'shutdown') : section;
      const sized =
        mtu === undefined ? up : [...takeAway(up, (line) => line.startsWith('mtu ')), leaf(`mtu ${mtu}`)];
      return down && !sized.some(({ text }) => text === 'shutdown') ? [...sized, leaf('shutdown')] : sized;
    });
}

function addressPlan(device: FakeDevice, words: readonly string[], add: boolean): ConfigEdit | string {
  const [address = ''] = words;
  const name = words[words.indexOf('dev') + 1] ?? '';
  const isIpv6 = address.includes(':');
  const known = isIpv6 ? ipv6Prefix(address) : ipv4Prefix(address);
  if (!known) return `Error: any valid prefix is expected rather than "${address}".`;
  if (!words.includes('dev') || !device.interfaces.some((one) => one.name === name))
    return `Cannot find device "${name}"`;
  const whole = address.includes('/') ? address : `${address}/${isIpv6 ? 128 : 32}`;
  const line = `${isIpv6 ? 'ipv6' : 'ip'} address ${whole}`;
  const present = device.configuration?.running
    .find(({ text }) => text === `interface ${name}`)
    ?.children?.some(({ text }) => text === line);
  if (add && present) return 'RTNETLINK answers: File exists';
  if (!add && !present) return 'RTNETLINK answers: Cannot assign requested address';
  return (tree) =>
    changeSection(tree, [`interface ${name}`], (section) =>
      add ? [...section, leaf(line)] : takeAway(section, (text) => text === line),
    );
}

function routePlan(words: readonly string[], add: boolean): ConfigEdit | string {
  const [target = ''] = words;
  const prefix = ipv4Prefix(target === 'default' ? '0.0.0.0/0' : target)?.prefix;
  const via = words[words.indexOf('via') + 1];
  if (prefix === undefined) return `Error: any valid prefix is expected rather than "${target}".`;
  if (!add) return (tree) => takeAway(tree, (text) => text.startsWith(`ip route ${prefix} `));
  if (!words.includes('via') || via === undefined || !ipv4Prefix(via))
    return 'RTNETLINK answers: No such device';
  return (tree) => [
    ...takeAway(tree, (text) => text.startsWith(`ip route ${prefix} `)),
    leaf(`ip route ${prefix} ${via}`),
  ];
}

function isAdd(verb: string): boolean {
  return verb !== '' && 'add'.startsWith(verb);
}

function isDelete(verb: string): boolean {
  return verb.startsWith('del') && 'delete'.startsWith(verb);
}
