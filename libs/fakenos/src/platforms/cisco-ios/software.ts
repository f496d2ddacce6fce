/** The image that a Cisco IOS device runs. */
export interface IosSoftware {
  /** `IOSv Software (VIOS-ADVENTERPRISEK9-M)` */
  readonly image: string;
  readonly version: string;
  /** The name on the box, as CDP and `show inventory` give it. */
  readonly hardware: string;
  readonly imageFile: string;
  /** What stands before the image name: XE adds a codename. */
  readonly family: string;
}

const XE = 'Cisco IOS Software [Bengaluru],';
const CLASSIC = 'Cisco IOS Software,';

const SOFTWARE: Readonly<Record<string, IosSoftware>> = {
  iosv: {
    image: 'IOSv Software (VIOS-ADVENTERPRISEK9-M)',
    version: '15.9(3)M9',
    hardware: 'IOSv',
    imageFile: 'flash0:/vios-adventerprisek9-m',
    family: CLASSIC,
  },
  iosvl2: {
    image: 'vios_l2 Software (vios_l2-ADVENTERPRISEK9-M)',
    version: '15.2(20200924:215240)',
    hardware: 'IOSv',
    imageFile: 'flash0:/vios_l2-adventerprisek9-m',
    family: CLASSIC,
  },
  iol: {
    image: 'Linux Software (X86_64BI_LINUX-ADVENTERPRISEK9-M)',
    version: '17.16.1a',
    hardware: 'Linux',
    imageFile: 'unix:/iol/iol.bin',
    family: CLASSIC,
  },
  ioll2: {
    image: 'Linux Software (X86_64BI_LINUX_L2-ADVENTERPRISEK9-M)',
    version: '17.16.1a',
    hardware: 'Linux',
    imageFile: 'unix:/iol/iol.bin',
    family: CLASSIC,
  },
  csr: {
    image: 'Virtual XE Software (X86_64_LINUX_IOSD-UNIVERSALK9-M)',
    version: '17.3.4a',
    hardware: 'CSR1000V',
    imageFile: 'bootflash:packages.conf',
    family: XE,
  },
  cat8000v: {
    image: 'Virtual XE Software (X86_64_LINUX_IOSD-UNIVERSALK9-M)',
    version: '17.16.1a',
    hardware: 'C8000V',
    imageFile: 'bootflash:packages.conf',
    family: XE,
  },
};

const PLAIN: IosSoftware = {
  image: 'IOSv Software (VIOS-ADVENTERPRISEK9-M)',
  version: '15.9(3)M9',
  hardware: 'IOSv',
  imageFile: 'flash0:/vios-adventerprisek9-m',
  family: CLASSIC,
};

/** The netlab devices that run IOS XE. */
export const xeDevices: readonly string[] = ['csr', 'cat8000v'];

/** The netlab devices that run classic Cisco IOS. */
export const iosDevices: readonly string[] = Object.keys(SOFTWARE).filter(
  (name) => !xeDevices.includes(name),
);

/** Whether a device runs IOS XE, by its netlab type or its platform's name. */
export function isXe(netlabDevice: string): boolean {
  return netlabDevice === 'cisco_xe' || xeDevices.includes(netlabDevice);
}

/** What a device runs; one that goes by its platform's name runs what is usual there. */
export function iosSoftware(netlabDevice: string): IosSoftware {
  return SOFTWARE[netlabDevice === 'cisco_xe' ? 'cat8000v' : netlabDevice] ?? PLAIN;
}

/** The first line of `show version`, which is also what CDP and LLDP announce. */
export function iosDescription(netlabDevice: string): string {
  const { family, image, version } = iosSoftware(netlabDevice);
  return `${family} ${image}, Version ${version}, RELEASE SOFTWARE (fc1)`;
}
