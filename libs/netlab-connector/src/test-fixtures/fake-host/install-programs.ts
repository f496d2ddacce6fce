import { access, constants, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const programs = ['netlab', 'containerlab', 'sudo', 'docker', 'ip'];
/** Harmless programs of the real host that a caller may need. */
const borrowed = ['sh', 'ps', 'env', 'cat', 'kill', 'rm', 'sleep'];

async function borrow(folder: string, program: string): Promise<void> {
  for (const place of ['/bin', '/usr/bin']) {
    const real = join(place, program);
    const usable = await access(real, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (usable) return symlink(real, join(folder, program));
  }
}

/**
 * Makes the folders `bin` and `tools`; answers with a PATH of these two. The system's own folders are not on it,
 * so that a program which is not there is missing, and never the real one that would be found next.
 */
export async function installPrograms(folder: string, state: string): Promise<string> {
  const bin = join(folder, 'bin');
  const tools = join(folder, 'tools');
  await mkdir(bin);
  await mkdir(tools);
  for (const program of programs) {
    const script = join(__dirname, 'bin', `${program}.cjs`);
    // A shell that becomes node keeps its pid, so whoever started the program can signal it.
    const text = `#!/bin/sh\nFAKE_HOST='${state}' exec '${process.execPath}' '${script}' "$@"\n`;
    await writeFile(join(bin, program), text, { mode: 0o755 });
  }
  await symlink(process.execPath, join(tools, 'node'));
  await Promise.all(borrowed.map((program) => borrow(tools, program)));
  return `${bin}:${tools}`;
}
