/**
 * How a device misbehaves, on top of what its platform says. Everything is optional, and what is absent is as usual, so
 * `{}` is a device without faults. The shape of the wire: JSON, snake_case.
 */
export interface Behavior {
  /** How long it thinks before it answers a line, in milliseconds. */
  readonly latency_ms?: number;
  /** Up to so much more, a different amount each time. */
  readonly jitter_ms?: number;
  /** How fast it prints what it answers. */
  readonly characters_per_second?: number;
  /** Of what a command answers only so many characters are printed; the prompt follows. */
  readonly truncate_output?: number;
  /** Breaks the connection off after so many lines of a session, before it answers the next; 0 before the first prompt. */
  readonly drop_after_lines?: number;
  /** Breaks the connection off when a session has lasted so many seconds. */
  readonly drop_after_seconds?: number;
  /** How likely it is, from 0 to 1, that a line breaks the connection off instead of being answered. */
  readonly drop_probability?: number;
  /** Says nothing more after so many lines of a session; the connection stays. 0: not even a prompt. */
  readonly stall_after_lines?: number;
  /** Never decides about a login. */
  readonly stall_logins?: boolean;
  /** Refuses every login, the right one too. */
  readonly refuse_logins?: boolean;
  /** Hangs up on whoever connects, before a word is said. */
  readonly refuse_connections?: boolean;
  /** Prompts with this, whatever its mode. */
  readonly prompt?: string;
  /** Answers to exact command lines; the first that fits and is not used up counts. */
  readonly answers?: readonly CannedAnswer[];
  /** What chance starts from: the same seed, the same jitter and the same drops. Default 1. */
  readonly seed?: number;
}

/** What is said to a command line instead of running it. */
export interface CannedAnswer {
  /** The whole line, without blanks around it. */
  readonly command: string;
  readonly output: string;
  /** After so many times, counted over all sessions of the device, the real answer is back; always when absent. */
  readonly times?: number;
  /** How long this answer takes, in milliseconds, beside `latency_ms`. */
  readonly delay_ms?: number;
}

/** A device without faults. */
export const normalBehavior: Behavior = Object.freeze({});
