import { defineDto, type ObjectSchema } from '../define-dto';

/** How a fake device misbehaves. What is absent is as usual, so `{}` is a device without faults. */
export interface BehaviorDto {
  /** How long it thinks before it answers a line, in milliseconds. */
  latency_ms?: number;
  /** Up to so much more, a different amount each time. */
  jitter_ms?: number;
  /** How fast it prints. */
  characters_per_second?: number;
  /** Of an answer only so many characters are printed. */
  truncate_output?: number;
  /** Breaks the connection off after so many lines of a session; 0 before the first prompt. */
  drop_after_lines?: number;
  /** Breaks the connection off when a session has lasted so long. */
  drop_after_seconds?: number;
  /** How likely it is, from 0 to 1, that a line breaks the connection off. */
  drop_probability?: number;
  /** Says nothing more after so many lines of a session. */
  stall_after_lines?: number;
  /** Never decides about a login. */
  stall_logins?: boolean;
  refuse_logins?: boolean;
  /** Hangs up before a word is said. */
  refuse_connections?: boolean;
  /** Prompts with this, whatever its mode. */
  prompt?: string;
  /** Answers to exact command lines; the first that fits and is not used up counts. */
  answers?: CannedAnswerDto[];
  /** What chance starts from. */
  seed?: number;
}

/** What is said to a command line instead of running it. */
export interface CannedAnswerDto {
  command: string;
  output: string;
  /** After so many times the real answer is back; never when absent. */
  times?: number;
  delay_ms?: number;
}

const COUNT = { type: 'integer', minimum: 0 } as const;
const AMOUNT = { type: 'number', minimum: 0 } as const;

const cannedAnswerSchema: ObjectSchema<CannedAnswerDto> = {
  type: 'object',
  properties: {
    command: { type: 'string', minLength: 1 },
    output: { type: 'string' },
    times: { type: 'integer', minimum: 1 },
    delay_ms: AMOUNT,
  },
  required: ['command', 'output'],
};

const behaviorSchema: ObjectSchema<BehaviorDto> = {
  type: 'object',
  properties: {
    latency_ms: AMOUNT,
    jitter_ms: AMOUNT,
    characters_per_second: AMOUNT,
    truncate_output: COUNT,
    drop_after_lines: COUNT,
    drop_after_seconds: AMOUNT,
    drop_probability: { type: 'number', minimum: 0, maximum: 1 },
    stall_after_lines: COUNT,
    stall_logins: { type: 'boolean' },
    refuse_logins: { type: 'boolean' },
    refuse_connections: { type: 'boolean' },
    prompt: { type: 'string', minLength: 1 },
    answers: { type: 'array', items: cannedAnswerSchema },
    seed: COUNT,
  },
  required: [],
};

/** {@link BehaviorDto} with its schema and check. */
export const behaviorDto = defineDto<BehaviorDto>('BehaviorDto', behaviorSchema);

/** How the hosts of a fake network behave, by name. */
export type BehaviorsDto = Record<string, BehaviorDto>;

/** {@link BehaviorsDto} with its schema and check. */
export const behaviorsDto = defineDto<BehaviorsDto>('BehaviorsDto', {
  type: 'object',
  properties: {},
  additionalProperties: behaviorSchema,
  required: [],
});
