import type { DeviceProvider, InterfaceModel, NodeModel } from '@remote-lab/topology';
import { deviceType } from '@remote-lab/topology';
import type { DeviceInterface, FakeDevice } from './device/fake-device';
import type { Credentials } from './engine/credentials';

type Mapping = Readonly<Record<string, unknown>>;

/** What a node's mapping needs beside the node: its lab, and where and how its fake device is reached. */
export interface NodeSurroundings {
  /** The topology's `name`. */
  readonly lab: string;
  /** `provider` of the topology, for nodes that name none. */
  readonly provider?: string;
  readonly device: FakeDevice;
  readonly host: string;
  readonly port: number;
  readonly login: Credentials;
}

/** Who has no other login: netlab does not say one for every device. */
const DEFAULT_LOGIN: Credentials = { username: 'admin', password: 'admin' };
/** Connections of netlab whose counterpart on a fake device is its command line. */
const COMMAND_LINE = ['network_cli', 'netconf', 'httpapi'];

/** The login netlab gives a node, as far as it does. `provider` is the topology's. */
export function loginOf(node: NodeModel, provider: string | undefined): Credentials {
  const row = providerOf(node, provider);
  return {
    username: text(node.attributes['ansible_user']) ?? row?.user ?? DEFAULT_LOGIN.username,
    password: text(node.attributes['ansible_ssh_pass']) ?? row?.password ?? DEFAULT_LOGIN.password,
  };
}

/**
 * The mapping that `netlab inspect --node NAME` prints, for a node played by a fake device. Unlike netlab's it always
 * has `ansible_host`, `ansible_port`, `ansible_user` and `ansible_ssh_pass`, and `mgmt.ipv4` is the address at which
 * the device answers.
 */
export function inspectNode(node: NodeModel, surroundings: NodeSurroundings): Mapping {
  const { lab, provider, device, host, port, login } = surroundings;
  const type = deviceType(node.device);
  const row = providerOf(node, provider);
  const connection = COMMAND_LINE.includes(row?.connection ?? 'network_cli') ? 'network_cli' : 'paramiko';
  const wired = new Map(device.interfaces.map((one) => [one.name, one]));
  return defined({
    ...node.attributes,
    af: addressFamilies(node),
    ansible_connection: connection,
    ansible_host: host,
    ansible_network_os: type?.networkOs ?? node.device,
    ansible_port: port,
    ansible_user: login.username,
    ansible_ssh_pass: login.password,
    box: text(node.attributes['box']) ?? row?.image ?? 'none',
    device: node.device,
    hostname: `clab-${lab}-${node.name}`,
    id: node.id,
    interfaces: node.interfaces.map((one) => inspectInterface(one, wired.get(one.ifname))),
    loopback: node.loopback && {
      ...defined({ ifindex: 0, ...node.loopback, neighbors: [], type: 'loopback', virtual_interface: true }),
      ...ospfOf(undefined, wired.get(node.loopback.ifname)),
    },
    mgmt: { ...node.mgmt, ipv4: host },
    module: node.modules.length > 0 ? node.modules : undefined,
    mtu: node.mtu,
    name: node.name,
    netlab_device_type: type?.netlabDeviceType,
    ospf: nodeOspf(node, device),
    role: node.role,
  });
}

function inspectInterface(one: InterfaceModel, wired: DeviceInterface | undefined): Mapping {
  const { attributes, unnumbered, macAddress, clabName, virtual, ...rest } = one;
  return defined({
    ...attributes,
    ...Object.fromEntries((unnumbered ?? []).map((family) => [family, true])),
    ...rest,
    clab: clabName === undefined ? attributes['clab'] : { ...mapping(attributes['clab']), name: clabName },
    mac_address: macAddress,
    virtual_interface: virtual,
    ...ospfOf(attributes['ospf'], wired),
  });
}

function ospfOf(written: unknown, wired: DeviceInterface | undefined): Mapping {
  // netlab leaves it out where it is switched off.
  if (wired?.ospfArea === undefined) return written === false ? { ospf: undefined } : {};
  const pointToPoint = wired.ospfState === 'P2P' ? { network_type: 'point-to-point' } : {};
  return {
    ospf: { ...mapping(written), area: wired.ospfArea, ...pointToPoint, passive: wired.ospfPassive ?? false },
  };
}

function nodeOspf(node: NodeModel, device: FakeDevice): Mapping | undefined {
  const areas = [...new Set(device.interfaces.flatMap(({ ospfArea }) => ospfArea ?? []))];
  const [area] = areas;
  if (area === undefined) return undefined;
  const known = areas.map((one) => ({ area: one, kind: 'regular' }));
  return {
    ...mapping(node.attributes['ospf']),
    af: addressFamilies(node),
    area,
    areas: known,
    router_id: device.routerId,
  };
}

function addressFamilies({ loopback, interfaces }: NodeModel): Mapping {
  const ends = [...interfaces, ...(loopback ? [loopback] : [])];
  const has = (family: 'ipv4' | 'ipv6') => (ends.some((end) => end[family] !== undefined) ? true : undefined);
  return defined({ ipv4: has('ipv4'), ipv6: has('ipv6') });
}

function providerOf(node: NodeModel, provider: string | undefined): DeviceProvider | undefined {
  const providers: Readonly<Record<string, DeviceProvider | undefined>> =
    deviceType(node.device)?.providers ?? {};
  const named = node.provider ?? provider ?? 'libvirt';
  return (Object.hasOwn(providers, named) ? providers[named] : undefined) ?? Object.values(providers)[0];
}

function defined(values: Mapping): Mapping {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function mapping(value: unknown): Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
