import { describe, expect, test } from '@jest/globals';
import type { TopologyModel, TopologyReader } from '@remote-lab/topology';
import { recentModels } from './recent-models';
import { bundleOf } from './test-fixtures/bundle-of';

const { signal } = new AbortController();

function countingReader(): TopologyReader & { readonly names: string[] } {
  const names: string[] = [];
  return {
    name: 'counting',
    names,
    read: (bundle, { defaultName }) => {
      const text = Buffer.from(bundle.topology.content).toString();
      names.push(`${defaultName} ${text}`);
      if (text === 'bad') return Promise.reject(new Error('refused'));
      const model: TopologyModel = { name: text, nodes: [], links: [] };
      return Promise.resolve(model);
    },
  };
}

describe('recentModels', () => {
  test('the same content is read once, whoever brings it', async () => {
    const reader = countingReader();
    const read = recentModels(reader, 'lab');
    const first = await read(bundleOf('one'), signal);
    expect(await read(bundleOf('one'), signal)).toBe(first);
    expect(await read(bundleOf('two'), signal)).toMatchObject({ name: 'two' });
    expect(reader.names).toEqual(['lab one', 'lab two']);
  });

  test('a refusal is asked for again', async () => {
    const reader = countingReader();
    const read = recentModels(reader, 'lab');
    await expect(read(bundleOf('bad'), signal)).rejects.toThrow('refused');
    await expect(read(bundleOf('bad'), signal)).rejects.toThrow('refused');
    expect(reader.names).toHaveLength(2);
  });

  test('what was not used for long is forgotten, what is used is not', async () => {
    const reader = countingReader();
    const read = recentModels(reader, 'lab');
    await read(bundleOf('used'), signal);
    for (let number = 0; number < 20; number += 1) {
      await read(bundleOf(`file ${number}`), signal);
      await read(bundleOf('used'), signal);
    }
    await read(bundleOf('file 0'), signal);
    expect(reader.names.filter((name) => name === 'lab used')).toHaveLength(1);
    expect(reader.names.filter((name) => name === 'lab file 0')).toHaveLength(2);
  });

  test('an aborted call gets the reason, also for what is known', async () => {
    const read = recentModels(countingReader(), 'lab');
    await read(bundleOf('one'), signal);
    const gone = new Error('the client has gone');
    await expect(read(bundleOf('one'), AbortSignal.abort(gone))).rejects.toBe(gone);
  });
});
