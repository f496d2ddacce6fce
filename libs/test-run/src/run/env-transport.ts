import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { RunState } from './run-state';

const VARIABLE = 'REMOTE_LAB_RUN';
/** Windows allows 32,767 characters for a variable with its name, Linux 131,072 bytes. */
const CHUNK_LENGTH = 30_000;

/**
 * The state as environment variables, to be set for the processes that run tests. Variables of an earlier, longer state
 * are `undefined`: delete those.
 */
function runStateVariables(
  state: RunState,
  environment: NodeJS.ProcessEnv,
): Readonly<Record<string, string | undefined>> {
  const text = deflateRawSync(JSON.stringify(state)).toString('base64');
  const chunks = text.match(new RegExp(`.{1,${CHUNK_LENGTH}}`, 'g')) ?? [];
  const earlier = Object.keys(environment).filter((name) => /^REMOTE_LAB_RUN(_\d+)?$/.test(name));
  return {
    ...Object.fromEntries(earlier.map((name) => [name, undefined])),
    ...Object.fromEntries(chunks.map((chunk, index) => [variableName(index), chunk])),
  };
}

/** Changes `environment`, which may be `process.env`, so that {@link readRunState} finds the state in it. */
export function writeRunState(state: RunState, environment: NodeJS.ProcessEnv): void {
  for (const [name, value] of Object.entries(runStateVariables(state, environment))) {
    if (value === undefined) delete environment[name];
    else environment[name] = value;
  }
}

/** The state that the environment has; `undefined` when there is none. */
export function readRunState(environment: NodeJS.ProcessEnv): RunState | undefined {
  let text = '';
  for (let index = 0; ; index += 1) {
    const chunk = environment[variableName(index)];
    if (chunk === undefined || chunk === '') break;
    text += chunk;
  }
  if (text === '') return undefined;
  const state: unknown = JSON.parse(inflateRawSync(Buffer.from(text, 'base64')).toString());
  return isRunState(state) ? state : undefined;
}

function variableName(index: number): string {
  return index === 0 ? VARIABLE : `${VARIABLE}_${index}`;
}

// Written by this very package a moment ago; its phase tells it from anything else.
function isRunState(value: unknown): value is RunState {
  return (
    typeof value === 'object' &&
    value !== null &&
    'phase' in value &&
    (value.phase === 'open' || value.phase === 'over')
  );
}
