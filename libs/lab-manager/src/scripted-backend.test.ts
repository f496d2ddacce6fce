import { describe, expect, test } from '@jest/globals';
import { describeLabBackendContract } from './lab-backend-contract';
import { ScriptedBackend } from './scripted-backend';
import { bundleOf } from './test-fixtures/lab-bench';

const call = { signal: new AbortController().signal, onOutput: () => undefined };
const order = { generation: 1, bundle: bundleOf('x'), advertiseHost: '127.0.0.1' };

const host = new Set<number>();

describeLabBackendContract(
  'the scripted backend',
  () =>
    Promise.resolve({
      backend: new ScriptedBackend(host),
      leftovers: () => Promise.resolve([...host].map((generation) => `lab ${generation}`)),
      [Symbol.asyncDispose]: () => Promise.resolve(host.clear()),
    }),
  { describe, test, expect },
  { good: bundleOf('x'), bad: bundleOf('refuse') },
);

describe('the scripted backend', () => {
  test('stays at a gate until it is opened', async () => {
    const backend = new ScriptedBackend();
    const gate = backend.hold('up');
    const up = backend.up(order, call);
    await gate.reached;
    expect(backend.running).toEqual(new Set([1]));
    gate.open();
    expect((await up).devices).toHaveLength(2);
  });

  test('fails as often as it is told to', async () => {
    const backend = new ScriptedBackend();
    const record = { generation: 1, identity: 'i', topology: 't.yml', backend: 'scripted', notes: {} };
    await backend.up(order, call);
    backend.failNext('down', 'one', 'two');
    await expect(backend.down(record)).rejects.toThrow('one');
    await expect(backend.down(record)).rejects.toThrow('two');
    expect(backend.running.size).toBe(1);
    await backend.down(record);
    expect(backend.running.size).toBe(0);
  });

  test('notices when up and down overlap', async () => {
    const backend = new ScriptedBackend();
    const gate = backend.hold('up');
    const up = backend.up(order, call);
    await backend.down({ generation: 1, identity: 'i', topology: 't.yml', backend: 'scripted', notes: {} });
    gate.open();
    await up;
    expect(backend.overlapped).toBe(true);
  });
});
