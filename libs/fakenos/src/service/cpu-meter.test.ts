import { expect, test } from '@jest/globals';
import { CpuMeter } from './cpu-meter';

test('a CpuMeter tells how busy a process was between two looks', () => {
  const meter = new CpuMeter();
  expect(meter.read(1_000, 400)).toBe(0);
  expect(meter.read(2_000, 650)).toBe(25);
  expect(meter.read(2_100, 750)).toBe(25);
  expect(meter.read(4_000, 650)).toBe(0);
});
