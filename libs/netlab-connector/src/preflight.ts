import { messageOf, NetlabError } from './errors';
import type { RunNetlab } from './run-netlab';

/** A release of netlab: `26.03` has the parts 26 and 3, `1.9.5` has 1, 9 and 5. */
export interface NetlabRelease {
  readonly text: string;
  readonly parts: readonly number[];
}

/** `inspect -q`, without which netlab speaks on stdout before its data, came with this one. */
const OLDEST = [1, 9, 5];

/**
 * Which netlab there is. Throws NetlabError `netlab_missing` without one, `netlab_unusable` when it does not work or is
 * older than 1.9.5.
 */
export async function preflight(runNetlab: RunNetlab, signal?: AbortSignal): Promise<NetlabRelease> {
  const result = await runNetlab(['version'], { cwd: '/', ...(signal ? { signal } : {}) }).catch(
    (error: unknown) => {
      signal?.throwIfAborted();
      if (error instanceof NetlabError && error.code !== 'netlab_missing') {
        const said = error.output.length === 0 ? '' : ` It said: ${error.output.slice(-3).join(' | ')}`;
        throw new NetlabError(
          'netlab_unusable',
          `netlab is installed but does not work: ${messageOf(error)}.${said} Run "netlab version" as the server's user.`,
          { cause: error, output: error.output },
        );
      }
      throw error;
    },
  );
  const release = parseRelease(result.stdout);
  if (release === undefined) {
    throw new NetlabError(
      'netlab_unusable',
      `"netlab version" did not tell a version but: ${result.tail[0] ?? 'nothing'}. Is another program called netlab first on the PATH?`,
    );
  }
  if (isOlder(release.parts, OLDEST)) {
    throw new NetlabError(
      'netlab_unusable',
      `netlab ${release.text} is too old: ${OLDEST.join('.')} or later is needed. Upgrade with "pip install --upgrade networklab".`,
    );
  }
  return release;
}

/** The release in what `netlab version` prints: its first line is `netlab version 26.03`. */
export function parseRelease(stdout: string): NetlabRelease | undefined {
  const text = /^netlab version (\d+(?:\.\d+)+)/m.exec(stdout)?.[1];
  return text === undefined ? undefined : { text, parts: text.split('.').map(Number) };
}

function isOlder(parts: readonly number[], than: readonly number[]): boolean {
  for (const [index, wanted] of than.entries()) {
    const part = parts[index] ?? 0;
    if (part !== wanted) return part < wanted;
  }
  return false;
}
