const { remoteLab } = require('jest-remote-lab');
const { ask } = require('../ssh');

// The same topology as in adjacency.test.js: the sequencer runs the two files one after the other, on one lab.
const lab = remoteLab('../labs/pair.yml', { reuse: true });

test('r1 has a route to the loopback of r2', async () => {
  expect(await ask(lab.device('r1'), 'show ip route')).toMatch(/^ O +10\.0\.0\.2\/32/m);
});
