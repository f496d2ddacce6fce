import { connect, type Socket } from 'node:net';
import { once } from 'node:events';

/** One part of a hand-made multipart body; names go out byte for byte, however hostile. */
export interface RawPart {
  readonly field: string;
  readonly filename: string;
  readonly content: string;
}

/** A multipart body with file names that a well-behaved client would never send. */
export function rawMultipart(parts: readonly RawPart[]): { readonly body: Buffer; readonly type: string } {
  const boundary = 'remote-lab-test-boundary';
  const text = parts.map(
    ({ field, filename, content }) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${field}"; filename="${filename}"\r\n\r\n${content}\r\n`,
  );
  return {
    body: Buffer.from(`${text.join('')}--${boundary}--\r\n`, 'utf8'),
    type: `multipart/form-data; boundary=${boundary}`,
  };
}

/** Starts a `POST /lab`, sends half of the body, and leaves it to the caller to cut the connection. */
export async function halfUpload(port: number, session: string): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const content = 'nodes: [r1]\n'.repeat(5_000);
  const { body, type } = rawMultipart([{ field: 'topology', filename: 'cut.yml', content }]);
  const head = `POST /lab HTTP/1.1\r\nhost: x\r\nx-session-id: ${session}\r\ncontent-type: ${type}\r\ncontent-length: ${body.length}\r\n\r\n`;
  socket.write(Buffer.concat([Buffer.from(head), body.subarray(0, body.length / 2)]));
  return socket;
}
