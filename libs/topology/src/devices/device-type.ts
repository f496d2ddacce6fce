/** How a lab is run; netlab's own default is libvirt. */
export type Provider = 'clab' | 'libvirt' | 'virtualbox' | 'external';

/** A name as a function of the interface index. Plain code: nothing of a topology is ever evaluated. */
export type NameOfIndex = (ifindex: number) => string;

/** What differs from provider to provider. Absent: netlab has no value. */
export interface DeviceProvider {
  /** `ansible_connection`: `network_cli`, `docker`, `paramiko`, … */
  readonly connection?: string;
  /** Default credentials. */
  readonly user?: string;
  readonly password?: string;
  /** Container image or Vagrant box. */
  readonly image?: string;
  /** Management interface, when it differs from the device's. */
  readonly mgmtName?: string;
  /** Bytes, when it differs from the device's. */
  readonly mtu?: number;
  /** Name of the interface on the container's side, when it differs from the device's name. */
  readonly linkName?: NameOfIndex;
  /** Links with a single node become loopback interfaces. */
  readonly stubLoopback?: boolean;
}

/** How a device does VLANs. */
export interface DeviceVlan {
  /** Switches have their VLANs on the ports themselves, routers on subinterfaces. */
  readonly model: 'switch' | 'l3-switch' | 'router';
  /** Name of the interface with a VLAN's address, by VLAN id and the number of the bridge on this node. */
  readonly sviName?: (vlan: number, bridgeGroup: number) => string;
  /** Name of a subinterface, by its parent's name, the VLAN id and its number on the parent. */
  readonly subinterfaceName?: (parent: string, vlan: number, index: number) => string;
  /** Number of the first subinterface where it is not 1. */
  readonly firstSubinterface?: number;
  /** netlab sets the MAC address of VLAN interfaces. */
  readonly sviHasMac?: boolean;
}

/** A row of netlab's device table. */
export interface DeviceType {
  readonly name: string;
  /** For people. */
  readonly description: string;
  /** `ansible_network_os`: `eos`, `ios`, `frr`, … */
  readonly networkOs: string;
  /** `netlab_device_type`, where netlab sets it. */
  readonly netlabDeviceType?: string;
  /** What a node is unless it says otherwise; hosts have no loopback. */
  readonly role: 'router' | 'host';
  /** A network service in a container of its own; counts as host and router on a link. */
  readonly daemon?: boolean;
  readonly interfaceName: NameOfIndex;
  /** Index of the first interface. */
  readonly firstIfindex: number;
  /** Index 0 is the main loopback. */
  readonly loopbackName?: NameOfIndex;
  readonly tunnelName?: NameOfIndex;
  readonly lagName?: NameOfIndex;
  readonly mgmtName: string;
  /** What the device adds to an Ethernet name for the interface that has the addresses: `.0`. */
  readonly unitSuffix?: string;
  /** The device has one MTU for all interfaces, so interfaces list theirs only when it differs. */
  readonly systemMtu?: boolean;
  /** netlab sets the MAC address of the device's Ethernet interfaces. */
  readonly generatesMac?: boolean;
  readonly vlan?: DeviceVlan;
  /** Bytes. */
  readonly mtu?: number;
  /** The providers the device runs on. */
  readonly providers: Readonly<Partial<Record<Provider, DeviceProvider>>>;
}
