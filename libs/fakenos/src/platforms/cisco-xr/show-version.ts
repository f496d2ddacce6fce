import type { FakeDevice } from '../../device/fake-device';
import { durationWords } from '../text/duration-words';
import { textTable } from '../text/text-table';
import { XR_DESCRIPTION, XR_VERSION } from './software';

/** `show version`. */
export function showVersion(device: FakeDevice): string {
  return [
    XR_DESCRIPTION,
    'Copyright (c) 2013-2024 by Cisco Systems, Inc.',
    '',
    'Build Information:',
    ' Built By     : cisco',
    ' Built On     : Wed Aug 14 09:21:37 UTC 2024',
    ' Build Host   : iox-lnx-build',
    ` Workspace    : /ws/${XR_VERSION}`,
    ` Version      : ${XR_VERSION}`,
    ' Location     : /opt/cisco/XR/packages/',
    ` Label        : ${XR_VERSION}`,
    '',
    'cisco IOS-XRv 9000 () processor',
    `System uptime is ${durationWords(device.uptimeMs())}`,
    '',
  ].join('\n');
}

/** `show version brief`. */
export function showVersionBrief(device: FakeDevice): string {
  return [
    `${XR_DESCRIPTION}[Default]`,
    '',
    `${device.name} uptime is ${durationWords(device.uptimeMs())}`,
    'System image file is "bootflash:disk0/xrv9k-os-mbi/mbixrv-rp.vm"',
    '',
    'cisco IOS-XRv 9000 () processor with 16777216K bytes of memory.',
  ].join('\n');
}

/** `show inventory`. */
export function showInventory({ serialNumber }: FakeDevice): string {
  const entry = (name: string, part: string, pid: string) => [
    `NAME: "${name}", DESCR: "Cisco IOS-XRv 9000 ${part}"`,
    `PID: ${pid.padEnd(18)}, VID: V01, SN: ${serialNumber}`,
    '',
  ];
  return [
    ...entry('0/0', 'Centralized Line Card', 'R-IOSXRV9000-LC-C'),
    ...entry('0/RP0', 'Centralized Route Processor', 'R-IOSXRV9000-RP-C'),
    ...entry('Rack 0', 'Centralized Virtual Router', 'R-IOSXRV9000-CC'),
  ].join('\n');
}

/** `show platform`. */
export function showPlatform(): string {
  const rows = [
    ['Node', 'Type', 'State', 'Config state'],
    ['0/0/CPU0', 'R-IOSXRV9000-LC-C', 'IOS XR RUN', 'NSHUT'],
    ['0/RP0/CPU0', 'R-IOSXRV9000-RP-C(Active)', 'IOS XR RUN', 'NSHUT'],
  ];
  const [header = '', ...lines] = textTable([18, 27, 18, 0], rows);
  return [header, '-'.repeat(80), ...lines].join('\n');
}
