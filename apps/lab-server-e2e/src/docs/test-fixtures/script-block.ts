import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transform } from '@swc/core';
import type { CodeBlock } from './code-blocks';
import { REPOSITORY } from './repository';
import { type Ended, runProgram } from './run-program';
import { temporaryFolder } from './temporary-folder';

/** Runs a `ts` or `js` block as a module of its own with the built packages. */
export async function runScriptBlock(block: CodeBlock, url: string): Promise<Ended> {
  await using folder = await temporaryFolder();
  await symlink(join(REPOSITORY, 'node_modules'), join(folder.path, 'node_modules'), 'junction');
  const script = join(folder.path, 'block.mjs');
  await writeFile(script, block.language === 'ts' ? await toJavaScript(block.text) : block.text);
  return await runProgram(process.execPath, [script], { REMOTE_LAB_URL: url });
}

// Node 20 has neither types nor `await using`.
async function toJavaScript(typescript: string): Promise<string> {
  const { code } = await transform(typescript, {
    swcrc: false,
    module: { type: 'es6' },
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  });
  return code;
}
