const { lab } = require('jest-remote-lab');
const { ask } = require('../ssh');

test.each(['r1', 'r2'])('%s runs a version of the 4.29 train', async (name) => {
  expect(await ask(lab.device(name), 'show version')).toMatch(/image version: 4\.29\./);
});
