import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** @typedef {{ name: string, folder: string, manifest: Record<string, any> }} PublicPackage */

/**
 * Lists the packages of the workspace that are published: those not `private`, sorted by name.
 *
 * @param {string} root the workspace
 * @returns {Promise<PublicPackage[]>} with absolute folders
 */
export async function publicPackages(root) {
  const { workspaces } = await readManifest(root);
  const packages = [];
  for (const parent of workspaces.map((pattern) => path.join(root, pattern.replace(/\/\*$/, '')))) {
    for (const entry of await readdir(parent, { withFileTypes: true })) {
      const folder = path.join(parent, entry.name);
      const manifest = entry.isDirectory() ? await readManifest(folder) : undefined;
      if (manifest !== undefined && !manifest.private)
        packages.push({ name: manifest.name, folder, manifest });
    }
  }
  return packages.sort((a, b) => a.name.localeCompare(b.name));
}

async function readManifest(folder) {
  try {
    return JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
