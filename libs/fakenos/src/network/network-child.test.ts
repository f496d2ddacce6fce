import { spawn } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { benchModel } from '../test-fixtures/bench-model';
import { NetworkChild } from './network-child';
import type { NetworkNews } from './network-child';

const order = { model: benchModel(1), bind: '127.0.0.1', nodes: [] };

/** A process that runs this script instead of a network. */
function childRunning(script: string, onNews: (news: NetworkNews) => void = () => undefined): NetworkChild {
  return new NetworkChild(
    spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] }),
    onNews,
  );
}

describe('NetworkChild', () => {
  test('a process that dies while it starts is reported with its last words', async () => {
    const child = childRunning(`
      process.on('message', () => { console.error('no more memory'); console.error('giving up'); process.exit(3); });
    `);

    await expect(child.ask('start', { order })).rejects.toMatchObject({
      code: 'network_start_failed',
      message: expect.stringMatching(/ended with status 3.*no more memory \/ giving up/),
    });
    expect(await child.exited).toEqual({ code: 3, signal: null, lastWords: ['no more memory', 'giving up'] });
  });

  test('a process that is killed while it starts is reported with the signal', async () => {
    const child = childRunning(`process.on('message', () => process.kill(process.pid, 'SIGKILL'));`);

    await expect(child.ask('start', { order })).rejects.toThrow('was ended by SIGKILL');
  });

  test('of endless complaints the last lines are kept', async () => {
    const child = childRunning(`for (let i = 1; i <= 5000; i++) console.error('complaint ' + i);`);

    const { lastWords } = await child.exited;

    expect(lastWords).toHaveLength(20);
    expect(lastWords.at(-1)).toBe('complaint 5000');
  });

  test('answers find their questions, whatever their order', async () => {
    const child = childRunning(`
      const asked = [];
      process.on('message', ({ id, order }) => {
        asked.unshift({ kind: 'done', id, answer: [order.bind] });
        if (asked.length === 2) asked.forEach((answer) => process.send(answer));
      });
    `);

    const answers = await Promise.all(
      ['a', 'b'].map((bind) => child.ask('start', { order: { ...order, bind } })),
    );

    expect(answers).toEqual([['a'], ['b']]);
    child.kill();
    await child.exited;
  });

  test('news is passed on as it comes', async () => {
    const news: NetworkNews[] = [];
    const child = childRunning(`process.send({ kind: 'log', level: 'warn', message: 'hot' });`, (one) =>
      news.push(one),
    );
    await child.exited;
    expect(news).toEqual([{ kind: 'log', level: 'warn', message: 'hot' }]);
  });

  test('a program that cannot be run is a failed start', async () => {
    const child = new NetworkChild(
      spawn('/nonexistent/program', { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] }),
      () => undefined,
    );
    await expect(child.ask('start', { order })).rejects.toMatchObject({ code: 'network_start_failed' });
    expect((await child.exited).lastWords).toEqual([expect.stringContaining('ENOENT')]);
  });
});
