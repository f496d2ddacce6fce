import { once } from 'node:events';
import http from 'node:http';
import type { Socket } from 'node:net';
import { text as readText } from 'node:stream/consumers';

/** A stream of events that a test speaks through. */
export class EventFeed {
  private readonly said: string[] = [];
  private response: http.ServerResponse | undefined;

  /** Whether somebody listens. */
  get open(): boolean {
    return this.response?.writable ?? false;
  }

  send(name: string, data: object, id = '1'): this {
    return this.write(`id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  write(text: string): this {
    this.said.push(text);
    this.response?.write(text);
    return this;
  }

  /** As the server ends it, or as a connection breaks. */
  end(how: 'ends' | 'breaks' = 'ends'): void {
    if (how === 'ends') this.response?.end();
    else this.response?.socket?.destroy();
  }

  attach(response: http.ServerResponse): void {
    this.response = response;
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.flushHeaders();
    for (const text of this.said) response.write(text);
  }
}

/** A request as it came in; the body byte for byte, as latin1 text. */
export interface SeenRequest {
  /** `POST /lab` */
  readonly target: string;
  readonly query: URLSearchParams;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}

/** What to answer: a status with a body, a connection cut, or no answer ever. */
export type Reply =
  | { readonly status: number; readonly body?: unknown; readonly headers?: http.OutgoingHttpHeaders }
  | { readonly stream: EventFeed }
  | 'cut'
  | 'hang';

type Script = Reply | ((request: SeenRequest) => Reply | Promise<Reply>);

export const SESSION_ID = '0b7c9f5e-3f43-4b6e-9d0a-6a5a4d1f2c33';
export const SESSION_TARGET = `/session/${SESSION_ID}`;

export const DEVICES = [
  {
    name: 'r1',
    raw: {
      ansible_host: '127.0.0.1',
      ansible_port: 2201,
      ansible_user: 'admin',
      ansible_ssh_pass: 'pw1',
      ansible_network_os: 'eos',
      mgmt: { ipv4: '127.0.0.1' },
    },
  },
  {
    name: 'r2',
    raw: {
      ansible_host: '127.0.0.1',
      ansible_port: 2202,
      ansible_user: 'admin',
      ansible_ssh_pass: 'pw2',
      ansible_network_os: 'ios',
      mgmt: { ipv4: '127.0.0.1' },
    },
  },
];

export const busy: Reply = {
  status: 423,
  body: { detail: 'Lab currently busy', code: 'lab_busy', holder: 'own_session' },
};
export const acquired: Reply = {
  status: 200,
  body: { reused: false, devices: DEVICES, identity: 'ab'.repeat(32), generation: 7 },
};
export const gone = (reason?: string): Reply => ({
  status: 404,
  body: { detail: 'Session not found', code: 'session_not_found', reason },
});
export const waiting = (position: number): Reply => ({
  status: 200,
  body: { status: 'waiting', position, name: 'amber-otter' },
});
export const active: Reply = { status: 200, body: { status: 'active', position: 0, name: 'amber-otter' } };
export const goingDown: Reply = {
  status: 503,
  body: { detail: 'The server is going down; ask again after its restart.', code: 'shutting_down' },
};
export const noContent: Reply = { status: 204 };

/** A lab server that says what a test tells it to. Without a script it grants everything at once. */
export class ScriptedServer implements AsyncDisposable {
  readonly seen: SeenRequest[] = [];
  readonly sockets = new Set<Socket>();
  private readonly scripts = new Map<string, Script[]>([
    ['POST /session', [{ status: 201, body: { session_id: SESSION_ID, position: 0, name: 'amber-otter' } }]],
    ['POST /session/heartbeat', [noContent]],
    [`GET ${SESSION_TARGET}`, [active]],
    [`DELETE ${SESSION_TARGET}`, [noContent]],
    ['POST /lab', [acquired]],
    ['POST /lab/release', [noContent]],
    ['DELETE /lab', [{ status: 202 }]],
    ['GET /lab/devices', [{ status: 200, body: DEVICES }]],
  ]);

  private constructor(
    private readonly server: http.Server,
    readonly url: string,
  ) {}

  static async start(): Promise<ScriptedServer> {
    const server = http.createServer();
    // Kept connections stay until the client closes them: what it leaves open is seen.
    server.keepAliveTimeout = 0;
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The server has no port.');
    const scripted = new ScriptedServer(server, `http://127.0.0.1:${address.port}`);
    server.on('connection', (socket) => {
      scripted.sockets.add(socket);
      socket.on('close', () => scripted.sockets.delete(socket));
    });
    server.on('request', (request, response) => void scripted.answer(request, response));
    return scripted;
  }

  /** What to answer to `POST /lab` and the like, one after the other; the last one stays. */
  on(target: string, ...script: readonly Script[]): this {
    this.scripts.set(target, [...script]);
    return this;
  }

  to(target: string): readonly SeenRequest[] {
    return this.seen.filter((request) => request.target === target);
  }

  /** What came, in order: `['POST /session', …]`. */
  get targets(): readonly string[] {
    return this.seen.map((request) => request.target);
  }

  /** Resolves when every connection is closed. */
  async allClosed(): Promise<void> {
    for (const socket of this.sockets) if (!socket.closed) await once(socket, 'close');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url);
    const body = Buffer.from(await readText(request.setEncoding('latin1')), 'latin1');
    const target = `${request.method} ${url.pathname}`;
    const seen = { target, query: url.searchParams, headers: request.headers, body };
    this.seen.push(seen);
    const scripts = this.scripts.get(target) ?? [
      { status: 404, body: { detail: 'Not Found', code: 'not_found' } },
    ];
    const script = scripts.length > 1 ? scripts.shift() : scripts[0];
    const reply = typeof script === 'function' ? await script(seen) : script;
    if (reply === undefined || reply === 'hang') return;
    if (typeof reply === 'object' && 'stream' in reply) {
      reply.stream.attach(response);
      return;
    }
    if (reply === 'cut') {
      request.socket.destroy();
      return;
    }
    const isText = typeof reply.body === 'string';
    response.writeHead(reply.status, {
      'Content-Type': isText ? 'text/plain' : 'application/json',
      ...reply.headers,
    });
    response.end(reply.body === undefined ? undefined : isText ? reply.body : JSON.stringify(reply.body));
  }
}
