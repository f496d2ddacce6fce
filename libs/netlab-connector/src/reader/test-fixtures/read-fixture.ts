import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The bytes of a file of this folder. */
export function readFixture(name: string): Promise<Buffer> {
  return readFile(join(__dirname, name));
}
