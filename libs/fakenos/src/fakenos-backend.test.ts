import { once } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import type { BackendLab, LabRecord } from '@remote-lab/lab-manager';
import { builtinTopologyReader, type TopologyBundle, type TopologyReader } from '@remote-lab/topology';
import { FakeNosBackend } from './fakenos-backend';
import { bundleOf } from './test-fixtures/bundle-of';
import { connectSsh } from './test-fixtures/ssh-client';

const pair = bundleOf(`
name: pair
provider: clab
module: [ospf]
nodes:
  r1: { device: iosv }
  r2: { device: eos }
links: [r1-r2, r1]
`);

const call = { signal: new AbortController().signal, onOutput: () => undefined };

describe('FakeNosBackend', () => {
  test('every device of the lab can be logged in to with what its mapping says', async () => {
    const backend = new FakeNosBackend({ bindHost: '127.0.0.1' });
    const lab = await backend.up({ generation: 1, bundle: pair, advertiseHost: '127.0.0.1' }, call);

    const answers = await Promise.all(
      lab.devices.map(async ({ raw }) => {
        await using client = await connectSsh({
          host: String(raw['ansible_host']),
          port: Number(raw['ansible_port']),
          username: String(raw['ansible_user']),
          password: String(raw['ansible_ssh_pass']),
        });
        return await client.exec('show version');
      }),
    );

    expect(answers.map(({ status }) => status)).toEqual([0, 0]);
    expect(answers[0]?.output).toContain('Cisco IOS');
    expect(answers[1]?.output).toContain('Arista');
    await backend.down(recordOf(pair, 1, lab));
  });

  test('devices are announced under the name the server gives', async () => {
    const backend = new FakeNosBackend({ bindHost: '127.0.0.1' });
    const lab = await backend.up({ generation: 1, bundle: pair, advertiseHost: 'lab.example' }, call);
    for (const { raw } of lab.devices) {
      expect(raw).toMatchObject({ ansible_host: 'lab.example', mgmt: { ipv4: 'lab.example' } });
    }
    await backend.down(recordOf(pair, 1, lab));
  });

  test('a known device type without a platform is refused with the types there are', async () => {
    const backend = new FakeNosBackend({ bindHost: '127.0.0.1' });
    const exotic = bundleOf('{ provider: clab, nodes: { r1: { device: iosv }, x1: { device: netscaler } } }');
    const refusal = {
      code: 'unsupported_device',
      message: expect.stringMatching(/x1 \(netscaler\).*eos, .*iosv/),
    };
    await expect(backend.check(exotic, call.signal)).rejects.toMatchObject(refusal);
    await expect(
      backend.up({ generation: 1, bundle: exotic, advertiseHost: '127.0.0.1' }, call),
    ).rejects.toMatchObject(refusal);
  });

  test('unmanaged nodes are no devices', async () => {
    const backend = new FakeNosBackend({ bindHost: '127.0.0.1' });
    const bundle = bundleOf(
      '{ defaults.device: iosv, nodes: { r1: {}, u1: { device: netscaler, unmanaged: true } }, links: [r1-u1] }',
    );
    const lab = await backend.up({ generation: 1, bundle, advertiseHost: '127.0.0.1' }, call);
    expect(lab.devices.map(({ name }) => name)).toEqual(['r1']);
    await backend.down(recordOf(bundle, 1, lab));
  });

  test('another reader decides what is refused and what devices there are, and is asked once', async () => {
    const asked: string[] = [];
    const reader: TopologyReader = {
      name: 'test',
      async read(bundle, options) {
        asked.push(bundle.topology.path);
        if (bundle !== pair) throw new Error('not this one');
        const model = await builtinTopologyReader.read(bundle, options);
        return { ...model, nodes: model.nodes.filter(({ name }) => name === 'r2') };
      },
    };
    const backend = new FakeNosBackend({ bindHost: '127.0.0.1', reader });
    const other = bundleOf('{ defaults.device: iosv, nodes: [r1] }');
    await expect(backend.rehearse(other, call)).rejects.toThrow('not this one');
    await backend.rehearse(pair, call);
    const lab = await backend.up({ generation: 1, bundle: pair, advertiseHost: '127.0.0.1' }, call);

    expect(lab.devices.map(({ name }) => name)).toEqual(['r2']);
    expect(asked).toEqual(['lab.yml', 'lab.yml']);
    await backend.down(recordOf(pair, 1, lab));
  });

  test('another reader is not asked by a check, which runs nothing of an upload', async () => {
    const reader: TopologyReader = { name: 'test', read: () => Promise.reject(new Error('it was asked')) };
    const backend = new FakeNosBackend({ bindHost: '127.0.0.1', reader });
    expect((await backend.check(pair, call.signal))?.nodes).toHaveLength(2);
    const byPlugin = bundleOf('{ plugin: [mine], x: 1, defaults.device: iosv, nodes: [r1] }');
    expect(await backend.check(byPlugin, call.signal)).toBe(undefined);
    const exotic = bundleOf('{ defaults.device: openbsd, nodes: [r1] }');
    await expect(backend.check(exotic, call.signal)).rejects.toMatchObject({ code: 'unsupported_device' });
  });

  test('a reader that still reads hears when the server exits', async () => {
    let begin = (): void => undefined;
    const reading = new Promise<void>((resolve) => (begin = resolve));
    const reader: TopologyReader = {
      name: 'slow',
      async read(_, { signal }) {
        const aborted = once(signal, 'abort');
        begin();
        await aborted;
        signal.throwIfAborted();
        throw new Error('unreachable');
      },
    };
    const backend = new FakeNosBackend({ bindHost: '127.0.0.1', reader });
    const start = backend.up({ generation: 1, bundle: pair, advertiseHost: '127.0.0.1' }, call);
    await reading;
    backend.abandon();
    await expect(start).rejects.toMatchObject({ code: 'network_start_failed' });
  });

  test('a lab whose process has died is not shown as running', async () => {
    const backend = new FakeNosBackend({ bindHost: '127.0.0.1' });
    const lab = await backend.up({ generation: 3, bundle: pair, advertiseHost: '127.0.0.1' }, call);
    const record = recordOf(pair, 3, lab);
    process.kill(Number(lab.notes['pid']), 'SIGKILL');
    await connectionRefused(Number(lab.devices[0]?.raw['ansible_port']));

    await expect(untilRejects(() => backend.inspect(record))).resolves.toMatchObject({
      code: 'lab_not_running',
      message: expect.stringContaining('SIGKILL'),
    });
    await backend.down(record);
  });

  test('reclaim says what it ended, and leaves a process alone that only has the same id', async () => {
    const predecessor = new FakeNosBackend({ bindHost: '127.0.0.1' });
    const lab = await predecessor.up({ generation: 4, bundle: pair, advertiseHost: '127.0.0.1' }, call);
    const record = recordOf(pair, 4, lab);
    const backend = new FakeNosBackend({ bindHost: '127.0.0.1' });

    const later = { ...record, notes: { ...record.notes, processStartTime: '0' } };
    expect(await backend.reclaim(later)).toEqual({ reclaimed: [], foreign: [] });
    expect(await predecessor.inspect(record)).toHaveLength(2);

    const { reclaimed } = await backend.reclaim(record);
    expect(reclaimed).toEqual([expect.stringContaining('lab generation 4 was still there')]);
    await connectionRefused(Number(lab.devices[0]?.raw['ansible_port']));
  });
});

function recordOf(bundle: TopologyBundle, generation: number, { notes }: BackendLab): LabRecord {
  return { generation, identity: bundle.identity, topology: 'lab.yml', backend: 'fakenos', notes };
}

async function connectionRefused(port: number): Promise<void> {
  await untilRejects(async () => {
    const client = await connectSsh({ port, username: 'nobody' });
    await client[Symbol.asyncDispose]();
  });
}

async function untilRejects(attempt: () => Promise<unknown>): Promise<unknown> {
  for (;;) {
    try {
      await attempt();
    } catch (error) {
      return error;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}
