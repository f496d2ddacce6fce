import { mkdir } from 'node:fs/promises';
import { packPackage } from '../packages/pack-package.mjs';
import { publicPackages } from '../packages/public-packages.mjs';
import { workspaceRoot } from '../workspace/workspace-root.mjs';

/**
 * Packs every package that is published; needs a finished build.
 *
 * @param {string} folder where the tarballs go
 * @returns {Promise<Map<string, string>>} the tarballs by package name
 */
export async function packWorkspace(folder) {
  await mkdir(folder, { recursive: true });
  const packages = await publicPackages(workspaceRoot);
  const packed = await Promise.all(packages.map((each) => packPackage(each, folder)));
  return new Map(packages.map(({ name }, index) => [name, packed[index].tarball]));
}
