/** An event as a client sees it. */
export interface HeardEvent {
  readonly id: string;
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** An open event stream. */
export interface EventReader extends AsyncDisposable {
  readonly status: number;
  readonly headers: Headers;
  /** All that came so far; grows. */
  readonly heard: readonly HeardEvent[];
  /** The whole text that came so far. */
  text(): string;
  /** Resolves with the first event of this name that comes after those asked for before; rejects when the stream ends first. */
  next(event: string): Promise<HeardEvent>;
  /** Resolves when the server has ended the stream or the connection broke. */
  readonly ended: Promise<void>;
  /** Goes away without a word. */
  leave(): void;
}

/** Opens an event stream; resolves with its head, whatever the status. */
export async function openEvents(url: string, path: string, lastEventId?: string): Promise<EventReader> {
  const headers = new Headers(lastEventId === undefined ? [] : [['Last-Event-ID', lastEventId]]);
  const leaving = new AbortController();
  const response = await fetch(url + path, { headers, signal: leaving.signal });
  const heard: HeardEvent[] = [];
  const watchers = new Set<() => void>();
  let text = '';
  let asked = 0;
  let over = false;
  const read = async (): Promise<void> => {
    const decoder = new TextDecoder();
    let rest = '';
    try {
      for await (const chunk of response.body ?? []) {
        const piece = decoder.decode(chunk as Uint8Array, { stream: true });
        text += piece;
        const blocks = (rest + piece).split('\n\n');
        rest = blocks.pop() ?? '';
        heard.push(...blocks.flatMap(parse));
        for (const look of watchers) look();
      }
    } catch {
      // However the connection ended, it is over.
    }
    over = true;
    for (const look of watchers) look();
  };
  const ended = read();
  const next = (event: string): Promise<HeardEvent> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const index = heard.findIndex((each, at) => at >= asked && each.event === event);
        const found = heard[index];
        if (found === undefined && !over) return void watchers.add(look);
        watchers.delete(look);
        if (found === undefined)
          return reject(new Error(`The stream ended without ${event}: ${JSON.stringify(heard)}`));
        asked = index + 1;
        resolve(found);
      };
      look();
    });
  const leave = (): void => leaving.abort();
  return {
    status: response.status,
    headers: response.headers,
    heard,
    text: () => text,
    next,
    ended,
    leave,
    async [Symbol.asyncDispose]() {
      leave();
      await ended;
    },
  };
}

function parse(block: string): HeardEvent[] {
  const fields = new Map(
    block.split('\n').map((line): [string, string] => {
      const [, name = '', value = ''] = /^([^:]*): ?(.*)$/.exec(line) ?? [];
      return [name, value];
    }),
  );
  const data = fields.get('data');
  if (data === undefined) return [];
  return [
    {
      id: fields.get('id') ?? '',
      event: fields.get('event') ?? 'message',
      data: JSON.parse(data) as HeardEvent['data'],
    },
  ];
}
