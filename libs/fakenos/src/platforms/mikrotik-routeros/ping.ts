import type { CommandCall, CommandOutcome } from '../../engine/platform';
import { readArguments } from './read-arguments';

const SIZE = 56;
const DEFAULT_COUNT = 4;
const MOST = 100;

/** `ping 10.0.0.2 count=3`; without a count it stops by itself, since nobody may be there to stop it. */
export function ping({ device, args, line }: CommandCall): CommandOutcome {
  const { items, values } = readArguments(args.arguments ?? '');
  const target = items[0] ?? values.get('address');
  if (target === undefined) return { output: missing(line), status: 1 };
  const asked = Number(values.get('count') ?? DEFAULT_COUNT);
  const count = Number.isInteger(asked) && asked > 0 ? Math.min(asked, MOST) : DEFAULT_COUNT;
  const hops = device.trace?.(target);
  const row = (at: number, rest: string) =>
    `${String(at).padStart(5)} ${target.padEnd(40)} ${rest}`.trimEnd();
  const lines = Array.from({ length: count }, (_, at) =>
    hops
      ? row(at, `${String(SIZE).padStart(4)} ${String(65 - Math.max(1, hops.length)).padStart(3)} 1ms`)
      : row(at, `${' '.repeat(14)} timeout`),
  );
  const times = ' min-rtt=1ms avg-rtt=1ms max-rtt=1ms';
  return [
    `  SEQ ${'HOST'.padEnd(40)} SIZE TTL TIME  STATUS`,
    ...lines,
    `    sent=${count} received=${hops ? count : 0} packet-loss=${hops ? 0 : 100}%${hops ? times : ''}`,
  ].join('\n');
}

/** `/tool traceroute 10.0.0.2` */
export function traceroute({ device, args, line }: CommandCall): CommandOutcome {
  const { items, values } = readArguments(args.arguments ?? '');
  const target = items[0] ?? values.get('address');
  if (target === undefined) return { output: missing(line), status: 1 };
  const hops = device.trace?.(target) ?? [];
  const header = ` # ${'ADDRESS'.padEnd(32)} LOSS SENT    LAST     AVG    BEST   WORST`;
  const rows = hops.map(
    (hop, at) => `${String(at + 1).padStart(2)} ${hop.padEnd(32)}   0%    1     1ms       1       1       1`,
  );
  return [header, ...(hops.length === 0 ? [` 1 ${' '.repeat(32)} 100%    1 timeout`] : rows)].join('\n');
}

function missing(line: string): string {
  return `expected address (line 1 column ${line.trimEnd().length + 1})`;
}
