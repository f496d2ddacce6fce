import type { RunNetlab } from '../run-netlab';
import { createArguments } from './create-arguments';
import { missingImages } from './missing-images';

/** How netlab took a topology. */
export interface Transformation {
  readonly exitCode: number;
  /** What it wrote to stderr. */
  readonly lines: readonly string[];
  /** The last lines of both streams. */
  readonly tail: readonly string[];
}

/** Lines that are looked at; a topology can bring netlab to write any number of them. */
const MAX_LINES = 1000;

/**
 * Has netlab transform the topology of this folder; a second time when all it misses is images, which a reader does not
 * need. Rejects as {@link RunNetlab} does; an exit code is an answer.
 */
export async function transformTopology(
  runNetlab: RunNetlab,
  folder: string,
  signal: AbortSignal,
): Promise<Transformation> {
  const transform = async (environment: Readonly<Record<string, string>>): Promise<Transformation> => {
    const lines: string[] = [];
    const { exitCode, tail } = await runNetlab(createArguments, {
      cwd: folder,
      signal,
      environment,
      expectedFailure: true,
      onLine: (line, stream) => {
        if (stream === 'stderr' && lines.length < MAX_LINES) lines.push(line);
      },
    });
    signal.throwIfAborted();
    return { exitCode, lines, tail };
  };
  const first = await transform({});
  const images = first.exitCode === 0 ? undefined : missingImages(first.lines);
  return images === undefined ? first : transform(images);
}
