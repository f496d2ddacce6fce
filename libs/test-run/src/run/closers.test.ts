import { expect, test } from '@jest/globals';
import { Closers } from './closers';

test('everything is given back, the latest first, also after a failure, and once', async () => {
  const closed: string[] = [];
  const closers = new Closers();
  closers.add(async () => void closed.push(await Promise.resolve('server')));
  closers.add(() => Promise.reject(new Error('the session could not be ended')));
  closers.add(async () => void closed.push(await Promise.resolve('lab')));
  await expect(closers.closeAll()).rejects.toThrow('the session could not be ended');
  await closers.closeAll();
  expect(closed).toEqual(['lab', 'server']);
});

test('several failures are told together', async () => {
  const closers = new Closers();
  closers.add(() => Promise.reject(new Error('First.')));
  closers.add(() => Promise.reject(new Error('Second.')));
  await expect(closers.closeAll()).rejects.toThrow('Second. First.');
});
