import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { startServerProcess, stateFolder } from '../support/server-process';
import { runPython, testPython } from './run-python';

// The unmodified package from PyPI, its client and its pytest plugin, against our server. See run-python.ts.

const gated = testPython === '' ? describe.skip : describe;

const TOPOLOGY = 'provider: clab\ndefaults.device: frr\nnodes: [r1, r2]\nlinks: [r1-r2]\n';

const PYTEST = `
from neops_remote_lab.testing.fixture import remote_lab_fixture

pair = remote_lab_fixture("pair.yml", reuse_lab=True)
seen = []


def test_devices(pair):
    assert [device.name for device in pair] == ["r1", "r2"]
    assert all(device.raw["mgmt"]["ipv4"] and device.raw["ansible_port"] for device in pair)
    seen.append([device.raw["ansible_port"] for device in pair])


def test_the_same_lab_again(pair):
    seen.append([device.raw["ansible_port"] for device in pair])
    assert seen[0] == seen[1]
`;

const SCRIPT = `
from pathlib import Path
from neops_remote_lab.client import RemoteLabClient

client = RemoteLabClient("REMOTE_LAB_URL")
devices = client.acquire(Path("pair.yml"), True)
print("acquired", [device.name for device in devices])
client.release()
client.destroy()
client.close()
print("closed")
`;

gated('the original from PyPI', () => {
  test('its pytest plugin runs two tests with reuse on one lab', async () => {
    await using folder = await stateFolder();
    await using tests = await stateFolder();
    await using server = await startServerProcess(folder.path);
    await writeFile(join(tests.path, 'pair.yml'), TOPOLOGY);
    await writeFile(join(tests.path, 'test_pair.py'), PYTEST);
    const said = await runPython(['-m', 'pytest', '-q'], tests.path, { REMOTE_LAB_URL: server.url });
    expect(said).toContain('2 passed');
    expect(server.log.filter(({ message }) => message.startsWith('lab.up'))).toHaveLength(1);
    await server.logged(/^session\.ended: released/);
  }, 120_000);

  test('its client acquires, releases, destroys and closes', async () => {
    await using folder = await stateFolder();
    await using scripts = await stateFolder();
    await using server = await startServerProcess(folder.path);
    await writeFile(join(scripts.path, 'pair.yml'), TOPOLOGY);
    const script = SCRIPT.replace('REMOTE_LAB_URL', server.url);
    const said = await runPython(['-c', script], scripts.path, {});
    expect(said).toContain("acquired ['r1', 'r2']");
    expect(said).toContain('closed');
    await server.logged(/^lab\.down/);
  }, 120_000);
});
