/** The Junos release that all of them run. */
export const JUNOS_VERSION = '23.4R2-S2.1';

/** What a box says it is. */
export interface JunosHardware {
  /** `show version`: `vmx` */
  readonly model: string;
  /** `show chassis hardware`: `VMX` */
  readonly chassis: string;
  readonly forwarding: string;
}

const VMX: JunosHardware = { model: 'vmx', chassis: 'VMX', forwarding: 'Virtual FPC' };

const HARDWARE: Readonly<Record<string, JunosHardware>> = {
  vmx: VMX,
  vsrx: { model: 'vSRX', chassis: 'VSRX', forwarding: 'FPC' },
  vptx: { model: 'ptx10001-36mr', chassis: 'PTX10001-36MR', forwarding: 'LC9200' },
  'vjunos-router': { model: 'vmx', chassis: 'VMX', forwarding: 'Virtual FPC' },
  'vjunos-switch': { model: 'ex9214', chassis: 'EX9214', forwarding: 'EX9200 Virtual Line Card' },
};

/** The netlab devices that run Junos. */
export const junosDevices: readonly string[] = Object.keys(HARDWARE);

/** What a netlab device type is built of. */
export function junosHardware(netlabDevice: string): JunosHardware {
  return HARDWARE[netlabDevice] ?? VMX;
}
