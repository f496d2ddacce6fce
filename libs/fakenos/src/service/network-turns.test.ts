import { expect, test } from '@jest/globals';
import { NetworkTurns } from './network-turns';

const { signal } = new AbortController();

test('what is done to one network waits for what is done to it, not for others', async () => {
  const turns = new NetworkTurns();
  const done: string[] = [];
  let finish: () => void = () => undefined;
  const first = turns.take('a', signal, async () => {
    await new Promise<void>((resolve) => (finish = resolve));
    done.push('first');
  });
  const second = turns.take('a', signal, () => Promise.resolve(void done.push('second')));

  await turns.take('b', signal, () => Promise.resolve(void done.push('other')));
  expect(done).toEqual(['other']);
  finish();
  await Promise.all([first, second]);
  expect(done).toEqual(['other', 'first', 'second']);
});

test('what fails lets the next one in', async () => {
  const turns = new NetworkTurns();
  const failed = turns.take('a', signal, () => Promise.reject(new Error('no')));
  const next = turns.take('a', signal, () => Promise.resolve('in'));
  await expect(failed).rejects.toThrow('no');
  expect(await next).toBe('in');
});

test('who gives up while waiting is not run, and does not let the next one in early', async () => {
  const turns = new NetworkTurns();
  const done: string[] = [];
  const caller = new AbortController();
  let finish: () => void = () => undefined;
  const first = turns.take('a', signal, () => new Promise<void>((resolve) => (finish = resolve)));
  const impatient = turns.take('a', caller.signal, () => Promise.resolve(void done.push('impatient')));
  const third = turns.take('a', signal, () => Promise.resolve(void done.push('third')));

  caller.abort(new Error('too long'));

  await expect(impatient).rejects.toThrow('too long');
  await new Promise((resolve) => setImmediate(resolve));
  expect(done).toEqual([]);
  finish();
  await Promise.all([first, third]);
  expect(done).toEqual(['third']);
  await new Promise((resolve) => setImmediate(resolve));
  expect(turns.busy).toEqual([]);
});
