import { describe, expect, test } from '@jest/globals';
import { HostBehavior } from '../behavior/host-behavior';
import { withBehavior } from '../behavior/with-behavior';
import { SessionRecorder } from '../recording/session-recorder';
import { withRecording } from '../recording/with-recording';
import { benchPlatform } from '../test-fixtures/bench-platform';
import { benchDialogue, benchServer } from '../test-fixtures/bench-server';
import { benchTelnet } from '../test-fixtures/bench-telnet';
import { connectSsh } from '../test-fixtures/ssh-client';
import { connectTelnet, logInTelnet } from '../test-fixtures/telnet-client';

/** How a network serves its devices: recorded, with a behaviour that changes. */
function served() {
  const behavior = new HostBehavior('r1');
  const recorder = new SessionRecorder({ clock: { now: () => performance.now(), date: () => new Date() } });
  const openDialogue = withRecording(benchDialogue(benchPlatform), {
    recorder,
    host: 'r1',
    behind: (open) => withBehavior(open, behavior),
  });
  return { behavior, recorder, options: { openDialogue, door: behavior } };
}

describe('over SSH', () => {
  test('logins and connections are refused, and taken again', async () => {
    const { behavior, options } = served();
    await using server = await benchServer(options);
    behavior.change({ refuse_logins: true });
    await expect(connectSsh({ port: server.port })).rejects.toThrow('authentication methods failed');
    behavior.change({ refuse_connections: true });
    await expect(connectSsh({ port: server.port })).rejects.toThrow();
    behavior.change({});
    await using client = await connectSsh({ port: server.port });
    expect((await client.exec('show version')).status).toBe(0);
  });

  test('an open session breaks off, at its next line or at once', async () => {
    const { behavior, recorder, options } = served();
    await using server = await benchServer(options);
    for (const fault of [{ drop_after_lines: 1 }, { drop_after_seconds: 0 }]) {
      behavior.change({});
      await using client = await connectSsh({ port: server.port });
      const shell = await client.shell();
      shell.type('show version\r');
      await shell.until('Bench OS');
      behavior.change(fault);
      shell.type('show version\r');
      expect((await shell.closed).status).toBeUndefined();
    }
    while (recorder.sessions().some(({ ended_at }) => ended_at === null))
      await new Promise((resolve) => setImmediate(resolve));
    expect(recorder.sessions()).toMatchObject([
      { transport: 'ssh', client_address: '127.0.0.1', exit_status: null },
      { transport: 'ssh', client_address: '127.0.0.1', exit_status: null },
    ]);
  });

  test('slow answers come whole, and the status after them', async () => {
    const { behavior, options } = served();
    behavior.change({ latency_ms: 5, jitter_ms: 5, characters_per_second: 10_000_000 });
    await using server = await benchServer(options);
    await using client = await connectSsh({ port: server.port });
    const { output, status } = await client.exec('show flood\nfalse');
    expect(output).toHaveLength(50_000 * 81);
    expect(status).toBe(3);
  });
});

describe('over Telnet', () => {
  test('logins are refused, and sessions recorded without what was typed to log in', async () => {
    const { behavior, recorder, options } = served();
    await using server = await benchTelnet(options);
    behavior.change({ refuse_logins: true });
    await using refused = await connectTelnet(server.port);
    refused.type('admin\radmin\r');
    await refused.until('% Login invalid');
    behavior.change({ prompt: 'r2#' });
    await using client = await logInTelnet(server.port, 'r2#');
    client.type('show version\r');
    await client.until('r2#');
    const [session] = recorder.sessions();
    expect(session).toMatchObject({ transport: 'telnet', username: 'admin', lines: 1 });
    expect(
      recorder
        .recording(session?.id ?? '')
        ?.events.map(({ text }) => text)
        .join(''),
    ).not.toContain('Password');
  });
});
