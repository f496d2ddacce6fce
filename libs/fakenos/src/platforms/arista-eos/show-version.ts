import type { FakeDevice } from '../../device/fake-device';
import { dottedMac } from '../text/dotted-mac';
import { durationWords } from '../text/duration-words';

/** The release that the devices run. */
export const EOS_VERSION = '4.29.2F';
/** The model of a container. */
export const EOS_MODEL = 'cEOSLab';
const BUILD = `${EOS_VERSION}-29226602.4292F`;
const BUILD_ID = '0f1d4a9e-6c1b-4f2d-9a57-3f0f6b1f2a10';
const TOTAL_MEMORY_KB = 8_127_204;
const FREE_MEMORY_KB = 5_461_232;

/** `show version`. */
export function showVersion(device: FakeDevice): string {
  const mac = dottedMac(device.mac);
  return [
    `Arista ${EOS_MODEL}`,
    'Hardware version: ',
    `Serial number: ${device.serialNumber}`,
    `Hardware MAC address: ${mac}`,
    `System MAC address: ${mac}`,
    '',
    `Software image version: ${BUILD}`,
    'Architecture: x86_64',
    `Internal build version: ${BUILD}`,
    `Internal build ID: ${BUILD_ID}`,
    'Image format version: 1.0',
    'Image optimization: None',
    '',
    'cEOS tools version: (unknown)',
    'Kernel version: 6.1.0-28-amd64',
    '',
    `Uptime: ${durationWords(device.uptimeMs()).replace(/, (?=[^,]*$)/, ' and ')}`,
    `Total memory: ${TOTAL_MEMORY_KB} kB`,
    `Free memory: ${FREE_MEMORY_KB} kB`,
    '',
    '',
  ].join('\n');
}

/** `show version | json`. */
export function showVersionJson(device: FakeDevice): string {
  const uptime = device.uptimeMs() / 1000;
  return jsonText({
    mfgName: 'Arista',
    modelName: EOS_MODEL,
    hardwareRevision: '',
    serialNumber: device.serialNumber,
    systemMacAddress: device.mac,
    hwMacAddress: device.mac,
    configMacAddress: '00:00:00:00:00:00',
    version: BUILD,
    architecture: 'x86_64',
    internalVersion: BUILD,
    internalBuildId: BUILD_ID,
    imageFormatVersion: '1.0',
    imageOptimization: 'None',
    cEosToolsVersion: '(unknown)',
    kernelVersion: '6.1.0-28-amd64',
    bootupTimestamp: device.now().getTime() / 1000 - uptime,
    uptime,
    memTotal: TOTAL_MEMORY_KB,
    memFree: FREE_MEMORY_KB,
    isIntlVersion: false,
  });
}

/** `show hostname | json`. */
export function showHostnameJson({ name }: FakeDevice): string {
  return jsonText({ hostname: name, fqdn: name });
}

/** `show inventory`. */
export function showInventory(device: FakeDevice): string {
  return [
    'System information',
    '  Model                    Description',
    '  ------------------------ ----------------------------------------------------',
    `  ${EOS_MODEL.padEnd(24)} ${EOS_MODEL}`,
    '',
    '  HW Version  Serial Number  Mfg Date   Epoch',
    '  ----------- -------------- ---------- -----',
    `  1.00        ${device.serialNumber.padEnd(14)} 2020-01-01 01.00`,
    '',
  ].join('\n');
}

/** As EOS prints JSON: four blanks a level. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, undefined, 4);
}
