import { execFile } from 'node:child_process';

/** Runs a program with JSON on its standard input; what it prints is JSON, too. Rejects with its last words. */
export function runWithInput(program: string, args: readonly string[], input: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const limits = { maxBuffer: 2 ** 26, timeout: 580_000 };
    const child = execFile(program, [...args], limits, (error, stdout, stderr) => {
      if (error) reject(new Error(`${program} failed: ${stderr.slice(-2_000)}`));
      else resolve(JSON.parse(stdout));
    });
    child.stdin?.end(JSON.stringify(input));
  });
}
