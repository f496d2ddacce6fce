import { setTimeout as delay } from 'node:timers/promises';
import { testBody, topology } from './case-project.mjs';

/**
 * What happens to a run.
 *
 * @typedef {object} Situation what there is when the test is in the middle
 * @property {import('node:child_process').ChildProcess} runner the leader of its group
 * @property {import('../examples/processes.mjs').Process[]} family everything it started
 * @property {Awaited<ReturnType<typeof import('../examples/installed-server.mjs').startServer>>} server
 * @property {(stop: NodeJS.Signals) => Promise<void>} restartServer on the same port, with the same queue
 * @property {() => void} go lets the test go on
 *
 * @typedef {object} Case
 * @property {string} name
 * @property {string[]} tests names of tests, each in a file of its own, in this order
 * @property {boolean} [broken] the topology cannot be read
 * @property {boolean} [bail]
 * @property {boolean} [behind] another session holds the lab host, so that the run waits
 * @property {string[]} [serverOptions]
 * @property {(situation: Situation) => Promise<void>} [during] what is done in the middle of the test, or of the wait
 * @property {'success' | 'failure' | 'any'} ends
 * @property {RegExp} [says]
 * @property {number} [freeWithinMs] 3,000 unless said otherwise
 * @property {number} [processesGoneWithinMs] 3,000 unless said otherwise
 * @property {boolean} [alone] the run has no server but its own
 * @property {boolean} [noServer] there is nobody to count sessions in the end
 */

const TOPOLOGY = 'pair.yml';

/** What every case has beside its tests. */
export const caseContent = ({ tests, broken }) => ({
  tests: Object.fromEntries(tests.map((name, index) => [`${index}-${name}`, testBody(name)])),
  config: { topology: TOPOLOGY, reuse: true },
  topologies: { [TOPOLOGY]: broken ? 'nodes: [r1\n' : topology('pair') },
});

/** As a terminal does for Ctrl-C, and as a container's end does: everybody in the group. */
const toGroup =
  (signal) =>
  async ({ runner }) =>
    void process.kill(-runner.pid, signal);
const toRunner =
  (signal) =>
  async ({ runner }) =>
    void process.kill(runner.pid, signal);

/** @type {Case[]} */
export const caseList = [
  { name: 'pass', tests: ['pass'], ends: 'success' },
  { name: 'fail', tests: ['fail'], ends: 'failure' },
  { name: 'bail', tests: ['fail', 'pass', 'pass'], bail: true, ends: 'failure' },
  { name: 'setup throws', tests: ['pass'], broken: true, ends: 'failure', says: /pair\.yml/ },
  { name: 'SIGINT', tests: ['hold'], during: toGroup('SIGINT'), ends: 'any' },
  { name: 'SIGTERM', tests: ['hold'], during: toRunner('SIGTERM'), ends: 'any' },
  { name: 'SIGKILL of the runner', tests: ['hold'], during: toRunner('SIGKILL'), ends: 'any' },
  { name: 'SIGKILL of its process group', tests: ['hold'], during: toGroup('SIGKILL'), ends: 'any' },
  { name: 'SIGKILL while waiting', tests: ['pass'], behind: true, during: toGroup('SIGKILL'), ends: 'any' },
  {
    name: 'server restart mid-run',
    tests: ['hold'],
    async during({ restartServer, go }) {
      await restartServer('SIGTERM');
      await delay(1_000);
      go();
    },
    // The fake devices went with the server, so the rest of the test fails.
    ends: 'failure',
  },
  {
    name: 'server gone',
    tests: ['hold'],
    // The watchdog hopes for the server's return, but no longer than the session would have lived.
    serverOptions: ['--active-timeout', '5', '--waiting-timeout', '5'],
    async during({ server, go }) {
      await server.stop('SIGKILL');
      await delay(1_000);
      go();
    },
    ends: 'failure',
    says: /server|REMOTE_LAB_URL/,
    noServer: true,
    processesGoneWithinMs: 15_000,
  },
  {
    name: 'evicted mid-run',
    tests: ['hold'],
    async during({ server, go }) {
      const session = (await (await fetch(`${server.url}/active-session`)).json()).session_id;
      await fetch(`${server.url}/session/${session}`, { method: 'DELETE' });
      await delay(1_000);
      go();
    },
    ends: 'failure',
    says: /session/i,
  },
  { name: 'own server: pass', tests: ['pass'], alone: true, ends: 'success', noServer: true },
  {
    name: 'own server: SIGINT',
    tests: ['hold'],
    alone: true,
    during: toGroup('SIGINT'),
    ends: 'any',
    noServer: true,
  },
  {
    name: 'own server: SIGKILL of its process group',
    tests: ['hold'],
    alone: true,
    during: toGroup('SIGKILL'),
    ends: 'any',
    noServer: true,
  },
  {
    name: 'SIGKILL of everything, watchdog too',
    tests: ['hold'],
    serverOptions: ['--active-timeout', '3'],
    async during({ family }) {
      for (const { pid } of family) kill(pid);
    },
    ends: 'any',
    // Nobody is left to tell the server; what ends the session is its lease of 3 seconds.
    freeWithinMs: 6_000,
  },
];

function kill(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // It went with its parent.
    if (error.code !== 'ESRCH') throw error;
  }
}
