import { Writable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { createLogger, type LoggerOptions } from './logger';

function capture(options: Omit<LoggerOptions, 'stream'>): {
  logger: ReturnType<typeof createLogger>;
  lines: string[];
} {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  return { logger: createLogger({ ...options, stream }), lines };
}

test('on a terminal a line names the session and the lab', () => {
  const { logger, lines } = capture({ level: 'info', format: 'human' });
  logger.info('lab is up', { session: 'calm-otter', lab: 7, devices: 2 });
  expect(lines.join('')).toMatch(
    /^\d\d:\d\d:\d\d\.\d{3} INFO {4}\[session calm-otter, lab 7\] lab is up devices=2\n$/,
  );
});

test('elsewhere a line is JSON with the same fields', () => {
  const { logger, lines } = capture({ level: 'info', format: 'json' });
  logger.warning('lab failed', { session: 'calm-otter', lab: 7 });
  expect(JSON.parse(lines.join(''))).toMatchObject({
    level: 'warning',
    message: 'lab failed',
    session: 'calm-otter',
    lab: 7,
  });
});

test('what is below the level is left out', () => {
  const { logger, lines } = capture({ level: 'warning', format: 'human' });
  logger.info('quiet');
  logger.debug('quieter');
  expect(lines).toEqual([]);
});

test('a line break in a message cannot forge a second line', () => {
  const { logger, lines } = capture({ level: 'info', format: 'human' });
  logger.info('evil\n12:00:00.000 ERROR all is lost', { owner: 'x\n12:00:00.000 ERROR forged\u2028again' });
  expect(lines.join('').trimEnd().split('\n')).toHaveLength(1);
});
