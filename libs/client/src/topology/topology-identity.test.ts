import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { createTopologyBundle } from '@remote-lab/topology';
import { fileServer } from './test-fixtures/file-server';
import { labFolder } from './test-fixtures/lab-folder';
import { topologyIdentity } from './topology-identity';

const PAIR = 'nodes:\n  - r1\n  - r2\n';

describe('the identity of a topology', () => {
  test('is what sha256sum prints, wherever the topology comes from', async () => {
    await using folder = await labFolder({ 'pair.yml': PAIR });
    await using server = await fileServer({ '/x.yml': PAIR });
    const expected = createHash('sha256').update(PAIR).digest('hex');
    const sources = [
      folder.at('pair.yml'),
      `${server.url}/x.yml`,
      PAIR,
      { name: 'a.yml', content: PAIR },
      { nodes: ['r1', 'r2'] },
    ];
    for (const source of sources) expect(await topologyIdentity(source)).toBe(expected);
    expect(await topologyIdentity('pair.yml', { baseFolder: folder.path })).toBe(expected);
  });

  test('covers the extra files as that of the server does, however they are named', async () => {
    await using folder = await labFolder({
      'lab.yml': 'nodes.r1.config: [t]\n',
      't/a.j2': 'a',
      't/b.j2': 'b',
    });
    const file = (path: string, text: string): { path: string; content: Buffer } => ({
      path,
      content: Buffer.from(text),
    });
    const { identity } = createTopologyBundle({
      topology: file('other.yml', 'nodes.r1.config: [t]\n'),
      extraFiles: [file('t/b.j2', 'b'), file('t/a.j2', 'a')],
    });
    const given = [{ path: 't/a.j2', content: 'a' }, 't/b.j2'];
    for (const extraFiles of ['follow', 't', 't/', '.', ['t/b.j2', 't/a.j2'], given])
      expect(await topologyIdentity(folder.at('lab.yml'), { extraFiles })).toBe(identity);
  });

  test.each([
    ['two files of one name', ['A', 'a'], 'duplicate_file_name'],
    ['an unsafe name', ['../a'], 'unsafe_file_name'],
    ['an absolute name', ['/a'], 'unsafe_file_name'],
  ])('is refused for %s, as an upload would be', async (_, paths, code) => {
    const extraFiles = paths.map((path) => ({ path, content: '' }));
    await expect(topologyIdentity(PAIR, { extraFiles })).rejects.toMatchObject({
      name: 'RemoteLabError',
      code,
    });
  });

  test('is refused in words for what is no topology', async () => {
    await expect(topologyIdentity('pair.json')).rejects.toMatchObject({ code: 'topology_extension' });
    const call: unknown = Reflect.apply(topologyIdentity, undefined, [PAIR, { extraFiles: 5 }]);
    await expect(call).rejects.toMatchObject({ code: 'invalid_option' });
  });

  test('can be given up', async () => {
    const controller = new AbortController();
    await using server = await fileServer({ '/x.yml': () => controller.abort(new Error('enough')) });
    await expect(topologyIdentity(`${server.url}/x.yml`, { signal: controller.signal })).rejects.toThrow(
      'enough',
    );
  });
});
