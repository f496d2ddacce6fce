import { describe, expect, test } from '@jest/globals';
import { createTopologyBundle } from './create-topology-bundle';
import { readUnlessPlugins } from './read-unless-plugins';

const read = (text: string) =>
  readUnlessPlugins(
    createTopologyBundle({ topology: { path: 'lab.yml', content: Buffer.from(text) }, extraFiles: [] }),
    'lab',
  );

describe('a topology that netlab will judge', () => {
  test('is read when it can be', () => {
    expect(read('{ defaults.device: frr, nodes: [r1], plugin: [mine] }')?.nodes).toHaveLength(1);
  });

  test.each(['plugin: [mine]', '"plugin": [mine]', 'defaults.plugin: [mine]'])(
    'is left to netlab when a plugin may have added what is not known: %s',
    (plugin) => {
      expect(read(`defaults.device: frr\nnodes: [r1]\nyours: { x: 1 }\n${plugin}\n`)).toBe(undefined);
    },
  );

  test.each([
    'defaults.device: frr\nnodes: [r1]\nmine: { x: 1 }\n',
    'plugin: [mine]\nnodes: [',
    'plugin: [mine]\nplugin: [other]\n',
  ])('is refused when no plugin can help it: %j', (text) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code: 'invalid_topology' }));
  });
});
