import { expect, test } from '@jest/globals';
import { readRunState, writeRunState } from '../run/env-transport';
import { TestRun } from '../run/test-run';
import { FakeRunner } from '../test-fixtures/fake-runner';
import { RestartableServer } from '../test-fixtures/restartable-server';
import { tempFolder } from '../test-fixtures/temp-folder';
import { createLabApi } from './lab-api';

test('after a restart of the server the run says that its lab is gone, tests say it, and the next run builds another', async () => {
  await using server = await RestartableServer.start();
  await using folder = await tempFolder({
    'pair.yml': 'defaults.device: eos\nnodes: [r1, r2]\nlinks: [r1-r2]\n',
  });
  const written: string[] = [];
  const options = {
    rootDir: folder.path,
    environment: { ...process.env, REMOTE_LAB_URL: server.url, REMOTE_LAB_TOPOLOGY: 'pair.yml' },
    runner: 'Jest',
    output: { write: (text: string) => written.push(text) },
  };
  await using run = await TestRun.start(options);
  const environment: NodeJS.ProcessEnv = {};
  writeRunState(run.state, environment);
  const file = (name: string) => {
    const runner = new FakeRunner(folder.file(name));
    const { output } = options;
    const api = createLabApi({
      hooks: runner.hooks,
      state: () => readRunState(environment),
      setupHint: '',
      output,
    });
    api.watchFile();
    return { runner, api };
  };

  const before = file('before.test.ts');
  await before.runner.beginTests();
  expect(before.api.lab.device('r1').platform).toBe('arista_eos');
  await before.runner.endTests();

  await server.kill();
  await server.startAgain();

  const after = file('after.test.ts');
  await after.runner.beginTests();
  expect(() => after.api.lab.device('r1')).toThrow(
    /^The lab of the run is not there any more \(the server says: The server was restarted.*Run the tests again\.$/,
  );
  await after.runner.endTests();
  while (await run.serves(options)) await new Promise((resolve) => setImmediate(resolve));
  expect(written.join('')).toContain('The server was restarted and your lab is gone');
}, 60_000);
