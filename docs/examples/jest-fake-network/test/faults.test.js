const { networks } = require('../networks');
const { type } = require('../ssh');

let r1;

beforeAll(async () => {
  const { faulty } = await networks.start({
    network: 'faulty',
    inventory: { hosts: { r1: { platform: 'juniper_junos', port: 'auto' } } },
  });
  [r1] = faulty.hosts;
});
afterAll(() => networks.stop());

test('an answer that is not what was expected, once', async () => {
  const answers = [{ command: 'show version', output: 'error: too busy', times: 1 }];
  await networks.setBehavior('faulty', ['r1'], { answers });

  expect(await type(r1, 'show version')).toContain('too busy');
  expect(await type(r1, 'show version')).toContain('Junos: ');
});

test('a login that is refused', async () => {
  await networks.setBehavior('faulty', 'all', { refuse_logins: true });

  await expect(type(r1, 'show version')).rejects.toThrow('authentication');
});

test('what was typed can be looked at afterwards', async () => {
  await networks.setBehavior('faulty', 'all', {});
  await type(r1, 'show interfaces terse');

  const { id } = (await networks.getSessions('faulty')).at(-1);
  const { events } = await networks.getRecording('faulty', id);
  expect(events.flatMap(({ command }) => command ?? [])).toEqual(['show interfaces terse']);
});
