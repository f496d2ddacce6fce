import type { ChildProcess } from 'node:child_process';
import { FakeNosError } from '../errors';
import type { NetworkMessage, NetworkTaskKind, NetworkTasks, TaskQuestion } from './network-messages';

/** How a network's process ended. */
export interface NetworkExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The last lines it wrote to standard error. */
  readonly lastWords: readonly string[];
}

/** What a network's process says without being asked. */
export type NetworkNews = Extract<NetworkMessage, { kind: 'listening' | 'log' }>;

interface Asked {
  readonly kind: NetworkTaskKind;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

const LAST_WORDS_CHARACTERS = 4_096;
const LAST_WORDS_LINES = 20;

/** A network's process seen from its parent: questions with answers, news, and its end. */
export class NetworkChild {
  /** Resolves when the process is gone and has said its last word; never rejects. */
  readonly exited: Promise<NetworkExit>;
  readonly #process: ChildProcess;
  readonly #asked = new Map<number, Asked>();
  #lastId = 0;
  #stderr = '';
  #exit: NetworkExit | undefined;

  constructor(child: ChildProcess, onNews: (news: NetworkNews) => void) {
    this.#process = child;
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-LAST_WORDS_CHARACTERS);
    });
    child.on('message', (message: NetworkMessage) => {
      if (message.kind === 'done' || message.kind === 'failed') this.#answered(message);
      else onNews(message);
    });
    this.exited = new Promise((resolve) => {
      const end = (code: number | null, signal: NodeJS.Signals | null) => {
        const exit = { code, signal, lastWords: this.#lastWords() };
        this.#exit = exit;
        for (const { kind, reject } of this.#asked.values()) reject(gone(kind, exit));
        this.#asked.clear();
        resolve(exit);
      };
      child.once('close', end);
      child.on('error', (error) => {
        this.#stderr += `${error.message}\n`;
        if (child.pid === undefined) end(null, null);
      });
    });
  }

  /** Undefined when the system could not start the process. */
  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** Undefined while the process lives. */
  get exit(): NetworkExit | undefined {
    return this.#exit;
  }

  /**
   * Has the process do something. Rejects with the FakeNosError that it answers with, or, when it ends without an
   * answer, with `network_start_failed` (of `start`) or `network_not_running`.
   */
  ask<K extends NetworkTaskKind>(kind: K, question: TaskQuestion<K>): Promise<NetworkTasks[K]['answer']> {
    if (this.#exit) return Promise.reject(gone(kind, this.#exit));
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      // What answers this kind of question is of the same package: there is nobody to distrust.
      this.#asked.set(id, {
        kind,
        resolve: (answer) => resolve(answer as NetworkTasks[K]['answer']),
        reject,
      });
      this.#process.send({ ...question, id, kind }, ignoreClosedChannel);
    });
  }

  /** At once, without a word. */
  kill(): void {
    this.#process.kill('SIGKILL');
  }

  #answered(answer: Extract<NetworkMessage, { kind: 'done' | 'failed' }>): void {
    const asked = this.#asked.get(answer.id);
    this.#asked.delete(answer.id);
    if (answer.kind === 'done') return asked?.resolve(answer.answer);
    const { code, message, problems = [] } = answer;
    asked?.reject(new FakeNosError(code, message, { problems }));
  }

  #lastWords(): readonly string[] {
    return this.#stderr
      .split('\n')
      .filter((line) => line.trim() !== '')
      .slice(-LAST_WORDS_LINES);
  }
}

/** How a process ended, in words: `was ended by SIGKILL. Its last words: …` */
export function describeExit({ code, signal, lastWords }: NetworkExit): string {
  const how = signal ? `was ended by ${signal}` : `ended with status ${code}`;
  return lastWords.length === 0 ? `${how}.` : `${how}. Its last words: ${lastWords.join(' / ')}`;
}

function gone(kind: NetworkTaskKind, exit: NetworkExit): FakeNosError {
  const code = kind === 'start' ? 'network_start_failed' : 'network_not_running';
  return new FakeNosError(code, `The network's process ${describeExit(exit)}`);
}

/** A channel that closed is followed by the process's end, which answers every question. */
function ignoreClosedChannel(): void {}
