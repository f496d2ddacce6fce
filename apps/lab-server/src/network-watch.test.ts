import { expect, test } from '@jest/globals';
import type { FakeNosEvent } from '@remote-lab/fakenos';
import { NetworkWatch } from './network-watch';
import { silentLogger } from './testing/silent-logger';

function watch(record: () => Promise<void> = () => Promise.resolve()) {
  const lines: string[] = [];
  const history: unknown[] = [];
  const keep = (level: string) => (message: string) => void lines.push(`${level} ${message}`);
  const networks = new NetworkWatch({
    logger: { ...silentLogger, info: keep('info'), error: keep('error'), warning: keep('warning') },
    record: (entry) => {
      history.push(entry);
      return record();
    },
  });
  const tell = (type: FakeNosEvent['type'], network = 'lab1'): void =>
    networks.hear({ type, network, message: `${network} ${type}` });
  return { networks, tell, lines, history };
}

test('every event is a line of the log and of the history', () => {
  const { tell, lines, history } = watch();
  tell('fakenos.started');
  tell('fakenos.died');
  expect(lines).toEqual([
    'info fakenos.started: lab1 fakenos.started',
    'error fakenos.died: lab1 fakenos.died',
  ]);
  expect(history).toEqual([
    { kind: 'fakenos.started', detail: 'lab1 fakenos.started' },
    { kind: 'fakenos.died', detail: 'lab1 fakenos.died' },
  ]);
});

test.each(['fakenos.died', 'fakenos.failed'] as const)(
  '%s is a note until the network runs again or is stopped',
  (trouble) => {
    const { networks, tell } = watch();
    tell('fakenos.started', 'other');
    expect(networks.notes).toEqual([]);
    for (const end of ['fakenos.restarted', 'fakenos.started', 'fakenos.stopped'] as const) {
      tell(trouble);
      tell('fakenos.stopped', 'other');
      expect(networks.notes).toEqual([`lab1 ${trouble}`]);
      tell(end);
      expect(networks.notes).toEqual([]);
    }
  },
);

test('a history that cannot be written is logged', async () => {
  const { tell, lines } = watch(() => Promise.reject(new Error('disk full')));
  tell('fakenos.stopped');
  await Promise.resolve();
  await Promise.resolve();
  expect(lines.at(-1)).toBe('warning The history could not be written: Error: disk full');
});
