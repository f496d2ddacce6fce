import type { DialogueOverrides } from '../engine/dialogue';
import type { HostBehavior } from './host-behavior';

/** What a session is told to say in place of the device's own words, and what it has said of that. */
export class ScriptedWords implements DialogueOverrides {
  readonly #behavior: HostBehavior;
  /** What others have said before the behaviour was asked. */
  readonly #others: DialogueOverrides | undefined;
  #lastPrompt = '';
  #delayMs = 0;

  constructor(behavior: HostBehavior, others: DialogueOverrides | undefined) {
    this.#behavior = behavior;
    this.#others = others;
  }

  /** The prompt that was shown last. */
  get lastPrompt(): string {
    return this.#lastPrompt;
  }

  answer(line: string): string | undefined {
    const canned = this.#behavior.takeAnswer(line);
    if (!canned) return this.#others?.answer(line);
    this.#delayMs += canned.delay_ms ?? 0;
    return canned.output;
  }

  prompt(own: string): string {
    this.#lastPrompt = this.#behavior.current.prompt ?? this.#others?.prompt(own) ?? own;
    return this.#lastPrompt;
  }

  /** How long the answers since the last call are to take. */
  takeDelayMs(): number {
    const delayMs = this.#delayMs;
    this.#delayMs = 0;
    return delayMs;
  }
}
