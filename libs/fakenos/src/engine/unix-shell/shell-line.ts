/** A pipeline of a Unix shell's line, and after what it runs. */
export interface ShellStep {
  /** `success` stands after `&&`, `failure` after `||`, everything else runs `always`. */
  readonly when: 'always' | 'success' | 'failure';
  readonly stages: readonly ShellStage[];
}

/** One command of a pipeline: `LANG=C ip addr 2>/dev/null`. */
export interface ShellStage {
  readonly assignments: readonly ShellAssignment[];
  readonly words: readonly ShellWord[];
  readonly redirections: readonly ShellRedirection[];
}

/** `NAME=value` before a command. */
export interface ShellAssignment {
  readonly name: string;
  readonly value: ShellWord;
}

/** A word in pieces: what is written, and what is looked up when it runs. */
export type ShellWord = readonly WordPart[];

/** A piece of a word. A word of nothing but unquoted variables vanishes when they are empty. */
export interface WordPart {
  readonly kind: 'text' | 'variable';
  readonly value: string;
  readonly quoted: boolean;
}

/** `2>&1` or `2> path`. */
export interface ShellRedirection {
  /** `both` for `&>`. */
  readonly from: '0' | '1' | '2' | 'both';
  readonly to: { readonly descriptor: '1' | '2' } | { readonly path: ShellWord };
}
