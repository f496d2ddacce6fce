import { once } from 'node:events';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { HttpClient } from '../http-client';
import { SessionChannel } from '../session-channel';
import { FakeClock } from '../test-fixtures/fake-clock';
import { eventually } from '../test-fixtures/script-process';
import { EventStream } from './event-stream';
import { SessionEvents } from './session-events';

const SNAPSHOT = 'event: snapshot\ndata: {"status":"waiting","position":1}\n\n';

let server: http.Server;
let client: IncomingMessage;
let speaker: ServerResponse;

beforeEach(async () => {
  server = http.createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  await new Promise<void>((resolve) => {
    server.on('request', (_, response) => {
      speaker = response;
      response.flushHeaders();
    });
    http
      .get({ port: address.port, host: '127.0.0.1', agent: false })
      // What destroys the answer is told to the request as well.
      .on('error', () => undefined)
      .on('response', (response) => {
        client = response;
        resolve();
      });
  });
});

afterEach(async () => {
  client.destroy();
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

describe('a silent stream', () => {
  test('is overdue, is not when something comes, and breaks in the end', async () => {
    const heard: unknown[] = [];
    const stream = new EventStream(client, { overdue: 20, dead: 200 });
    const reading = stream.read(
      ({ name }) => heard.push(name),
      (overdue) => heard.push(overdue),
    );
    const broken = expect(reading).rejects.toThrow('The stream is silent.');
    await eventually(() => heard.length === 1);
    speaker.write(SNAPSHOT);
    await broken;
    expect(heard).toEqual([true, false, 'snapshot', true]);
  });

  test('lets those who wait look for themselves until something comes', async () => {
    const channel = new SessionChannel(new HttpClient(new URL('http://a'), 1, new FakeClock()), 'x', 'x');
    const stream = new EventStream(client, { overdue: 20, dead: 10_000 });
    const events = new SessionEvents({ openStream: () => Promise.resolve(stream) }, channel, new FakeClock());
    events.start();
    speaker.write(SNAPSHOT);
    await eventually(() => events.telling);
    await events.silence(new AbortController().signal);
    expect(events.telling).toBe(false);
    speaker.write(': still there\n\n');
    await eventually(() => events.telling);
    channel.close();
    await events.stopped();
  });
});

test('a stream that opens when nobody wants it any more is closed again', async () => {
  const channel = new SessionChannel(new HttpClient(new URL('http://a'), 1, new FakeClock()), 'x', 'x');
  const openStream = (): Promise<EventStream> => {
    channel.close();
    return Promise.resolve(new EventStream(client));
  };
  const events = new SessionEvents({ openStream }, channel, new FakeClock());
  events.start();
  await events.stopped();
  expect(client.destroyed).toBe(true);
});
