import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from '@jest/globals';

test('a realm that lacks the symbols gets those of Node, and one that has them keeps its own', async () => {
  const built = await readFile(path.resolve(__dirname, '../dist/restore-dispose-symbols.js'), 'utf8');
  const realm = (own: object): unknown =>
    runInNewContext(`Object.assign(Symbol, own); ${built}\n[Symbol.dispose, Symbol.asyncDispose]`, {
      exports: {},
      require,
      own,
    });
  expect(realm({})).toEqual([Symbol.dispose, Symbol.asyncDispose]);
  const [dispose, asyncDispose] = [Symbol('dispose'), Symbol('asyncDispose')];
  expect(realm({ dispose, asyncDispose })).toEqual([dispose, asyncDispose]);
});
