import { expect, test } from '@jest/globals';
import { runProgram } from './test-fixtures/run-program';

test('the generated tables say what the code says', async () => {
  const ended = await runProgram(process.execPath, ['tools/docs/generate-docs.mjs', '--check']);
  expect(ended).toEqual({ code: 0, stdout: '', stderr: '' });
});
