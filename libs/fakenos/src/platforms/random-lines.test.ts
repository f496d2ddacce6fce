import { describe, expect, test } from '@jest/globals';
import { seededChance } from '../behavior/seeded-chance';
import type { CommandNode, CommandTree } from '../engine/command-tree';
import { compileCommands } from '../engine/command-tree';
import type { Platform } from '../engine/platform';
import { runLine } from '../engine/run-line';
import { SessionMemory } from '../engine/session-memory';
import { platforms } from './platform-list';
import { platformLab } from './test-fixtures/platform-lab';
import { readLab } from './test-fixtures/read-lab';

const LINES = 600;
const JUNK = [
  ...[
    '__proto__',
    'constructor',
    '{',
    '}',
    '[',
    ']',
    '"',
    '"a b"',
    '\\',
    '(',
    '*',
    '?',
    '$&',
    '%s',
    '{base_prompt}',
  ],
  ...[
    '0',
    '-1',
    '65001',
    '4294967296',
    '99999999999999999999',
    'NaN',
    '1e9',
    '名',
    '\u202e',
    'x'.repeat(300),
  ],
  ...['10.1.0.1', '10.1.0.1/30', '10.1.0.1/33', '0.0.0.0/0', '255.255.255.252', '256.1.1.1', '255.0.255.0'],
  ...[
    '2001:db8:1::1/64',
    ':::',
    '::ffff:1.2.3.4/128',
    'lo0',
    'Loopback0',
    'all',
    'a1',
    'b1',
    '| include (a+)+$',
    ';',
  ],
];

class RandomLines {
  readonly #chance: () => number;
  readonly #values: readonly string[];

  constructor(values: readonly string[]) {
    this.#chance = seededChance(7);
    this.#values = [...values, ...values, ...JUNK];
  }

  /** Words that the platform knows in this mode, with values that it may not. */
  next(tree: CommandTree, mode: string): string {
    if (this.#chance() < 0.1) return Array.from({ length: 3 }, () => this.#one(this.#values)).join(' ');
    const words: string[] = [];
    let node: CommandNode | undefined = this.#one(tree.rootsOf(mode));
    while (node && !(node.leaf && this.#chance() < 0.5)) {
      const ways: readonly (readonly [string, CommandNode])[] = [
        ...node.keywords,
        ...node.placeholders.map((edge) => [this.#one(this.#values) ?? '', edge.node] as const),
      ];
      const way = this.#one(ways);
      if (way) words.push(way[0]);
      node = way?.[1];
    }
    return words.join(' ');
  }

  #one<Item>(items: readonly Item[]): Item | undefined {
    return items[Math.floor(this.#chance() * items.length)];
  }
}

function labOf(platform: Platform) {
  const device = platform.netlabDevices[0] ?? platform.name;
  const topology = `{ provider: clab, nodes: { a1: { device: ${device} }, b1: { device: ${device} } }, links: [ a1-b1, a1-b1, a1 ] }`;
  return platform.netlabDevices.length === 0 ? platformLab(platform, topology) : readLab(topology);
}

/** Commands that need no more words, and the modes in which they are asked. */
function questionsOf({ commands }: Platform) {
  return commands
    .filter(({ syntax }) => /^(?:show|display|get|info|\/\S+ (?:print|export)|ip|hostname)\b/.test(syntax))
    .map(({ syntax, modes }) => ({ line: syntax.replace(/\s*\[[^\]]*\]/g, ''), modes }))
    .filter(({ line }) => !line.includes('<'));
}

describe('whatever lines it is given', () => {
  test.each(platforms)('$title throws at none, and still answers afterwards', (platform) => {
    const lab = labOf(platform);
    const tree = compileCommands(platform);
    const device = lab('a1');
    const random = new RandomLines(
      device.interfaces.flatMap(({ name, ipv4 = '10.9.9.9/32' }) => [name, ipv4]),
    );
    const faults: unknown[] = [];
    const newSession = (mode?: string) => {
      const session = new SessionMemory('admin', platform);
      if (mode !== undefined) session.enter(mode);
      return session;
    };
    const run = (session: SessionMemory, line: string, node = 'a1') => {
      const prompt = tree.modeOf(session.mode).prompt(lab(node), session);
      const onFault = (error: unknown) => faults.push({ line, mode: session.mode, error });
      const context = { tree, device: lab(node), session, promptLength: prompt.length, onFault };
      const result = runLine(context, line);
      return session.apply(result) && !result.close;
    };
    const modes = Object.keys(platform.modes);
    let session = newSession();
    for (let count = 0; count < LINES; count++) {
      if (count % 10 === 0) session = newSession(modes[(count / 10) % modes.length]);
      if (!run(session, random.next(tree, session.mode))) session = newSession();
    }
    for (const node of ['a1', 'b1']) {
      for (const { line, modes: known } of questionsOf(platform)) run(newSession(known[0]), line, node);
      const { name, interfaces, neighbors, routes, ospfNeighbors, bgpNeighbors, arp } = lab(node);
      expect([name, interfaces, neighbors, routes, ospfNeighbors, bgpNeighbors, arp]).toBeDefined();
      const { configuration } = lab(node);
      if (configuration) platform.configuration?.print(configuration.running, lab(node));
    }
    expect(faults).toEqual([]);
  });
});
