import type { FakeDevice } from '../device/fake-device';
import type { Command, CommandOutcome, Mode, Platform, ShellSession } from './platform';
import type { Placeholder, SyntaxToken } from './parse-syntax';
import { parseSyntax } from './parse-syntax';

/** A platform's commands, ready to match lines against: one trie of words for each mode. */
export interface CommandTree {
  readonly platform: Platform;
  /** The mode's trie first, then those it falls back on. */
  rootsOf(mode: string): readonly CommandNode[];
  /** Throws when the platform has no such mode. */
  modeOf(mode: string): Mode;
  /** Answers whole lines before any command is looked up, pipes and all: a host's own. Undefined looks it up. */
  readonly answerLine?: (call: WholeLine) => CommandOutcome | undefined;
}

/** A line as it was given to a mode. */
export interface WholeLine {
  readonly device: FakeDevice;
  readonly session: ShellSession;
  readonly mode: string;
  /** Without blanks around it. */
  readonly line: string;
}

export interface CommandNode {
  readonly keywords: ReadonlyMap<string, CommandNode>;
  /** Numbers before words, words before the rest of a line: the narrower one is tried first. */
  readonly placeholders: readonly PlaceholderEdge[];
  readonly leaf?: CommandLeaf;
}

export interface PlaceholderEdge {
  readonly placeholder: Placeholder;
  readonly node: CommandNode;
}

export interface CommandLeaf {
  readonly command: Command;
  readonly optionalKeywords: ReadonlySet<string>;
}

interface GrowingNode extends CommandNode {
  readonly keywords: Map<string, GrowingNode>;
  readonly placeholders: (PlaceholderEdge & { readonly node: GrowingNode })[];
  leaf?: CommandLeaf;
}

const NARROWEST_FIRST = ['number', 'word', 'rest'] as const;

/**
 * Compiles a platform's commands. Of two commands with the same words in a mode the one declared first wins.
 * Throws for a syntax or a mode that makes no sense.
 */
export function compileCommands(platform: Platform): CommandTree {
  const roots = new Map<string, GrowingNode>();
  for (const mode of Object.keys(platform.modes)) roots.set(mode, growNode());
  for (const command of platform.commands) {
    const tokens = parseSyntax(command.syntax);
    const optionalKeywords = new Set(
      tokens.flatMap((t) => (t.kind === 'keyword' && t.optional ? [t.word] : [])),
    );
    for (const mode of command.modes) {
      const root = roots.get(mode);
      if (!root) throw new Error(`${platform.name}: "${command.syntax}" names the unknown mode "${mode}".`);
      plant(root, tokens, { command, optionalKeywords });
    }
  }
  const modeOf = (mode: string): Mode => {
    const found = Object.hasOwn(platform.modes, mode) ? platform.modes[mode] : undefined;
    if (!found) throw new Error(`${platform.name} has no mode "${mode}".`);
    return found;
  };
  const chains = new Map<string, readonly CommandNode[]>();
  for (const mode of roots.keys()) {
    chains.set(
      mode,
      fallbackChain(mode, modeOf).flatMap((name) => roots.get(name) ?? []),
    );
  }
  return { platform, modeOf, rootsOf: (mode) => chains.get(mode) ?? [] };
}

function fallbackChain(mode: string, modeOf: (mode: string) => Mode): readonly string[] {
  const chain = [mode];
  for (
    let next = modeOf(mode).fallback;
    next !== undefined && !chain.includes(next);
    next = modeOf(next).fallback
  ) {
    chain.push(next);
  }
  return chain;
}

function plant(node: GrowingNode, tokens: readonly SyntaxToken[], leaf: CommandLeaf): void {
  const [token, ...rest] = tokens;
  if (!token) {
    node.leaf ??= leaf;
    return;
  }
  plant(branch(node, token), rest, leaf);
  if (token.optional) plant(node, rest, leaf);
}

function branch(node: GrowingNode, token: SyntaxToken): GrowingNode {
  if (token.kind === 'keyword') {
    const known = node.keywords.get(token.word) ?? growNode();
    node.keywords.set(token.word, known);
    return known;
  }
  const known = node.placeholders.find(({ placeholder }) => samePlaceholder(placeholder, token));
  if (known) return known.node;
  const edge = { placeholder: token, node: growNode() };
  node.placeholders.push(edge);
  node.placeholders.sort((a, b) => breadth(a.placeholder) - breadth(b.placeholder));
  return edge.node;
}

function samePlaceholder(a: Placeholder, b: Placeholder): boolean {
  if (a.kind !== b.kind || a.name !== b.name) return false;
  return a.kind !== 'number' || b.kind !== 'number' || (a.min === b.min && a.max === b.max);
}

function breadth(placeholder: Placeholder): number {
  return NARROWEST_FIRST.indexOf(placeholder.kind);
}

function growNode(): GrowingNode {
  return { keywords: new Map(), placeholders: [] };
}
