import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { platforms } from '@remote-lab/fakenos/platforms';
import { testPython } from '../python/run-python';
import { startClientNetwork } from './client-network';
import { netmikoWords } from './netmiko-words';
import { runWithInput } from './run-with-input';

// netmiko on every platform: connect, find the prompt, enable, a command, configuration, save, disconnect. See ../python/run-python.ts.
const gated = testPython === '' ? describe.skip : describe;

type Steps = Readonly<Record<string, string>>;

gated('netmiko', () => {
  const names = [...new Set(platforms.map(({ name }) => name))];

  test('works on every platform', async () => {
    const hosts = Object.fromEntries(
      names.map((name) => [
        hostName(name),
        { platform: name, port: 0, username: 'admin', password: 'secret-9' },
      ]),
    );
    await using network = await startClientNetwork({ hosts });
    const visits = network.hosts.map(({ name, platform, port }) => ({
      name,
      device_type: platform,
      host: '127.0.0.1',
      port,
      username: 'admin',
      password: 'secret-9',
      words: netmikoWords[platform ?? ''] ?? {},
    }));

    const said = await runWithInput(testPython, [join(__dirname, 'netmiko_matrix.py')], visits);

    const results = said as [string, Steps][];
    process.stdout.write(table(results));
    expect(results.filter(([, steps]) => steps['failed'] !== undefined)).toEqual([]);
    expect(results).toHaveLength(names.length);
  }, 600_000);
});

function hostName(platform: string): string {
  return platform.replaceAll('_', '-');
}

function table(results: readonly (readonly [string, Steps])[]): string {
  return results
    .map(([type, steps]) => `${type}: ${Object.keys(steps).join(' ')} ${steps['failed'] ?? ''}\n`)
    .join('');
}
