import { describe, expect, test } from '@jest/globals';
import { tempFolder } from '../test-fixtures/temp-folder';
import { startPrivateServer } from './start-private-server';

describe('a private server', () => {
  test('takes orders on loopback, and is gone when it is stopped, also twice', async () => {
    await using folder = await tempFolder();
    await using server = await startPrivateServer(folder.path, {
      ...process.env,
      REMOTE_LAB_PORT: 'nonsense',
    });
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${server.url}/readyz`)).ok).toBe(true);
    await server.stop();
    await expect(fetch(`${server.url}/readyz`)).rejects.toThrow();
    await server.stop();
  });

  test('that does not start is told with its own words', async () => {
    await using folder = await projectWithServer("console.error('no room'); process.exit(3);");
    const failure: unknown = await startPrivateServer(folder.path, process.env).catch(
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({
      code: 'lab_server_failed',
      message:
        'The private lab server ended at once (exit code 3): no room. To use a shared one instead, set REMOTE_LAB_URL.',
    });
  });

  test('is the one that the project has installed', async () => {
    await using folder = await projectWithServer(
      `const say = (entry) => console.log(JSON.stringify(entry));
       say({ message: 'lab-server 1 listens on http://127.0.0.1:1', url: 'http://127.0.0.1:1' });
       say({ message: 'ready' });
       process.stdin.on('end', () => process.exit(0)).resume();`,
    );
    await using server = await startPrivateServer(folder.path, process.env);
    expect(server.url).toBe('http://127.0.0.1:1');
  });
});

function projectWithServer(program: string) {
  const installed = 'node_modules/@remote-lab/lab-server';
  return tempFolder({
    [`${installed}/package.json`]: JSON.stringify({
      name: '@remote-lab/lab-server',
      bin: { 'lab-server': 'run.js' },
    }),
    [`${installed}/run.js`]: program,
  });
}
