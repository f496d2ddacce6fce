import { createRequire } from 'node:module';
import type { Platform } from '../engine/platform';

/** What there is to know of a platform before it is loaded: a network has use for few of them. */
export interface PlatformEntry extends Pick<Platform, 'name' | 'aliases' | 'title' | 'netlabDevices'> {
  /** The same object each time. */
  readonly load: () => Platform;
}

/** Every platform there is; `platform-list` holds the platforms themselves. */
export const platformIndex: readonly PlatformEntry[] = [
  {
    name: 'cisco_ios',
    title: 'Cisco IOS',
    netlabDevices: ['iosv', 'iosvl2', 'iol', 'ioll2'],
    load: () => loadPlatform('./cisco-ios', 'ciscoIos'),
  },
  {
    name: 'cisco_xe',
    aliases: ['cisco_iosxe'],
    title: 'Cisco IOS XE',
    netlabDevices: ['csr', 'cat8000v'],
    load: () => loadPlatform('./cisco-xe', 'ciscoXe'),
  },
  {
    name: 'cisco_nxos',
    title: 'Cisco NX-OS',
    netlabDevices: ['nxos'],
    load: () => loadPlatform('./cisco-nxos', 'ciscoNxos'),
  },
  {
    name: 'cisco_xr',
    aliases: ['cisco_iosxr'],
    title: 'Cisco IOS XR',
    netlabDevices: ['iosxr'],
    load: () => loadPlatform('./cisco-xr', 'ciscoXr'),
  },
  {
    name: 'arista_eos',
    title: 'Arista EOS',
    netlabDevices: ['eos'],
    load: () => loadPlatform('./arista-eos', 'aristaEos'),
  },
  {
    name: 'nokia_srl',
    title: 'Nokia SR Linux',
    netlabDevices: ['srlinux'],
    load: () => loadPlatform('./nokia-srl', 'nokiaSrl'),
  },
  {
    name: 'linux',
    title: 'Linux',
    netlabDevices: ['linux'],
    load: () => loadPlatform('./linux', 'linux'),
  },
  {
    name: 'linux',
    aliases: ['frr'],
    title: 'FRRouting',
    netlabDevices: ['frr'],
    load: () => loadPlatform('./frr', 'frr'),
  },
  {
    name: 'huawei_vrp',
    aliases: ['huawei'],
    title: 'Huawei VRP',
    netlabDevices: [],
    load: () => loadPlatform('./huawei-vrp', 'huaweiVrp'),
  },
  {
    name: 'mikrotik_routeros',
    title: 'MikroTik RouterOS',
    netlabDevices: ['routeros', 'routeros7'],
    load: () => loadPlatform('./mikrotik-routeros', 'mikrotikRouteros'),
  },
  {
    name: 'fortinet',
    title: 'Fortinet FortiOS',
    netlabDevices: ['fortios'],
    load: () => loadPlatform('./fortinet', 'fortinet'),
  },
  {
    name: 'juniper_junos',
    aliases: ['juniper', 'junos'],
    title: 'Juniper Junos',
    netlabDevices: ['vmx', 'vsrx', 'vptx', 'vjunos-router', 'vjunos-switch'],
    load: () => loadPlatform('./juniper-junos', 'juniperJunos'),
  },
  {
    name: 'nokia_sros',
    aliases: ['alcatel_sros'],
    title: 'Nokia SR OS',
    netlabDevices: ['sros', 'srsim'],
    load: () => loadPlatform('./nokia-sros', 'nokiaSros'),
  },
  {
    name: 'alcatel_aos',
    title: 'Alcatel-Lucent AOS',
    netlabDevices: [],
    load: () => loadPlatform('./simple/alcatel-aos', 'alcatelAos'),
  },
  {
    name: 'allied_telesis_awplus',
    title: 'Allied Telesis AlliedWare Plus',
    netlabDevices: [],
    load: () => loadPlatform('./simple/allied-telesis-awplus', 'alliedTelesisAwplus'),
  },
  {
    name: 'aruba_os',
    title: 'Aruba OS',
    netlabDevices: [],
    load: () => loadPlatform('./simple/aruba-os', 'arubaOs'),
  },
  {
    name: 'avaya_ers',
    title: 'Avaya ERS',
    netlabDevices: [],
    load: () => loadPlatform('./simple/avaya-ers', 'avayaErs'),
  },
  {
    name: 'avaya_vsp',
    title: 'Avaya VSP',
    netlabDevices: [],
    load: () => loadPlatform('./simple/avaya-vsp', 'avayaVsp'),
  },
  {
    name: 'broadcom_icos',
    title: 'Broadcom ICOS',
    netlabDevices: [],
    load: () => loadPlatform('./simple/broadcom-icos', 'broadcomIcos'),
  },
  {
    name: 'brocade_fastiron',
    title: 'Brocade FastIron',
    netlabDevices: [],
    load: () => loadPlatform('./simple/brocade-fastiron', 'brocadeFastiron'),
  },
  {
    name: 'brocade_netiron',
    title: 'Brocade NetIron',
    netlabDevices: [],
    load: () => loadPlatform('./simple/brocade-netiron', 'brocadeNetiron'),
  },
  {
    name: 'checkpoint_gaia',
    title: 'Check Point Gaia',
    netlabDevices: [],
    load: () => loadPlatform('./simple/checkpoint-gaia', 'checkpointGaia'),
  },
  {
    name: 'ciena_saos',
    title: 'Ciena SAOS',
    netlabDevices: [],
    load: () => loadPlatform('./simple/ciena-saos', 'cienaSaos'),
  },
  {
    name: 'cisco_asa',
    title: 'Cisco ASA',
    netlabDevices: ['asav'],
    load: () => loadPlatform('./simple/cisco-asa', 'ciscoAsa'),
  },
  {
    name: 'cisco_ftd',
    title: 'Cisco FTD',
    netlabDevices: [],
    load: () => loadPlatform('./simple/cisco-ftd', 'ciscoFtd'),
  },
  {
    name: 'cisco_s300',
    title: 'Cisco Small Business 300',
    netlabDevices: [],
    load: () => loadPlatform('./simple/cisco-s300', 'ciscoS300'),
  },
  {
    name: 'dell_force10',
    title: 'Dell Force10',
    netlabDevices: [],
    load: () => loadPlatform('./simple/dell-force10', 'dellForce10'),
  },
  {
    name: 'dell_powerconnect',
    title: 'Dell PowerConnect',
    netlabDevices: [],
    load: () => loadPlatform('./simple/dell-powerconnect', 'dellPowerconnect'),
  },
  {
    name: 'dlink_ds',
    title: 'D-Link DS',
    netlabDevices: [],
    load: () => loadPlatform('./simple/dlink-ds', 'dlinkDs'),
  },
  {
    name: 'eltex',
    title: 'Eltex MES',
    netlabDevices: [],
    load: () => loadPlatform('./simple/eltex', 'eltex'),
  },
  {
    name: 'ericsson_ipos',
    title: 'Ericsson IPOS',
    netlabDevices: [],
    load: () => loadPlatform('./simple/ericsson-ipos', 'ericssonIpos'),
  },
  {
    name: 'extreme_exos',
    title: 'Extreme EXOS',
    netlabDevices: [],
    load: () => loadPlatform('./simple/extreme-exos', 'extremeExos'),
  },
  {
    name: 'hp_comware',
    title: 'HP Comware',
    netlabDevices: [],
    load: () => loadPlatform('./simple/hp-comware', 'hpComware'),
  },
  {
    name: 'hp_procurve',
    title: 'HP ProCurve',
    netlabDevices: [],
    load: () => loadPlatform('./simple/hp-procurve', 'hpProcurve'),
  },
  {
    name: 'huawei_smartax',
    title: 'Huawei SmartAX',
    netlabDevices: [],
    load: () => loadPlatform('./simple/huawei-smartax', 'huaweiSmartax'),
  },
  {
    name: 'ipinfusion_ocnos',
    title: 'IP Infusion OcNOS',
    netlabDevices: [],
    load: () => loadPlatform('./simple/ipinfusion-ocnos', 'ipinfusionOcnos'),
  },
  {
    name: 'juniper_screenos',
    title: 'Juniper ScreenOS',
    netlabDevices: [],
    load: () => loadPlatform('./simple/juniper-screenos', 'juniperScreenos'),
  },
  {
    name: 'paloalto_panos',
    title: 'Palo Alto PAN-OS',
    netlabDevices: [],
    load: () => loadPlatform('./simple/paloalto-panos', 'paloaltoPanos'),
  },
  {
    name: 'ruckus_fastiron',
    title: 'Ruckus FastIron',
    netlabDevices: [],
    load: () => loadPlatform('./simple/ruckus-fastiron', 'ruckusFastiron'),
  },
  {
    name: 'ubiquiti_edgerouter',
    title: 'Ubiquiti EdgeRouter',
    netlabDevices: [],
    load: () => loadPlatform('./simple/ubiquiti-edgerouter', 'ubiquitiEdgerouter'),
  },
  {
    name: 'ubiquiti_edgeswitch',
    title: 'Ubiquiti EdgeSwitch',
    netlabDevices: [],
    load: () => loadPlatform('./simple/ubiquiti-edgeswitch', 'ubiquitiEdgeswitch'),
  },
  {
    name: 'vyatta_vyos',
    title: 'VyOS',
    netlabDevices: ['vyos'],
    load: () => loadPlatform('./simple/vyatta-vyos', 'vyattaVyos'),
  },
  {
    name: 'yamaha',
    title: 'Yamaha RTX',
    netlabDevices: [],
    load: () => loadPlatform('./simple/yamaha', 'yamaha'),
  },
  {
    name: 'zyxel_os',
    title: 'Zyxel OS',
    netlabDevices: [],
    load: () => loadPlatform('./simple/zyxel-os', 'zyxelOs'),
  },
];

const requireHere = createRequire(__filename);

/** A test holds that every entry loads what it describes. */
function loadPlatform(file: string, name: string): Platform {
  const { [name]: platform } = requireHere(file) as Readonly<Record<string, Platform>>;
  if (!platform) throw new Error(`${file} has no platform ${name}.`);
  return platform;
}
