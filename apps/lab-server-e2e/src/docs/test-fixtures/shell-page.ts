import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CodeBlock } from './code-blocks';
import { runProgram } from './run-program';
import { temporaryFolder } from './temporary-folder';

const SEPARATOR = '=====remote-lab-docs-block=====';

/** curl as the tests want it: a refusal is a failure. */
const CURL_SETTINGS = 'fail-with-body\nsilent\nshow-error\n';

/** What the blocks printed, one entry for each, and how the last one that ran ended. */
export interface ShellRun {
  readonly outputs: readonly string[];
  readonly code: number | null;
  readonly stderr: string;
}

/** Runs the blocks of one page one after the other in one shell, as its reader would. */
export async function runShellBlocks(blocks: readonly CodeBlock[], url: string): Promise<ShellRun> {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, '.curlrc'), CURL_SETTINGS);
  const script = join(folder.path, 'page.sh');
  const parts = blocks.map(({ text }) => `${text}\nprintf '%s\\n' '${SEPARATOR}'`);
  await writeFile(script, ['set -eu', ...parts, ''].join('\n'));
  const { code, stdout, stderr } = await runProgram('/bin/sh', [script], {
    REMOTE_LAB_URL: url,
    CURL_HOME: folder.path,
  });
  return { outputs: stdout.split(`${SEPARATOR}\n`), code, stderr };
}
