import type { FakeDevice } from '../../device/fake-device';
import { textTable } from '../text/text-table';
import { vrpUptime } from './vrp-words';

const MODEL = 'AR2220E';
const RELEASE = 'V200R010C10SPC700';

/** The software that all of them run; also the first line of a configuration file. */
export const vrpRelease = RELEASE;

/** What VRP announces by LLDP. */
export const vrpDescription = `Huawei ${MODEL}, VRP (R) software, Version 5.170 (AR2200 ${RELEASE})`;

/** `display version`. */
export function displayVersion(device: FakeDevice): string {
  const uptime = vrpUptime(device.uptimeMs());
  return [
    'Huawei Versatile Routing Platform Software',
    `VRP (R) software, Version 5.170 (AR2200 ${RELEASE})`,
    'Copyright (C) 2011-2024 HUAWEI TECH CO., LTD',
    `Huawei ${MODEL} Router uptime is ${uptime}`,
    'BKP 0 version information:',
    '1. PCB      Version  : AR01BAK2C VER.B',
    '2. If Supporting PoE : No',
    `3. Board    Type     : ${MODEL}`,
    '4. MPU Slot Quantity : 1',
    '5. LPU Slot Quantity : 6',
    '',
    `MPU 0(Master) : uptime is ${uptime}`,
    'MPU version information :',
    '1. PCB      Version  : AR01SRU2C VER.A',
    '2. MAB      Version  : 0',
    `3. Board    Type     : ${MODEL}`,
    '4. CPLD0    Version  : 100',
    '5. BootROM  Version  : 1',
  ].join('\n');
}

/** `display device`. */
export function displayDevice(): string {
  const header = ['Slot', 'Sub', 'Type', 'Online', 'Power', 'Register', 'Alarm', 'Primary'];
  const board = ['0', '-', MODEL, 'Present', 'PowerOn', 'Registered', 'Normal', 'Master'];
  return [
    `${MODEL}'s Device status:`,
    ...textTable([6, 4, 12, 10, 11, 15, 11, 0], [header]),
    '-'.repeat(77),
    ...textTable([6, 4, 12, 10, 11, 15, 11, 0], [board]),
  ].join('\n');
}

/** `display elabel [brief]`. */
export function displayElabel({ serialNumber }: FakeDevice): string {
  return [
    'Info: It is executing, please wait...',
    '[Slot_0]',
    '/$[Board Integration Version]',
    '/$BoardIntegrationVersion=3.0',
    '',
    '[Main_Board]',
    `BoardType=${MODEL}`,
    `BarCode=${serialNumber}`,
    `Description=Assembling Components-${MODEL}`,
    'VendorName=Huawei',
    'IssueNumber=00',
    'Model=',
  ].join('\n');
}

/** `display startup`. */
export function displayStartup(): string {
  const image = 'flash:/ar2220e-v200r010c10spc700.cc';
  const config = 'flash:/vrpcfg.zip';
  return [
    'MainBoard:',
    `  Startup system software:                   ${image}`,
    `  Next startup system software:              ${image}`,
    '  Backup system software for next startup:   null',
    `  Startup saved-configuration file:          ${config}`,
    `  Next startup saved-configuration file:     ${config}`,
    '  Startup license file:                      null',
    '  Next startup license file:                 null',
    '  Startup patch package:                     null',
    '  Next startup patch package:                null',
    '  Startup voice-files:                       null',
    '  Next startup voice-files:                  null',
  ].join('\n');
}

/** `display sn`, `display esn`. */
export function displayEsn({ serialNumber }: FakeDevice): string {
  return `ESN of device: ${serialNumber}`;
}
