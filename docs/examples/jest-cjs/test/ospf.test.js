const { lab } = require('jest-remote-lab');
const { ask } = require('../ssh');

test('r1 and r2 are neighbours', async () => {
  expect(await ask(lab.device('r1'), 'show ip ospf neighbor')).toContain('FULL');
  expect(await ask(lab.device('r2'), 'show ip ospf neighbor')).toContain('FULL');
});
