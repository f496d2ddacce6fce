const { remoteLab } = require('jest-remote-lab');
const { ask } = require('../ssh');

const lab = remoteLab('../labs/pair.yml', { reuse: true });

test('the two of them are neighbours', async () => {
  expect(await ask(lab.device('r1'), 'show ip ospf neighbor')).toContain('FULL');
});
