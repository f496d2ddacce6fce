import { readdir } from 'node:fs/promises';
import type { NetlabRunner } from '../netlab-runner';

/**
 * The Linux bridges that netlab made for a lab's LANs: `lab7_2`. `interfaces` is the folder in which the system lists its
 * interfaces; none where there is no such folder.
 */
export async function labBridges(lab: string, interfaces = '/sys/class/net'): Promise<readonly string[]> {
  const names = await readdir(interfaces).catch(() => []);
  // netlab cuts the lab's name to ten characters before it appends the link's number.
  const prefix = `${lab.slice(0, 10)}_`;
  return names.filter((name) => name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length)));
}

/** Removes bridges; whoever has gone is no failure. */
export async function removeBridges(
  runner: Pick<NetlabRunner, 'tool'>,
  bridges: readonly string[],
): Promise<void> {
  for (const bridge of bridges) {
    const command = ['ip', 'link', 'delete', bridge];
    const [program = '', ...args] = process.getuid?.() === 0 ? command : ['sudo', '-n', ...command];
    await runner.tool(program, args, { cwd: '/' });
  }
}
