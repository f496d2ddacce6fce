import type { CommandEffect } from './platform';

/** A piece of what a line says. */
export interface Said {
  readonly text: string;
  /** It goes to the error stream, where the client has one of its own. */
  readonly error?: true;
}

/** What came of a line: everything the shell has to print and do. */
export type LineResult = Omit<
  CommandEffect,
  'output' | 'error' | 'status' | 'redirect' | 'script' | 'unknown'
> & {
  readonly said: readonly Said[];
  readonly status: number;
};

/** What a terminal shows of it: both streams, in order. */
export function saidText(said: readonly Said[]): string {
  return said.map(({ text }) => text).join('');
}

/** Whole lines on one of the streams; nothing when there is nothing to say. */
export function sayLines(text: string, stream?: 'error'): readonly Said[] {
  if (text === '') return [];
  const lines = text.endsWith('\n') ? text : `${text}\n`;
  return [stream === 'error' ? { text: lines, error: true } : { text: lines }];
}
