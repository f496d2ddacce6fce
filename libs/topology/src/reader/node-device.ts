import type { DeviceProvider, DeviceType, DeviceVlan, NameOfIndex } from '../devices/device-type';
import { deviceType, knownDevices } from '../devices/known-devices';
import { isMap, lookUp, type Data, type DataMap } from '../yaml/data';
import type { Draft } from './draft';
import { MAX_IFINDEX } from './limits';

/** A device type on one provider, with what `defaults.devices` of the topology changes. */
export interface NodeDevice {
  readonly name: string;
  readonly role: 'router' | 'host';
  readonly daemon: boolean;
  readonly interfaceName: NameOfIndex;
  readonly firstIfindex: number;
  readonly loopbackName: NameOfIndex | undefined;
  readonly tunnelName: NameOfIndex | undefined;
  readonly lagName: NameOfIndex | undefined;
  readonly mgmtName: string;
  readonly linkName: NameOfIndex | undefined;
  readonly mtu: number | undefined;
  readonly systemMtu: boolean;
  readonly generatesMac: boolean;
  readonly stubLoopback: boolean;
  readonly unitSuffix: string;
  readonly vlan: DeviceVlan | undefined;
}

/** Devices of its own that a message about a topology lists. */
const MAX_OWN_DEVICES = 50;

/** Names of the devices a topology may use: netlab's, and the first of those it defines itself. */
export function usableDevices(draft: Draft): readonly string[] {
  const listed = usable.get(draft) ?? listUsableDevices(draft);
  usable.set(draft, listed);
  return listed;
}

const usable = new WeakMap<Draft, readonly string[]>();

function listUsableDevices(draft: Draft): readonly string[] {
  const own = draft.defaults['devices'];
  const added = isMap(own)
    ? Object.keys(own)
        .slice(0, MAX_OWN_DEVICES)
        .filter((name) => deviceType(name) === undefined && baseOf(draft, name) !== undefined)
    : [];
  return [...knownDevices, ...added];
}

/** A device on a provider; undefined for an unknown device. */
export function nodeDevice(draft: Draft, name: string, provider: string): NodeDevice | undefined {
  const base = baseOf(draft, name);
  if (base === undefined) return undefined;
  const profiles: Readonly<Record<string, DeviceProvider | undefined>> = base.providers;
  const profile = (Object.hasOwn(profiles, provider) ? profiles[provider] : undefined) ?? {};
  const set = (key: string): Data | undefined => setting(draft, name, provider, key);
  const offset = set('ifindex_offset');
  const firstIfindex = isIfindex(offset) ? offset : base.firstIfindex;
  const interfaceName = nameOr(set('interface_name'), base.interfaceName) ?? base.interfaceName;
  const mgmtName = set('mgmt_if');
  return {
    name,
    role: set('role') === 'host' ? 'host' : set('role') === 'router' ? 'router' : base.role,
    daemon: base.daemon ?? false,
    interfaceName,
    firstIfindex,
    loopbackName: nameOr(set('loopback_interface_name'), base.loopbackName),
    tunnelName: nameOr(set('tunnel_interface_name'), base.tunnelName),
    lagName: nameOr(set('lag_interface_name'), base.lagName),
    mgmtName: typeof mgmtName === 'string' ? mgmtName : (profile.mgmtName ?? base.mgmtName),
    linkName: nameOr(set('interface.name'), profile.linkName),
    mtu: numberOr(set('mtu'), profile.mtu ?? base.mtu),
    systemMtu: booleanOr(set('features.initial.system_mtu'), base.systemMtu ?? false),
    generatesMac: base.generatesMac ?? false,
    stubLoopback: booleanOr(
      set('features.stub_loopback') ??
        (profile.stubLoopback === true ? true : lookUp(draft.defaults, 'links.stub_loopback')),
      false,
    ),
    unitSuffix: base.unitSuffix ?? '',
    vlan: base.vlan,
  };
}

/** The row of netlab's table a device stands on: its own, or that of the parent a topology gives it. */
function baseOf(draft: Draft, name: string): DeviceType | undefined {
  const known = deviceType(name);
  if (known !== undefined) return known;
  const own = ownSettings(draft, name);
  if (own === undefined) return undefined;
  const parent = own['parent'];
  if (typeof parent === 'string') return deviceType(parent);
  const generic = deviceType('none');
  return typeof own['interface_name'] === 'string' && generic !== undefined
    ? { ...generic, providers: {} }
    : undefined;
}

function ownSettings(draft: Draft, name: string): DataMap | undefined {
  const devices = draft.defaults['devices'];
  const own = isMap(devices) ? devices[name] : undefined;
  return isMap(own) ? own : undefined;
}

function setting(draft: Draft, name: string, provider: string, key: string): Data | undefined {
  const own = ownSettings(draft, name);
  if (own === undefined) return undefined;
  const forProvider = own[provider];
  const special = isMap(forProvider) ? lookUp(forProvider, key) : undefined;
  return special === undefined ? lookUp(own, key) : special;
}

/** Longest pattern of an interface name. */
const MAX_PATTERN_LENGTH = 200;

/** A name pattern of the topology: `{ifindex}` with an optional `+n` or `-n` is filled in, nothing is evaluated. */
function nameOr(pattern: Data | undefined, fallback: NameOfIndex | undefined): NameOfIndex | undefined {
  if (pattern === undefined) return fallback;
  if (typeof pattern !== 'string' || pattern === '' || pattern.length > MAX_PATTERN_LENGTH) return undefined;
  return (ifindex) =>
    pattern.replace(/\{(?:lag\.)?ifindex(?:\s*([+-])\s*(\d+))?\}/g, (_, sign, offset) => {
      const delta = typeof offset === 'string' ? Number(offset) : 0;
      return String(sign === '-' ? ifindex - delta : ifindex + delta);
    });
}

function isIfindex(value: Data | undefined): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_IFINDEX;
}

function numberOr<Fallback extends number | undefined>(
  value: Data | undefined,
  fallback: Fallback,
): number | Fallback {
  return typeof value === 'number' ? value : fallback;
}

function booleanOr(value: Data | undefined, fallback: boolean): boolean {
  return value === undefined ? fallback : value === true || isMap(value);
}
