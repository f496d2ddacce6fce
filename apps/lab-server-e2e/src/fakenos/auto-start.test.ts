import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { eventually } from '../support/eventually';
import { askJson, inspectNetwork, loginOf, startNetwork } from '../support/fake-networks';
import { exitOf, spawnServer, startServerProcess, stateFolder } from '../support/server-process';
import { sshExec } from '../support/ssh-exec';

const CONFIGURATION = (taken: number): string => `
service: fakenos
default_inventory: labs/default.yml
inventory_folders: [labs]
networks:
  good:
    auto_start: true
    inventory: labs/good.yml
  taken:
    auto_start: true
    inventory: { hosts: { r1: { platform: cisco_ios, port: ${taken} } } }
  later:
    inventory: labs/good.yml
nos_plugins:
  anything: my_os.yml
`;

const PLATFORM = `
name: my_os
initial_prompt: "{base_prompt}>"
commands:
  show version:
    output: "MyOS 1.0"
    help: version
    prompt: "{base_prompt}>"
`;

test('declared networks start with the server; one that cannot is told about, and the server is ready', async () => {
  await using folder = await stateFolder();
  const blocker = createServer().listen(0, '127.0.0.1');
  await once(blocker, 'listening');
  const labs = join(folder.path, 'labs');
  await mkdir(labs);
  const file = join(folder.path, 'fakenos.yml');
  await writeFile(file, CONFIGURATION((blocker.address() as AddressInfo).port));
  await writeFile(join(folder.path, 'my_os.yml'), PLATFORM);
  await writeFile(join(labs, 'good.yml'), 'hosts: { r1: { platform: my_os, port: auto } }');
  await writeFile(join(labs, 'default.yml'), 'hosts: { d1: { port: auto } }');

  await using server = await startServerProcess(folder.path, ['--fakenos-config', file]);
  await server.logged(/^fakenos\.started: .*good/);
  expect((await server.logged(/^fakenos\.failed: .*taken/)).level).toBe('error');
  const good = await inspectNetwork(server.url, 'good');
  expect((await sshExec(loginOf(good, 'r1'), 'show version')).text).toContain('MyOS 1.0');
  expect(await askJson(server.url, 'GET', '/readyz')).toMatchObject({
    status: 200,
    body: { ready: true, notes: [expect.stringContaining('taken')] },
  });

  expect((await startNetwork(server.url, 'later')).hosts).toMatchObject([{ name: 'r1', platform: 'my_os' }]);
  expect((await startNetwork(server.url, 'undeclared')).hosts).toMatchObject([{ name: 'd1' }]);
  expect((await startNetwork(server.url, 'named', 'good.yml')).hosts).toMatchObject([{ name: 'r1' }]);

  blocker.close();
  await once(blocker, 'close');
  await startNetwork(server.url, 'taken');
  await eventually('nothing is left to be told', async () => {
    const { body } = await askJson(server.url, 'GET', '/readyz');
    return !JSON.stringify(body).includes('notes');
  });
});

test('a configuration that cannot be used ends the server with 2 and says where', async () => {
  await using folder = await stateFolder();
  const file = join(folder.path, 'fakenos.yml');
  await writeFile(file, 'networks: { lab1: { autostart: true } }');
  const child = spawnServer(folder.path, ['--fakenos-config', file]);
  let words = '';
  child.stderr?.on('data', (chunk: Buffer) => (words += chunk.toString()));
  expect(await exitOf(child)).toEqual([2, null]);
  expect(words).toContain(file);
  expect(words).toMatch(/networks\.lab1\.autostart.*auto_start/s);
});
