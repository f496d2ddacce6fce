import { describe, expect, test } from '@jest/globals';
import { NetlabError } from '@remote-lab/netlab-connector';
import { chooseBackend, type HostProbes } from './choose-backend';
import type { Config } from './config/config';

type Wishes = Parameters<typeof chooseBackend>[0];

const release = { text: '26.03', parts: [26, 3] };
const wishes = (changes: Partial<Wishes>): Wishes => ({
  backend: 'auto',
  topologyReader: 'auto',
  topologyPolicy: 'trusted',
  ...changes,
});

/** A machine with or without netlab and Docker. */
function machine(netlab: 'works' | 'missing' | 'too old', docker: boolean): HostProbes {
  const code = netlab === 'missing' ? 'netlab_missing' : 'netlab_unusable';
  return {
    netlab: () =>
      netlab === 'works'
        ? Promise.resolve(release)
        : Promise.reject(new NetlabError(code, `netlab is ${netlab}`)),
    hasDocker: () => Promise.resolve(docker),
  };
}

const untouched: HostProbes = {
  netlab: () => Promise.reject(new Error('netlab was looked for')),
  hasDocker: () => Promise.reject(new Error('Docker was looked for')),
};

describe('the backend', () => {
  test.each<[Config['backend'], Parameters<typeof machine>, string, string]>([
    ['auto', ['works', true], 'netlab', 'builtin'],
    ['auto', ['works', false], 'fakenos', 'netlab'],
    ['auto', ['missing', true], 'fakenos', 'builtin'],
    ['auto', ['too old', true], 'fakenos', 'builtin'],
    ['netlab', ['works', false], 'netlab', 'builtin'],
    ['fakenos', ['works', true], 'fakenos', 'netlab'],
    ['fakenos', ['missing', true], 'fakenos', 'builtin'],
  ])(
    'with --backend %s where netlab and Docker are %j is %s, read by %s',
    async (backend, host, name, reader) => {
      const choice = await chooseBackend(wishes({ backend }), machine(...host));
      expect(choice).toMatchObject({ backend: name, reader });
    },
  );

  test.each<Parameters<typeof machine>[0]>(['missing', 'too old'])(
    'cannot be netlab, nor can it read, where netlab is %s',
    async (netlab) => {
      const host = machine(netlab, true);
      const words = `netlab is ${netlab}`;
      await expect(chooseBackend(wishes({ backend: 'netlab' }), host)).rejects.toThrow(words);
      await expect(chooseBackend(wishes({ topologyReader: 'netlab' }), host)).rejects.toThrow(words);
    },
  );

  test('is not looked for on the machine when nothing depends on it', async () => {
    const choice = await chooseBackend(wishes({ backend: 'fakenos', topologyReader: 'builtin' }), untouched);
    expect(choice).toEqual({ backend: 'fakenos', reader: 'builtin', notes: [] });
  });

  test('never has netlab read where the operator wants nothing of an upload to be run', async () => {
    const choice = await chooseBackend(wishes({ topologyReader: 'builtin' }), machine('works', false));
    expect(choice).toMatchObject({ backend: 'fakenos', reader: 'builtin' });
  });
});

describe('the operator', () => {
  const warnings = async (changes: Partial<Wishes>, host: HostProbes) =>
    (await chooseBackend(wishes(changes), host)).notes.filter(({ level }) => level === 'warning');

  test('is warned when whoever may upload is root, or runs code with the rights of the server', async () => {
    expect(await warnings({}, machine('works', true))).toEqual([
      expect.objectContaining({ words: expect.stringContaining('root on this host') }),
    ]);
    expect(await warnings({}, machine('works', false))).toEqual([
      expect.objectContaining({ words: expect.stringContaining('rights of this server') }),
    ]);
  });

  test('is not, when only plain topologies are allowed', async () => {
    expect(await warnings({ topologyPolicy: 'restricted' }, machine('works', true))).toEqual([]);
    expect(await warnings({ topologyPolicy: 'restricted' }, machine('works', false))).toEqual([]);
  });

  test('is told why a netlab that is there is not used', async () => {
    expect(await warnings({}, machine('too old', true))).toEqual([
      expect.objectContaining({ words: 'netlab is not used. netlab is too old' }),
    ]);
    expect(await warnings({}, machine('missing', true))).toEqual([]);
  });
});
