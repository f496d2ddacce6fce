import { nearestName } from '@remote-lab/topology';
import { documentPath } from '../documents/document-path';
import type { DocumentProblem } from '../errors';
import type { InventoryDocument, InventoryLink } from './inventory-document';
import type { InventoryHost } from './inventory-host';

/** A cable between two hosts, by their names. */
export interface HostLink {
  readonly a: string;
  readonly b: string;
}

/** The cables of an inventory, and what is wrong with some of them. A text is split at the hyphen that leaves two hosts. */
export function readLinks(
  { links }: InventoryDocument,
  hosts: readonly InventoryHost[],
): { readonly links: readonly HostLink[]; readonly problems: readonly DocumentProblem[] } {
  const names = new Set(hosts.map(({ name }) => name));
  const read: HostLink[] = [];
  const problems: DocumentProblem[] = [];
  (links ?? []).forEach((written, index) => {
    const link = endsOf(written, names);
    const problem = typeof link === 'string' ? link : wrongEnds(link, names);
    if (problem !== undefined) problems.push({ path: documentPath(['links', index]), message: problem });
    else if (typeof link !== 'string') read.push(link);
  });
  return { links: read, problems };
}

function endsOf(written: InventoryLink, names: ReadonlySet<string>): HostLink | string {
  if (typeof written !== 'string') return written;
  const parts = written.split('-').map((part) => part.trim());
  const splits = parts.slice(1).map((_, at) => ({
    a: parts.slice(0, at + 1).join('-'),
    b: parts.slice(at + 1).join('-'),
  }));
  const fitting = splits.filter(({ a, b }) => names.has(a) && names.has(b));
  if (fitting.length > 1) return `"${written}" can be read in two ways; write { a: …, b: … }`;
  return fitting[0] ?? splits[0] ?? `"${written}" is no link; write the two hosts with a hyphen: r1-r2`;
}

function wrongEnds({ a, b }: HostLink, names: ReadonlySet<string>): string | undefined {
  if (a === b) return `links ${a} to itself; a link has two hosts`;
  const missing = [a, b].find((name) => !names.has(name));
  if (missing === undefined) return undefined;
  const nearest = nearestName(missing, names);
  const guess = nearest === undefined ? '' : `; did you mean "${nearest}"?`;
  return `names the host "${missing}", which there is not${guess}`;
}
