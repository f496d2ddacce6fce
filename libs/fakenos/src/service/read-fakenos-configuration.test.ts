import { describe, expect, test } from '@jest/globals';
import { FakeNosError } from '../errors';
import { readFakeNosConfiguration } from './read-fakenos-configuration';

describe('readFakeNosConfiguration', () => {
  test("reads what NorFab calls its worker's inventory", () => {
    const text = `
      service: fakenos
      networks:
        net1: {inventory: net1.yaml, auto_start: true}
        net2: {inventory: {hosts: {r1: {port: 6000}}}}
        net3:
      nos_plugins:
        ceos: plugins/ceos.yaml
        toaster: {name: toaster, commands: {}}
      platform_folders: [platforms]
      allowed_urls: ["https://git.example.org/labs/"]
    `;
    expect(readFakeNosConfiguration(text, 'fakenos.yaml')).toMatchObject({
      networks: { net1: { inventory: 'net1.yaml', auto_start: true }, net2: {}, net3: null },
      nos_plugins: { ceos: 'plugins/ceos.yaml', toaster: { name: 'toaster' } },
    });
  });

  test.each(['', '{}', 'networks:'])('%j configures nothing', (text) => {
    expect(readFakeNosConfiguration(text, 'fakenos.yaml').networks ?? {}).toEqual({});
  });

  test.each([
    ['[a]', '', 'must be a mapping'],
    ['a: [', '', 'this is not valid YAML'],
    ['service: nornir', 'service', 'must be fakenos'],
    ['network: {}', 'network', 'is not known here; did you mean "networks"?'],
    ['networks: {a: {auto_start: 1}}', 'networks.a.auto_start', 'must be true or false'],
    ['networks: {a: {inventory: [1]}}', 'networks.a.inventory', 'must be an inventory, a path or a URL'],
    ['nos_plugins: {a: 1}', 'nos_plugins.a', 'must be the path or URL of a platform file'],
    ['allowed_urls: [file:///etc]', 'allowed_urls', 'must be beginnings of http(s) URLs'],
  ])('%s is refused', (text, path, message) => {
    let thrown: unknown;
    try {
      readFakeNosConfiguration(text, 'fakenos.yaml');
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(FakeNosError);
    expect(thrown).toMatchObject({
      code: 'invalid_configuration',
      message: expect.stringContaining('fakenos.yaml'),
      problems: [{ path, message: expect.stringContaining(message) }],
    });
  });
});
