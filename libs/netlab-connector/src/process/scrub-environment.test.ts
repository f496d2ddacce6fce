import { describe, expect, test } from '@jest/globals';
import { scrubEnvironment } from './scrub-environment';

describe('the environment of a netlab process', () => {
  test.each([
    'NETLAB_DEVICE',
    'NETLAB_MULTILAB_ID',
    'REMOTE_LAB_TOKEN',
    'NEOPS_TOKEN',
    'FORCE_COLOR',
    'CLICOLOR_FORCE',
    'ANSIBLE_FORCE_COLOR',
    'LC_MESSAGES',
    'LANGUAGE',
    'LINES',
    'PYTHONOPTIMIZE',
    'NODE_OPTIONS',
    'NODE_CHANNEL_FD',
    'npm_config_registry',
    'JEST_WORKER_ID',
    'NOTIFY_SOCKET',
    'LISTEN_FDS',
    'WATCHDOG_PID',
    'STATE_DIRECTORY',
    'PGPASSWORD',
    'DATABASE_URL',
  ])('has no %s', (name) => {
    expect(scrubEnvironment({ [name]: 'x' })).not.toHaveProperty([name]);
  });

  test.each(['PATH', 'HOME', 'DOCKER_HOST', 'PYTHONPATH', 'SSH_AUTH_SOCK', 'MY_NETLAB_X'])(
    'keeps %s',
    (name) => {
      expect(scrubEnvironment({ [name]: 'x', GONE: undefined })).toMatchObject({ [name]: 'x' });
    },
  );

  test('makes the output whole, uncoloured and readable, whatever was there', () => {
    expect(
      scrubEnvironment({
        COLUMNS: '80',
        LANG: 'de_DE',
        LC_ALL: 'C',
        PYTHONIOENCODING: 'ascii',
        TERM: 'xterm',
      }),
    ).toEqual({
      NO_COLOR: '1',
      TERM: 'dumb',
      COLUMNS: '10000',
      LANG: 'C.UTF-8',
      LC_ALL: 'C.UTF-8',
      PYTHONIOENCODING: 'utf-8',
      PYTHONUNBUFFERED: '1',
    });
  });

  test('has what the operator set, also what is dropped of the server', () => {
    expect(scrubEnvironment({ NETLAB_DEVICE: 'eos' }, { NETLAB_DEVICE: 'frr' })).toMatchObject({
      NETLAB_DEVICE: 'frr',
    });
  });
});
