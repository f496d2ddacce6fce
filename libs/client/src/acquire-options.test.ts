import { describe, expect, test } from '@jest/globals';
import { RemoteLabClient } from './remote-lab-client';
import { FakeClock } from './test-fixtures/fake-clock';
import { ScriptedServer } from './test-fixtures/scripted-server';

const BYTES = { name: 'a.yml', content: Buffer.from('nodes: [r1]') };

describe('plain JavaScript, where no compiler tells,', () => {
  test.each([
    [
      ['x.yml'],
      'reuse must be stated, such as client.acquire(topology, { reuse: true }). With true, a running lab',
    ],
    [['x.yml', {}], 'so there is no default.'],
    [['x.yml', true], 'reuse must be stated'],
    [['x.yml', null], 'reuse must be stated'],
    [['x.yml', { reuse: 'yes' }], 'reuse must be true or false, not "yes". With true, a running lab'],
    [[], 'or the topology as an object such as { nodes: … }, not undefined.'],
    [[{ reuse: true }], 'topology must be the path of a file'],
    [[{ name: 'a.yml' }, { reuse: true }], "not { name: 'a.yml' }."],
    [[{ name: 'a.yml', content: 5 }, { reuse: true }], 'topology must be'],
    [
      [BYTES, { reuse: true, extraFiles: null }],
      "extraFiles must be 'follow', the path of a folder, or a list, each entry the path of a file or folder, or",
    ],
    [
      [BYTES, { reuse: true, extraFiles: '' }],
      "extraFiles must be 'follow', the path of a folder, or a list",
    ],
    [
      [BYTES, { reuse: true, extraFiles: ['a', 5] }],
      'extraFiles[1] must be the path of a file or folder, or { path, content }',
    ],
    [[BYTES, { reuse: true, extraFiles: [' '] }], 'extraFiles[0] must be the path'],
    [[BYTES, { reuse: true, extraFiles: [{ path: 'a' }] }], "not { path: 'a' }."],
    [[BYTES, { reuse: true, baseFolder: 5 }], 'baseFolder must be a text, not 5.'],
    [[BYTES, { reuse: true, onOutput: 'print' }], 'onOutput must be a function, not "print".'],
    [
      [BYTES, { reuse: true, extrafiles: [] }],
      'acquire has no option "extrafiles". Did you mean extraFiles?',
    ],
    [[BYTES, { reuze: true }], 'acquire has no option "reuze". Did you mean reuse?'],
    [[BYTES, { reuse: true, timeout: -5 }], 'timeout must be milliseconds above 0, not -5.'],
    [[BYTES, { reuse: true, timeout: Number.NaN }], 'timeout must be milliseconds above 0, not NaN.'],
    [[BYTES, { reuse: true, timeout: '5' }], 'timeout must be milliseconds above 0, not "5".'],
    [[BYTES, { reuse: true, signal: new AbortController() }], 'signal must be an AbortSignal'],
  ])('acquire%j is refused in words, before anything is sent', async (input, message) => {
    await using server = await ScriptedServer.start();
    await using client = await RemoteLabClient.connect({
      baseUrl: server.url,
      clock: new FakeClock(),
      watchdog: false,
    });
    const call: unknown = Reflect.apply(client.acquire.bind(client), undefined, input);
    await expect(call).rejects.toMatchObject({
      name: 'RemoteLabError',
      code: 'invalid_option',
      message: expect.stringContaining(message),
    });
    expect(server.to('POST /lab')).toEqual([]);
  });

  test('destroy has to be told whether to use force', async () => {
    await using server = await ScriptedServer.start();
    await using client = await RemoteLabClient.connect({
      baseUrl: server.url,
      clock: new FakeClock(),
      watchdog: false,
    });
    for (const input of [[], [{}], [{ force: 'no' }]]) {
      const call: unknown = Reflect.apply(client.destroy.bind(client), undefined, input);
      await expect(call).rejects.toMatchObject({
        code: 'invalid_option',
        message: expect.stringContaining('force must be true'),
      });
    }
    expect(server.to('DELETE /lab')).toEqual([]);
  });
});

test('what is right passes: a path, bytes, extra files, and no limit', async () => {
  await using server = await ScriptedServer.start();
  await using client = await RemoteLabClient.connect({
    baseUrl: server.url,
    clock: new FakeClock(),
    watchdog: false,
  });
  const { signal } = new AbortController();
  const extraFiles = [{ path: 'b', content: new Uint8Array([1]) }];
  await client.acquire(BYTES, { reuse: false, extraFiles, timeout: Infinity, signal });
  expect(server.to('POST /lab')).toHaveLength(1);
});
