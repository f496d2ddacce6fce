const { remoteLab } = require('jest-remote-lab');

// A lab of its own, built for this file and torn down after it.
const lab = remoteLab('../labs/triangle.yml', { reuse: false });

test('three vendors', () => {
  expect(lab.devices.map(({ platform }) => platform).sort()).toEqual([
    'arista_eos',
    'cisco_ios',
    'nokia_srl',
  ]);
});
