import { readFile } from 'node:fs/promises';

const MODULE = new URL('../../../docs/examples/platforms/acme-toaster.mjs', import.meta.url);

/** The platform that the page writes, as it stands in the examples. */
export async function platformModule() {
  return `\`\`\`js\n${(await readFile(MODULE, 'utf8')).trim()}\n\`\`\``;
}
