import { describe, expect, test } from '@jest/globals';
import { RemoteLabClient } from '@remote-lab/client';
import { startPrivateServer } from '../private-server/start-private-server';
import { tempFolder } from '../test-fixtures/temp-folder';
import { TestRun, type TestRunOptions } from './test-run';

const PAIR = 'defaults.device: eos\nnodes: [r1, r2]\nlinks: [r1-r2]\n';

async function project(files: Readonly<Record<string, string>> = {}) {
  const folder = await tempFolder(files);
  const written: string[] = [];
  const optionsWith = (environment: NodeJS.ProcessEnv): TestRunOptions => ({
    rootDir: folder.path,
    environment: { ...process.env, ...environment },
    runner: 'Jest',
    output: { write: (text) => written.push(text) },
  });
  return {
    written,
    optionsWith,
    write: (more: Readonly<Record<string, string>>) => folder.write(more),
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

describe('with no server named', () => {
  test('a private one builds the lab, and both are gone when the run is closed', async () => {
    await using own = await project({
      'remote-lab.config.cjs': "module.exports = { topology: 'pair.yml', acquireTimeout: Infinity };",
      'pair.yml': PAIR,
    });
    await using run = await TestRun.start(own.optionsWith({}));
    const { state } = run;
    expect(state).toMatchObject({
      phase: 'open',
      lab: { topology: 'pair.yml', lab: { devices: [{ name: 'r1' }, { name: 'r2' }] } },
    });
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
    expect(own.written.join('')).toMatch(/remote-lab: pair\.yml is up after .*: r1, r2\n$/);

    const url = state.phase === 'open' ? state.session?.serverUrl : undefined;
    await run.close();
    await expect(fetch(`${url}/readyz`)).rejects.toThrow();
  });

  test('requireServer refuses before anything is started, and says which key would do', async () => {
    await using own = await project({ 'remote-lab.config.json': '{ "requireServer": true }' });
    await expect(TestRun.start(own.optionsWith({}))).rejects.toMatchObject({
      code: 'server_required',
      message: expect.stringMatching(/Set REMOTE_LAB_URL \(or url in remote-lab\.config\)\.$/),
    });
  });

  test('a topology that is not there is told with the key that names it', async () => {
    await using own = await project({ 'remote-lab.config.json': '{ "topology": "none.yml" }' });
    await expect(TestRun.start(own.optionsWith({}))).rejects.toMatchObject({
      code: 'topology_missing',
      message: expect.stringMatching(
        /none\.yml .* Correct topology or extraFiles in .*remote-lab\.config\.json/,
      ),
    });
    expect(own.written).toEqual([]);
  });

  test('nothing is started when no test needs a lab', async () => {
    await using own = await project();
    await using run = await TestRun.start({ ...own.optionsWith({}), needsSession: false });
    expect(run.state).toEqual({ phase: 'open', ordered: true });
    expect(own.written).toEqual([]);
    expect(await run.serves({ ...own.optionsWith({}), needsSession: true })).toBe(false);
  });
});

describe('on a shared server', () => {
  test('a lab that cannot be built leaves no session behind', async () => {
    await using own = await project({
      'remote-lab.config.json': '{ "topology": "pair.yml" }',
      'pair.yml': 'nodes: [r1, r2]\ndefaults.device: toaster\n',
    });
    await using server = await startPrivateServer(__dirname, process.env);
    await expect(TestRun.start(own.optionsWith({ REMOTE_LAB_URL: server.url }))).rejects.toMatchObject({
      message: expect.stringContaining('toaster'),
    });
    expect((await fetch(`${server.url}/active-session`)).status).toBe(404);
  });

  test('a run keeps to the session that it is given, and leaves it', async () => {
    await using own = await project({ 'pair.yml': PAIR });
    await using server = await startPrivateServer(__dirname, process.env);
    await using client = await RemoteLabClient.connect({ baseUrl: server.url, watchdog: false });
    const environment = {
      REMOTE_LAB_URL: server.url,
      REMOTE_LAB_SESSION: client.sessionId,
      REMOTE_LAB_TOPOLOGY: 'pair.yml',
    };
    const run = await TestRun.start(own.optionsWith(environment));
    expect(run.state).toMatchObject({ session: { id: client.sessionId } });
    await run.close();
    expect(await client.status()).toBeDefined();
  });

  test('a run serves another one that wants the same; a topology that has changed is another one', async () => {
    await using own = await project({
      'pair.yml': PAIR,
      'single.yml': 'defaults.device: eos\nnodes: [r1]\n',
    });
    await using server = await startPrivateServer(__dirname, process.env);
    const wanting = (topology: string) =>
      own.optionsWith({ REMOTE_LAB_URL: server.url, REMOTE_LAB_TOPOLOGY: topology });
    await using run = await TestRun.start(wanting('pair.yml'));
    expect(await run.serves(wanting('pair.yml'))).toBe(true);
    expect(await run.serves(wanting('single.yml'))).toBe(false);
    await own.write({ 'pair.yml': `${PAIR}# changed\n` });
    expect(await run.serves(wanting('pair.yml'))).toBe(false);
  });
});
