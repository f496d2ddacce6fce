import { EventEmitter } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { compileFunction } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import type { ConnectOptions } from './connect-options';
import { RemoteLabClient } from './remote-lab-client';
import { FakeClock } from './test-fixtures/fake-clock';
import { acquired, busy, ScriptedServer, SESSION_TARGET, waiting } from './test-fixtures/scripted-server';

const LEAVE = `DELETE ${SESSION_TARGET}`;
const PACKAGE = path.resolve(__dirname, '..');

/** The example that ends well on Ctrl-C, as the page has it. */
async function example(page: string): Promise<string> {
  const text = await readFile(path.join(PACKAGE, page), 'utf8');
  const blocks = [...text.matchAll(/^```js\n([^]*?)^```$/gm)].map(([, block = '']) => block);
  const found = blocks.find((block) => block.includes('process.once('));
  if (found === undefined) throw new Error(`${page} has no example of how to end on Ctrl-C.`);
  return found;
}

/** Runs it with a process of its own to send signals to; `say` hears what it prints. */
async function run(
  script: string,
  server: ScriptedServer,
  process: EventEmitter,
  say = (): void => undefined,
) {
  const upload = { name: 'pair.yml', content: 'nodes: [r1, r2]' };
  const connect = async (options: ConnectOptions): Promise<object> => {
    const client = await RemoteLabClient.connect({
      ...options,
      baseUrl: server.url,
      clock: new FakeClock(),
      watchdog: false,
    });
    return {
      acquire: (_: string, how: { readonly reuse: boolean }) => client.acquire(upload, how),
      close: () => client.close(),
    };
  };
  const scope = { RemoteLabClient: { connect }, setTimeout, process, console: { log: say } };
  const body = script.replace(/^import .*$/gm, '');
  const main: unknown = compileFunction(`return (async () => {${body}})()`, Object.keys(scope));
  if (typeof main !== 'function') throw new Error('The example is no script.');
  const ended: unknown = Reflect.apply(main, undefined, Object.values(scope));
  await ended;
}

describe.each(['README.md', '../../README.md'])('the example of %s', (page) => {
  test('gives everything back at its end', async () => {
    await using server = await ScriptedServer.start();
    await run(await example(page), server, new EventEmitter());
    expect(server.targets.slice(-2)).toEqual(['POST /lab', LEAVE]);
    await server.allClosed();
  });

  test.each(['SIGINT', 'SIGTERM'])('leaves the queue on %s', async (name) => {
    await using server = await ScriptedServer.start();
    const process = new EventEmitter();
    server.on(`GET ${SESSION_TARGET}`, waiting(1), () => {
      process.emit(name);
      return 'hang';
    });
    await expect(run(await example(page), server, process)).rejects.toThrow(`stopped by ${name}`);
    expect(server.to(LEAVE)).toHaveLength(1);
    await server.allClosed();
  });

  test.each([
    ['being built', 'hang' as const],
    ['busy', busy],
    ['just granted', acquired],
  ])('ends its session when it is stopped while the lab is %s', async (_, reply) => {
    await using server = await ScriptedServer.start();
    const process = new EventEmitter();
    server.on('POST /lab', () => {
      process.emit('SIGINT');
      return reply;
    });
    await expect(run(await example(page), server, process)).rejects.toThrow('stopped by SIGINT');
    expect(server.targets.slice(-2)).toEqual(['POST /lab', LEAVE]);
    await server.allClosed();
  });

  test('ends its session when it is stopped at work', async () => {
    await using server = await ScriptedServer.start();
    const process = new EventEmitter();
    const atWork = run(await example(page), server, process, () => process.emit('SIGTERM'));
    await expect(atWork).rejects.toMatchObject({
      name: 'AbortError',
      cause: new Error('stopped by SIGTERM'),
    });
    expect(server.targets.slice(-2)).toEqual(['POST /lab', LEAVE]);
    await server.allClosed();
  });
});
