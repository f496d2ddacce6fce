import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/**
 * @typedef {object} Process
 * @property {number} pid
 * @property {number} parent
 * @property {number} group
 * @property {string} started tells two processes apart that had the same pid after each other
 * @property {string} command its arguments, separated by blanks
 * @property {string} environment its variables, where they can be read
 */

/**
 * Lists the living processes; one that has ended and was not waited for is not alive.
 *
 * @returns {Promise<Process[]>}
 */
export async function processes() {
  // Small containers have /proc but no ps, macOS has ps but no /proc.
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  if (pids.length === 0) return listedByPs();
  const found = await Promise.all(pids.map(readProcess));
  return found.filter((each) => each !== undefined);
}

/**
 * Lists a process's children, their children, and so on, and the process itself when it lives.
 *
 * @param {number} pid
 * @param {Process[]} all
 * @returns {Process[]}
 */
export function family(pid, all) {
  const members = all.filter((each) => each.pid === pid);
  const visit = (parent) => {
    for (const child of all.filter((each) => each.parent === parent)) {
      members.push(child);
      visit(child.pid);
    }
  };
  visit(pid);
  return members;
}

/**
 * Of those processes, the ones that still live.
 *
 * @param {Process[]} known
 * @param {Process[]} all
 * @returns {Process[]}
 */
export function survivors(known, all) {
  const living = new Map(all.map((each) => [each.pid, each.started]));
  return known.filter(({ pid, started }) => living.get(pid) === started);
}

/**
 * The processes that inherited a mark: a variable of their environment. Whatever they do to be on their own, as a
 * daemon does, that stays; where there is no /proc, nobody can see it.
 *
 * @param {string} mark
 * @param {Process[]} all
 * @returns {Process[]}
 */
export function marked(mark, all) {
  return all.filter((each) => each.environment.includes(`${MARK}=${mark}`));
}

/** The variable that {@link marked} looks for. */
export const MARK = 'STARTED_BY';

async function readProcess(pid) {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name, in parentheses, may itself contain blanks and parentheses. Then come state, parent, group, …
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  if (text === '' || /^[ZX]/.test(fields[0])) return undefined;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return {
    pid: Number(pid),
    parent: Number(fields[1]),
    group: Number(fields[2]),
    started: fields[19],
    command: command.replaceAll('\0', ' ').trim(),
    environment: await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => ''),
  };
}

async function listedByPs() {
  const columns = ['pid', 'ppid', 'pgid', 'stat', 'lstart', 'args'].flatMap((name) => ['-o', `${name}=`]);
  const { stdout } = await promisify(execFile)('ps', ['-A', ...columns]);
  return stdout
    .trim()
    .split('\n')
    .flatMap((line) => {
      // lstart is five words, such as "Mon Jan  1 10:00:00 2024".
      const [pid, parent, group, state, ...rest] = line.trim().split(/\s+/);
      if (state.startsWith('Z')) return [];
      const started = rest.slice(0, 5).join(' ');
      const command = rest.slice(5).join(' ');
      return [
        { pid: Number(pid), parent: Number(parent), group: Number(group), started, command, environment: '' },
      ];
    });
}
