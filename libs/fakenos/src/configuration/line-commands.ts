import { parseSyntax } from '../engine/parse-syntax';
import type { SyntaxToken } from '../engine/parse-syntax';
import type { Command, CommandCall, CommandOutcome } from '../engine/platform';
import { candidateOf } from './candidate';
import { canonicalLine, leadingKeywords } from './canonical-line';
import type { PlaceLine } from './change-tree';
import { beginsWith, changeSection, placeByWords, sectionAt } from './change-tree';
import type { ConfigEdit } from './device-configuration';
import { putEntry, putSetting, takeAway } from './line-edits';
import type { LineGrammar, ModeGrammar, SectionGrammar, SettingGrammar } from './line-grammar';

/**
 * The commands of a line-structured configuration language, made from its grammar: entering lines and sections, taking them
 * back, leaving. Put them after the platform's own, which win where both know a line. Throws for a syntax that makes no sense.
 */
export function lineCommands(grammar: LineGrammar): readonly Command[] {
  return Object.entries(grammar.modes).flatMap(([mode, lines]) =>
    new ModeCommands(grammar, mode, lines).all(),
  );
}

/** How a setting finds its former value. */
interface Former {
  /** The keywords that it is shown by when it is taken back. */
  readonly key: string;
  readonly isOld: (text: string) => boolean;
}

class ModeCommands {
  readonly #place: PlaceLine;

  constructor(
    readonly grammar: LineGrammar,
    readonly mode: string,
    readonly lines: ModeGrammar,
  ) {
    this.#place = placeByWords(lines.order ?? []);
  }

  all(): readonly Command[] {
    const { settings = [], entries = [], sections = [] } = this.lines;
    const { leave, end } = this.grammar;
    return [
      ...sections.flatMap((section) => this.#section(section)),
      ...settings.flatMap((setting) => this.#line(syntaxOf(setting), this.#former(setting))),
      ...entries.flatMap((syntax) => this.#line(syntax)),
      ...leave.map((word) => this.#command(word, () => ({ leave: true as const }))),
      ...(end?.words ?? []).map((word) => this.#command(word, () => ({ mode: end?.mode ?? '' }))),
    ];
  }

  #command(syntax: string, run: Command['run']): Command {
    return { syntax, modes: [this.mode], run };
  }

  #former(setting: string | SettingGrammar): Former {
    const { negation } = this.grammar;
    const key = leadingKeywords(parseSyntax(syntaxOf(setting)));
    if (typeof setting === 'string') {
      return { key, isOld: (text) => beginsWith(text, key) || beginsWith(text, `${negation} ${key}`) };
    }
    const positive = (text: string) => (beginsWith(text, negation) ? text.slice(negation.length + 1) : text);
    return { key, isOld: (text) => setting.replaces.test(positive(text)) };
  }

  #line(syntax: string, former?: Former): readonly Command[] {
    const enter = this.#command(syntax, (call) =>
      this.#change(call, parseSyntax(syntax), (text) => ({
        path: call.session.pathIn(this.mode),
        change: (section) =>
          former
            ? putSetting(section, text, { isOld: former.isOld, place: this.#place })
            : putEntry(section, text, this.#place),
      })),
    );
    return [enter, ...cuts(syntax).map((cut) => this.#takeBack(cut, former))];
  }

  /** `no description`, `no ip address 10.0.0.1 255.255.255.0` */
  #takeBack(syntax: string, former: Former | undefined): Command {
    const { negation } = this.grammar;
    return this.#command(`${negation} ${syntax}`, (call) =>
      this.#change(call, parseSyntax(syntax), (text) => ({
        path: call.session.pathIn(this.mode),
        change: (section) => {
          if (!former) return takeAway(section, (line) => beginsWith(line, text));
          if (!this.lines.shownNegated?.includes(former.key)) return takeAway(section, former.isOld);
          const { isOld } = former;
          return putSetting(section, `${negation} ${former.key}`, { isOld, place: this.#place });
        },
      })),
    );
  }

  #section({ syntax, mode, keep }: SectionGrammar): readonly Command[] {
    const tokens = parseSyntax(syntax);
    const parent = (call: CommandCall) => call.session.pathIn(this.mode);
    const enter = this.#command(syntax, (call) => {
      const text = this.#read(call, tokens);
      if (typeof text !== 'string') return text;
      const path = [...parent(call), text];
      if (!sectionAt(candidateOf(call), path)) this.#edit(call, (tree) => this.#at(tree, path, (it) => it));
      return { within: this.mode, mode, path };
    });
    const away = this.#command(`${this.grammar.negation} ${syntax}`, (call) => {
      const text = this.#read(call, tokens);
      if (typeof text !== 'string') return text;
      const refusal = keep?.(text, call);
      if (refusal !== undefined) return { output: refusal, status: 1 };
      this.#edit(call, (tree) =>
        this.#at(tree, parent(call), (section) => takeAway(section, (line) => line === text)),
      );
      return this.#back(call);
    });
    const reset = (word: string) =>
      this.#command(`${word} ${syntax}`, (call) =>
        this.#change(call, tokens, (text) => ({ path: [...parent(call), text], change: () => [] })),
      );
    return [enter, away, ...(this.grammar.reset === undefined ? [] : [reset(this.grammar.reset)])];
  }

  #change(
    call: CommandCall,
    tokens: readonly SyntaxToken[],
    plan: (text: string) => { readonly path: readonly string[]; readonly change: ConfigEdit },
  ): CommandOutcome {
    const text = this.#read(call, tokens);
    if (typeof text !== 'string') return text;
    const { path, change } = plan(text);
    this.#edit(call, (tree) => this.#at(tree, path, change));
    return this.#back(call);
  }

  #at(tree: Parameters<ConfigEdit>[0], path: readonly string[], change: ConfigEdit): ReturnType<ConfigEdit> {
    return changeSection(tree, path, change, this.#place);
  }

  #edit(call: CommandCall, edit: ConfigEdit): void {
    const { target } = this.grammar;
    const chosen = typeof target === 'string' ? target : target(call);
    if (chosen === 'candidate') call.session.edits.push(edit);
    else call.device.configuration?.edit(edit);
  }

  /** A line of an outer mode leaves the inner ones. */
  #back({ session }: CommandCall): CommandOutcome {
    return session.mode === this.mode ? '' : { mode: this.mode };
  }

  /** The line in full, or the refusal of a value. */
  #read(call: CommandCall, tokens: readonly SyntaxToken[]): string | { readonly unknown: string } {
    const args: Record<string, string> = {};
    for (const [name, typed] of Object.entries(call.args)) {
      const reader = this.grammar.values?.[name];
      const value = reader ? reader(typed, call) : typed;
      if (value === undefined) return { unknown: typed };
      args[name] = value;
    }
    return canonicalLine(tokens, args);
  }
}

function syntaxOf(setting: string | SettingGrammar): string {
  return typeof setting === 'string' ? setting : setting.syntax;
}

/** A syntax and its beginnings, from the last of its leading keywords on; optional words at the end are left out. */
function cuts(syntax: string): readonly string[] {
  const tokens = parseSyntax(syntax);
  const words = syntax.split(/\s+/).filter((word) => word !== '');
  const firstValue = tokens.findIndex((token) => token.kind !== 'keyword');
  const shortest = firstValue === -1 ? words.length : Math.max(firstValue, 1);
  const lengths = Array.from({ length: words.length - shortest + 1 }, (_, at) => words.length - at);
  return lengths.map((length) => words.slice(0, length).join(' '));
}
