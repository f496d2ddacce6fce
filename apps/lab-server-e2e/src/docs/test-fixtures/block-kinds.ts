import type { CodeBlock } from './code-blocks';

/** Who checks a block. */
export type BlockKind =
  /** Run by a shell against a server. */
  | 'shell'
  /** Type-checked, and run against a server when it is on a guide's page. */
  | 'script'
  /** A topology that is read. */
  | 'topology'
  /** A file that the next topology includes. */
  | 'extra-file'
  /** A topology that is refused; the next block has the problems. */
  | 'refused-topology'
  /** The problems of the topology above. */
  | 'problems'
  /** A configuration file that a server starts with. */
  | 'configuration'
  /** JSON, and a message of the wire when its note names one. */
  | 'json'
  /** What the block above prints. */
  | 'output'
  /** Drawn by the page's viewer. */
  | 'diagram'
  /** For the eye only, as its language or its note says. */
  | 'prose';

const BY_LANGUAGE: Readonly<Record<string, BlockKind>> = {
  sh: 'shell',
  ts: 'script',
  js: 'script',
  yaml: 'topology',
  json: 'json',
  mermaid: 'diagram',
  text: 'prose',
};

/** Notes that change what a block of a language is. */
const BY_NOTE: Readonly<Record<string, Readonly<Record<string, BlockKind>>>> = {
  output: { text: 'output', json: 'output' },
  problems: { text: 'problems' },
  refused: { yaml: 'refused-topology' },
  extra: { yaml: 'extra-file' },
  configuration: { yaml: 'configuration' },
  schema: { json: 'json' },
};

/** Who checks the block, or what is wrong with it. */
export function blockKind({ language, note }: CodeBlock): { readonly kind: BlockKind } | { problem: string } {
  if (note?.word === 'not-run') {
    return note.rest.length >= 10 ? { kind: 'prose' } : { problem: 'its "not-run" note gives no reason' };
  }
  const kind = note === undefined ? BY_LANGUAGE[language] : BY_NOTE[note.word]?.[language];
  if (kind !== undefined) return { kind };
  return {
    problem:
      note === undefined
        ? `nothing checks blocks of language "${language}": use another, or add <!-- block: not-run REASON -->`
        : `the note "${note.word}" means nothing for language "${language}"`,
  };
}

/** Whether the block is of that kind. */
export function isKind(block: CodeBlock, kind: BlockKind): boolean {
  const found = blockKind(block);
  return 'kind' in found && found.kind === kind;
}
