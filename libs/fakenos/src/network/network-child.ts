import type { ChildProcess } from 'node:child_process';
import { FakeNosError } from '../errors';
import type { NetworkDevice, NetworkMessage, NetworkOrder } from './network-messages';

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
  readonly resolve: (devices: readonly NetworkDevice[]) => void;
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
        this.#abandonQuestions(exit);
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

  start(order: NetworkOrder): Promise<readonly NetworkDevice[]> {
    return this.#ask((id) => this.#process.send({ id, kind: 'start', order }, ignoreClosedChannel));
  }

  async stop(): Promise<void> {
    await this.#ask((id) => this.#process.send({ id, kind: 'stop' }, ignoreClosedChannel));
  }

  /** At once, without a word. */
  kill(): void {
    this.#process.kill('SIGKILL');
  }

  #ask(send: (id: number) => void): Promise<readonly NetworkDevice[]> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve, reject });
      send(id);
    });
  }

  #answered(answer: Extract<NetworkMessage, { kind: 'done' | 'failed' }>): void {
    const asked = this.#asked.get(answer.id);
    this.#asked.delete(answer.id);
    if (answer.kind === 'done') asked?.resolve(answer.devices);
    else asked?.reject(new FakeNosError(answer.code, answer.message));
  }

  #abandonQuestions(exit: NetworkExit): void {
    const how = exit.signal ? `was ended by ${exit.signal}` : `ended with status ${exit.code}`;
    const words = exit.lastWords.length > 0 ? ` Its last words: ${exit.lastWords.join(' / ')}` : '';
    const error = new FakeNosError('network_start_failed', `The network's process ${how}.${words}`);
    for (const { reject } of this.#asked.values()) reject(error);
    this.#asked.clear();
  }

  #lastWords(): readonly string[] {
    return this.#stderr
      .split('\n')
      .filter((line) => line.trim() !== '')
      .slice(-LAST_WORDS_LINES);
  }
}

/** A channel that closed is followed by the process's end, which answers every question. */
function ignoreClosedChannel(): void {}
