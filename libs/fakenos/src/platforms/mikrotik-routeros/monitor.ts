import type { CommandCall, CommandOutcome } from '../../engine/platform';
import { readArguments } from './read-arguments';

/** `/interface ethernet monitor ether2 once`: looks once, whether told so or not. */
export function monitor({ device, args }: CommandCall): CommandOutcome {
  const name = readArguments(args.arguments ?? '').items[0] ?? '';
  const one = device.interfaces.find((port) => port.name === name && port.kind !== 'loopback');
  if (!one) return { output: 'no such item', status: 1 };
  const modes = '10M-half,10M-full,100M-half,100M-full,1000M-half,1000M-full';
  const values = [
    ['name', one.name],
    ['status', one.linkUp ? 'link-ok' : 'no-link'],
    ['auto-negotiation', one.linkUp ? 'done' : 'incomplete'],
    ...(one.linkUp
      ? [
          ['rate', '1Gbps'],
          ['full-duplex', 'yes'],
          ['tx-flow-control', 'no'],
          ['rx-flow-control', 'no'],
        ]
      : []),
    ['advertising', modes],
    ['link-partner-advertising', one.linkUp ? modes : ''],
  ];
  return values.map(([label = '', value = '']) => `${label.padStart(26)}: ${value}`).join('\n');
}
