/** What the text of a source file tells about labs. A guess made without running it: what is computed is not seen. */
export interface LabCalls {
  /** Whether it imports a package through which tests get labs, or says so with `@remote-lab` in its first comment. */
  readonly usesLab: boolean;
  /** Topologies that it names, in the order of the text; paths count from the test file. */
  readonly topologies: readonly NamedTopology[];
  /** Files that it imports by a relative path, as written. */
  readonly imports: readonly string[];
}

/** A topology that a test file names. */
export interface NamedTopology {
  readonly path: string;
  /** Whether it asks for a lab of its own; false when that is not to be seen. */
  readonly fresh: boolean;
}

const PACKAGE =
  /(?:\bfrom|\bimport|\brequire\s*\(|\bimport\s*\()\s*['"`](?:(?:jest|vitest)-remote-lab|@remote-lab\/(?:test-run|client))(?:\/[^'"`]*)?['"`]/;
const RELATIVE_IMPORT =
  /(?:\bfrom|\bimport|\brequire\s*\(|\bimport\s*\()\s*['"`](\.{1,2}(?:\/[^'"`\n]*)?)['"`]/g;
const LAB_CALL = /\b(?:remoteLab|getLab)\s*\(\s*(['"`])([^'"`\n$]+\.ya?ml)\1([^)]{0,400})/gi;
const FIRST_COMMENT = /^(?:#!.*\n)?\s*\/\*\*?([\s\S]*?)\*\//;
const PRAGMA = /@remote-lab(?![\w/-])[ \t]*([^\s*]+\.ya?ml)?/i;

/** Looks for labs in the text of one file. */
export function findLabCalls(text: string): LabCalls {
  const pragma = PRAGMA.exec(FIRST_COMMENT.exec(text)?.[1] ?? '');
  const code = withoutComments(text);
  const named = pragma?.[1] === undefined ? [] : [{ path: pragma[1], fresh: false }];
  const called = [...code.matchAll(LAB_CALL)].map(([, , path = '', rest = '']) => ({
    path,
    fresh: /\breuse\s*:\s*false\b/.test(rest),
  }));
  return {
    usesLab: pragma !== null || PACKAGE.test(code),
    topologies: [...named, ...called],
    imports: [...code.matchAll(RELATIVE_IMPORT)].flatMap(([, path]) => (path === undefined ? [] : [path])),
  };
}

/** Only those that begin a line: the others may be part of a text, such as an address. */
function withoutComments(text: string): string {
  return text.replaceAll(/^\s*\/\*[\s\S]*?\*\//gm, '').replaceAll(/^\s*\/\/.*$/gm, '');
}
