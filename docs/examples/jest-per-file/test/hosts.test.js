const { remoteLab } = require('jest-remote-lab');
const { ask } = require('../ssh');

const lab = remoteLab('../labs/office.yml', { reuse: true });

test.each(['pc1', 'pc2'])('%s is on the LAN', async (name) => {
  expect(await ask(lab.device(name), 'ip -4 address')).toContain('172.16.0.');
});
