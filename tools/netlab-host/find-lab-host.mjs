import { existsSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from '../workspace/run-command.mjs';

/** Where prepare.sh puts a lab host unless told otherwise. */
const DEFAULT_PREFIX = '/opt/remote-lab-netlab-host';
/** The image of routers that one can log in to. */
const SSH_IMAGE = 'remote-lab/frr-ssh:local';

/**
 * @typedef {{ lacks: string[], env: NodeJS.ProcessEnv, words: string }} LabHost
 *   `lacks` is empty where real labs can be built; `env` is what a command needs to build them; `words` what was found
 */

/**
 * Looks whether this machine is a lab host: netlab (on PATH or where prepare.sh puts it), containerlab, a Docker engine,
 * the image with SSH.
 *
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {Promise<LabHost>}
 */
export async function findLabHost(environment = process.env) {
  const env = withPrefix(environment);
  const netlab = await say(env, 'netlab', ['version']);
  const containerlab = await say(env, 'containerlab', ['version']);
  const docker = await say(env, 'docker', ['version', '--format', '{{.Server.Version}}']);
  const image = docker && (await say(env, 'docker', ['image', 'inspect', SSH_IMAGE]));
  const isDouble = /double/i.test(containerlab ?? '');
  return {
    lacks: [
      ...(netlab === undefined ? ['netlab'] : []),
      ...(containerlab === undefined ? ['containerlab'] : []),
      ...(docker === undefined ? ['a Docker engine that answers'] : []),
      ...(docker !== undefined && image === undefined ? [`the image ${SSH_IMAGE}`] : []),
    ],
    env: {
      ...env,
      REMOTE_LAB_TEST_NETLAB: '1',
      REMOTE_LAB_TEST_CLAB_DOUBLE: isDouble ? '1' : '0',
      REMOTE_LAB_TEST_FRR_IMAGE: SSH_IMAGE,
    },
    words: `${netlab?.split('\n')[0]}, ${isDouble ? 'the double of containerlab' : 'containerlab'}, Docker ${docker?.trim()}`,
  };
}

function withPrefix(env) {
  const bin = path.join(env.REMOTE_LAB_NETLAB_HOST || DEFAULT_PREFIX, 'bin');
  return existsSync(bin) ? { ...env, PATH: `${bin}${path.delimiter}${env.PATH}` } : env;
}

async function say(env, program, args) {
  const { ok, stdout } = await runCommand(program, args, { env, capture: true, timeoutMs: 20_000 });
  return ok ? stdout : undefined;
}
