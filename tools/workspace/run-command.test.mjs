import { describe, expect, test } from '@jest/globals';
import { runCommand } from './run-command.mjs';

const node = (script, options) => runCommand(process.execPath, ['-e', script], { capture: true, ...options });

describe('runCommand', () => {
  test('gives the output of both streams', async () => {
    const result = await node('console.log("out"); console.error("err")');
    expect(result).toMatchObject({ ok: true, code: 0, timedOut: false });
    expect(result.output).toContain('out\n');
    expect(result.output).toContain('err\n');
  });

  test('gives the exit code of a failure', async () => {
    expect(await node('process.exit(3)')).toMatchObject({ ok: false, code: 3 });
  });

  test('a command that does not exist is a failure, not an exception', async () => {
    const result = await runCommand('no-such-command-of-ours', [], { capture: true });
    expect(result).toMatchObject({ ok: false, code: 127 });
    expect(result.output).toContain('no-such-command-of-ours');
  });

  test('has no stdin to wait for', async () => {
    const result = await node('process.stdin.on("end", () => console.log("ended")).resume()');
    expect(result.output).toBe('ended\n');
  });

  test('kills a command that takes too long, with what it started', async () => {
    const grandchild = 'setInterval(() => {}, 1000)';
    const script = `require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(grandchild)}], { stdio: "inherit" }); setInterval(() => {}, 1000)`;
    const result = await node(script, { timeoutMs: 500 });
    expect(result).toMatchObject({ ok: false, timedOut: true });
  });
});
