import { describe, expect, test } from '@jest/globals';
import { missingImages } from './missing-images';

const missing = (device: string, provider: string): string =>
  `MissingValue in nodes: No image specified for device ${device} (provider ${provider}) used by node r1`;

describe('missingImages', () => {
  test('are settings for the devices that netlab has on other providers', () => {
    const lines = [
      missing('srlinux', 'libvirt'),
      missing('cumulus_nvue', 'virtualbox'),
      missing('srlinux', 'libvirt'),
    ];
    expect(missingImages(lines)).toEqual({
      NETLAB_DEVICES_SRLINUX_LIBVIRT_IMAGE: 'none',
      NETLAB_DEVICES_CUMULUS__NVUE_VIRTUALBOX_IMAGE: 'none',
    });
  });

  test.each([
    ['a device of the topology', missing('mybox', 'clab')],
    ['a daemon', missing('bird', 'libvirt')],
    ['anything else', 'IncorrectValue in nodes: No image of r1'],
  ])('for %s there are none', (_, line) => {
    expect(missingImages([line])).toBeUndefined();
  });
});
