import { expect, test } from '@jest/globals';
import { openBench, wish } from './test-fixtures/lab-bench';

test('every event says whose lab it is about, to the end of the lab', async () => {
  const { labs, backend, events } = await openBench();
  backend.output = ['building'];
  const { reference } = await labs.tryAcquire(wish({ reuse: false }));
  reference.release();
  await labs.settled();
  expect(events.map(({ type, users }) => [type, users])).toEqual([
    ['lab.starting', ['a']],
    ['lab.output', ['a']],
    ['lab.up', ['a']],
    ['lab.stopping', ['a']],
    ['lab.down', ['a']],
  ]);
});

test('a lab that goes to make room is not that of who needs the room', async () => {
  const { labs, events } = await openBench();
  await labs.tryAcquire(wish());
  labs.endSession('a', 'clean');
  await labs.tryAcquire(wish({ session: 'b', topology: 'y' }));
  const users = Object.fromEntries(events.map((event) => [`${event.type} ${event.generation}`, event.users]));
  expect(users).toMatchObject({ 'lab.stopping 1': [], 'lab.down 1': [], 'lab.starting 2': ['b'] });
});

test('the lab of a session that was lost stays that of the session', async () => {
  const { labs, events } = await openBench();
  await labs.tryAcquire(wish());
  labs.endSession('a', 'lost');
  await labs.settled();
  expect(events.at(-1)).toMatchObject({ type: 'lab.down', users: ['a'] });
});

test('who asks is told when only the state of things can still refuse the request', async () => {
  const { labs } = await openBench();
  const checked: string[] = [];
  const note = (what: string) => () => void checked.push(what);
  await expect(labs.tryAcquire(wish({ topology: 'refuse', onChecked: note('refused') }))).rejects.toThrow();
  await labs.tryAcquire(wish({ onChecked: note('started') }));
  await expect(labs.tryAcquire(wish({ topology: 'y', onChecked: note('busy') }))).rejects.toThrow();
  expect(checked).toEqual(['started', 'busy']);
});
