import { describe, expect, test } from '@jest/globals';
import * as protocol from '@remote-lab/protocol';
import { isKind } from './test-fixtures/block-kinds';
import { readPages } from './test-fixtures/documentation';

const messages = new Map(
  Object.values(protocol).flatMap((exported) =>
    typeof exported === 'object' && 'problems' in exported ? [[exported.name, exported] as const] : [],
  ),
);

const blocks = readPages().flatMap(({ blocks: all }) => all.filter((block) => isKind(block, 'json')));

describe('the JSON in the documentation', () => {
  test.each(blocks)('$file:$line is what it says it is', ({ text, note }) => {
    const value: unknown = JSON.parse(text);
    if (note?.word !== 'schema') return;
    const message = messages.get(note.rest);
    expect(message && message.problems(value)).toEqual([]);
    // A refusal in the documentation has a code that exists.
    if (typeof value === 'object' && value !== null && 'code' in value) {
      expect(Object.keys(protocol.ERROR_CODES)).toContain(value.code);
    }
  });
});
