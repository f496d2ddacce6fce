import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  createTopologyBundle,
  readTopology,
  TopologyError,
  type BundleFile,
  type TopologyBundle,
} from '@remote-lab/topology';
import { isKind } from './test-fixtures/block-kinds';
import type { CodeBlock } from './test-fixtures/code-blocks';
import { readPages } from './test-fixtures/documentation';
import { startDocumentedServer } from './test-fixtures/documented-server';
import { outputPattern } from './test-fixtures/output-pattern';
import { temporaryFolder } from './test-fixtures/temporary-folder';

const pages = readPages();

describe('the topologies in the documentation', () => {
  const topologies = pages.flatMap(({ blocks }) =>
    blocks.flatMap((block, index) =>
      isKind(block, 'topology')
        ? [{ where: `${block.file}:${block.line}`, bundle: bundleOf(blocks, index) }]
        : [],
    ),
  );

  test.each(topologies)('$where can be read', ({ bundle }) => {
    expect(readTopology(bundle).nodes.length).toBeGreaterThan(0);
  });
});

describe('the mistakes in the documentation', () => {
  const refused = pages.flatMap(({ blocks }) =>
    blocks.flatMap((block, index) =>
      isKind(block, 'refused-topology')
        ? [{ where: `${block.file}:${block.line}`, bundle: bundleOf(blocks, index), said: blocks[index + 1] }]
        : [],
    ),
  );

  test.each(refused)('$where are told as it says', ({ bundle, said }) => {
    expect(said && isKind(said, 'problems')).toBe(true);
    expect(refusalOf(bundle)).toMatch(outputPattern(said?.text ?? ''));
  });
});

describe('the configuration files in the documentation', () => {
  const files = pages.flatMap(({ blocks }) => blocks.filter((block) => isKind(block, 'configuration')));

  test.each(files)('$file:$line starts a server', async ({ text }) => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, 'lab-server.yml');
    await writeFile(path, text);
    await using server = await startDocumentedServer(['--config', path]);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(204);
  });
});

/** The topology of a block, with the extra files that stand directly before it. */
function bundleOf(blocks: readonly CodeBlock[], index: number): TopologyBundle {
  const extraFiles: BundleFile[] = [];
  for (let at = index - 1; at >= 0; at -= 1) {
    const before = blocks[at];
    if (before === undefined || !isKind(before, 'extra-file')) break;
    extraFiles.push(fileOf(before.note?.rest ?? '', before));
  }
  const block = blocks[index];
  if (block === undefined) throw new RangeError(`There is no block ${index}.`);
  return createTopologyBundle({ topology: fileOf(block.note?.rest ?? 'topology.yml', block), extraFiles });
}

function fileOf(path: string, { text }: CodeBlock): BundleFile {
  return { path, content: Buffer.from(`${text}\n`) };
}

function refusalOf(bundle: TopologyBundle): string {
  try {
    readTopology(bundle);
  } catch (error) {
    if (error instanceof TopologyError) return error.message;
    throw error;
  }
  return 'It was not refused.';
}
