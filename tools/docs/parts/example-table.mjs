import { readdir, readFile } from 'node:fs/promises';
import { createTopologyBundle, readTopology } from '@remote-lab/topology';
import { codeList, markdownTable } from '../markdown-table.mjs';

const FOLDER = new URL('../../../docs/examples/topologies/', import.meta.url);

/** The example topologies, with what is in them. */
export async function exampleTable() {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.yml')).sort();
  const rows = await Promise.all(names.map(row));
  return markdownTable(['File', 'What it is', 'Nodes', 'Links', 'Device types', 'Modules'], rows);
}

async function row(name) {
  const content = await readFile(new URL(name, FOLDER));
  const { nodes, links } = readTopology(
    createTopologyBundle({ topology: { path: name, content }, extraFiles: [] }),
  );
  return [
    `[${name}](topologies/${name})`,
    firstComment(content.toString('utf8')),
    String(nodes.length),
    String(links.length),
    codeList([...new Set(nodes.map(({ device }) => device))].sort()),
    codeList([...new Set(nodes.flatMap(({ modules }) => modules))].sort()),
  ];
}

function firstComment(text) {
  const [, words = ''] = /^#\s*(.*)/.exec(text) ?? [];
  return words;
}
