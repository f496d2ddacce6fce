import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the checkout these tools belong to, whatever the current directory is. */
export const workspaceRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
