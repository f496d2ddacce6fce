import { describe, expect, test } from '@jest/globals';
import { tempFolder } from '../test-fixtures/temp-folder';
import { readSettings } from './read-settings';

const runner = 'Jest';

test('without a file and variables there are defaults', async () => {
  await using folder = await tempFolder();
  const settings = await readSettings({ rootDir: folder.path, environment: {}, runner });
  expect(settings).toMatchObject({
    reuse: false,
    requireServer: false,
    keepOnWatch: true,
    waitTimeout: 600_000,
  });
  expect(settings.purpose).toMatch(/^Jest tests of test-run-/);
  expect(settings).not.toHaveProperty('topology');
  expect(settings).not.toHaveProperty('url');
});

test('paths count from the folder of the file, and an empty variable is none', async () => {
  await using folder = await tempFolder({
    'remote-lab.config.json': '{ "topology": "labs/pair.yml", "url": "http://host" }',
    'packages/a/x': '',
  });
  const settings = await readSettings({
    rootDir: folder.file('packages/a'),
    environment: { REMOTE_LAB_URL: '', REMOTE_LAB_TOPOLOGY: ' ' },
    runner,
  });
  expect(settings).toMatchObject({
    topology: folder.file('labs/pair.yml'),
    url: 'http://host',
    baseFolder: folder.path,
  });
});

test('variables override the file; a path in one counts from the root folder', async () => {
  await using folder = await tempFolder({
    'remote-lab.config.json': '{ "topology": "labs/pair.yml", "reuse": true, "waitTimeout": 5 }',
    'packages/a/x': '',
  });
  const rootDir = folder.file('packages/a');
  const settings = await readSettings({
    rootDir,
    environment: {
      REMOTE_LAB_TOPOLOGY: 'own.yml',
      REMOTE_LAB_REUSE: 'false',
      REMOTE_LAB_SESSION_TIMEOUT: '60',
      REMOTE_LAB_LABELS: 'team=core',
    },
    runner,
  });
  expect(settings).toMatchObject({
    topology: folder.file('packages/a/own.yml'),
    baseFolder: rootDir,
    reuse: false,
    waitTimeout: 60_000,
    labels: { team: 'core' },
  });
});

test.each(['https://host/pair.yml', 'nodes: [r1]\n'])(
  'a topology that is no path stays as it is: %j',
  async (topology) => {
    await using folder = await tempFolder({ 'remote-lab.config.json': JSON.stringify({ topology }) });
    expect(await readSettings({ rootDir: folder.path, environment: {}, runner })).toMatchObject({ topology });
  },
);

describe('those who wait see which CI job has the lab', () => {
  test.each([
    [
      {
        GITHUB_SERVER_URL: 'https://github.com',
        GITHUB_REPOSITORY: 'a/b',
        GITHUB_RUN_ID: '7',
        GITHUB_ACTOR: 'ann',
      },
      { jobUrl: 'https://github.com/a/b/actions/runs/7', owner: 'ann' },
    ],
    [
      { CI_JOB_URL: 'https://gitlab/j/1', GITLAB_USER_LOGIN: 'bob' },
      { jobUrl: 'https://gitlab/j/1', owner: 'bob' },
    ],
    [{ BUILD_URL: 'https://jenkins/job/1' }, { jobUrl: 'https://jenkins/job/1' }],
    [
      { BUILD_URL: 'https://jenkins/job/1', REMOTE_LAB_OWNER: 'nightly', REMOTE_LAB_JOB_URL: 'https://else' },
      { jobUrl: 'https://else', owner: 'nightly' },
    ],
  ])('%j', async (environment, told) => {
    await using folder = await tempFolder();
    expect(await readSettings({ rootDir: folder.path, environment, runner })).toMatchObject(told);
  });
});
