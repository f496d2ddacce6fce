import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * A Python interpreter with the original's client and netmiko installed, for tests that are skipped without one:
 * `python3 -m venv V && V/bin/pip install neops-remote-lab pytest netmiko`, then `REMOTE_LAB_TEST_PYTHON=V/bin/python`.
 */
export const testPython = process.env['REMOTE_LAB_TEST_PYTHON'] ?? '';

/** Runs Python and resolves with everything it printed; rejects when it fails, with the same text. */
export async function runPython(
  args: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  try {
    const { stdout, stderr } = await promisify(execFile)(testPython, [...args], {
      cwd,
      env: { ...process.env, ...environment },
      timeout: 100_000,
    });
    return stdout + stderr;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`Python failed:\n${stdout}\n${stderr}`, { cause: error });
  }
}
