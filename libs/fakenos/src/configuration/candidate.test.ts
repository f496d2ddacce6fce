import { describe, expect, test } from '@jest/globals';
import { candidateOf, commitCandidate } from './candidate';
import type { ConfigTree } from './config-tree';
import { leaf } from './config-tree';
import type { ConfigEdit } from './device-configuration';

function editing() {
  let made = 0;
  let running: ConfigTree = [leaf('a')];
  const edits: ConfigEdit[] = [];
  const session = { edits } as unknown as Parameters<typeof candidateOf>[0]['session'];
  const device = {
    get configuration() {
      return { running, commit: (edit: ConfigEdit) => void (running = edit(running)) };
    },
  } as unknown as Parameters<typeof candidateOf>[0]['device'];
  return {
    edits,
    add: (text: string): ConfigEdit => {
      return (tree) => {
        made++;
        return [...tree, leaf(text)];
      };
    },
    run: (tree: ConfigTree) => void (running = tree),
    commit: () => commitCandidate({ device, session }),
    running: () => running.map(({ text }) => text),
    texts: () => candidateOf({ device, session }).map(({ text }) => text),
    made: () => made,
  };
}

describe('a candidate that is asked for after each change', () => {
  test('makes each change once', () => {
    const { edits, add, texts, made, commit, running } = editing();
    for (let line = 0; line < 100; line++) {
      edits.push(add(String(line)));
      expect(texts()).toHaveLength(line + 2);
    }
    expect(commit()).toBe(true);
    expect(running()).toHaveLength(101);
    expect(made()).toBe(100);
    expect(edits).toEqual([]);
  });

  test('begins again when changes are taken back, replaced, or others commit', () => {
    const { edits, add, run, texts } = editing();
    edits.push(add('b'), add('c'));
    expect(texts()).toEqual(['a', 'b', 'c']);
    edits.length = 1;
    expect(texts()).toEqual(['a', 'b']);
    edits.push(add('d'));
    expect(texts()).toEqual(['a', 'b', 'd']);
    edits.length = 0;
    expect(texts()).toEqual(['a']);
    edits.push(add('e'), add('f'));
    expect(texts()).toEqual(['a', 'e', 'f']);
    edits.splice(0, 2, () => [leaf('other')]);
    expect(texts()).toEqual(['other']);
    edits.splice(0, 1, add('g'));
    run([leaf('z')]);
    expect(texts()).toEqual(['z', 'g']);
  });
});
