import { describe, expect, test } from '@jest/globals';
import { utils } from 'ssh2';
import { connectSsh } from '../test-fixtures/ssh-client';
import { startService } from '../test-fixtures/start-service';
import { connectTelnet } from '../test-fixtures/telnet-client';

/** Starts one network of these hosts, user and password `user`. */
async function startLab(hosts: Readonly<Record<string, object>>) {
  const started = startService();
  const { lab } = await started.service.start({
    network: 'lab',
    inventory: { default: { port: 'auto' }, hosts },
  });
  const host = (name: string) => lab?.hosts.find((one) => one.name === name);
  const login = (name: string) => ({ port: host(name)?.port ?? 0, username: 'user', password: 'user' });
  return { ...started, pid: lab?.pid ?? 0, host, login };
}

describe('the behaviour of hosts', () => {
  const answers = (output: string) => ({ answers: [{ command: 'show clock', output }] });

  test('is what the inventory says, until it is changed for some or for all', async () => {
    await using lab = await startLab({ r1: { behavior: answers('noon') }, r2: {} });
    const { service } = lab;
    await using first = await connectSsh(lab.login('r1'));
    await using second = await connectSsh(lab.login('r2'));
    expect((await first.exec('show clock')).output).toContain('noon');
    expect(await service.getBehavior('lab')).toEqual({ r1: answers('noon'), r2: {} });

    expect(await service.setBehavior('lab', ['r2'], answers('night'))).toMatchObject({
      r2: answers('night'),
    });
    expect((await second.exec('show clock')).output).toContain('night');
    await service.setBehavior('lab', 'all', { refuse_logins: true });
    await expect(connectSsh(lab.login('r1'))).rejects.toThrow();
    await service.setBehavior('lab', 'all', {});
    expect(await service.getBehavior('lab')).toEqual({ r1: {}, r2: {} });
    expect((await first.exec('show clock')).output).not.toMatch(/noon|night/);
  });

  test('is again that of the inventory after a restart', async () => {
    await using lab = await startLab({ r1: { behavior: answers('noon') } });
    await lab.service.setBehavior('lab', 'all', {});
    await lab.service.restart('lab');
    expect(await lab.service.getBehavior('lab')).toEqual({ r1: answers('noon') });
  });

  test('cannot be so long that showing it for every host would take all memory', async () => {
    const hosts = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`r${at}`, {}]));
    await using lab = await startLab(hosts);
    const long = { answers: [{ command: 'show clock', output: 'x'.repeat(1_000_000) }] };
    await expect(lab.service.setBehavior('lab', 'all', long)).rejects.toMatchObject({
      code: 'invalid_behavior',
      message: expect.stringContaining('too long for 40 hosts'),
    });
    expect(await lab.service.setBehavior('lab', ['r1'], long)).toMatchObject({ r0: {}, r1: long });
  });

  test('cannot be nonsense, of unknown hosts, or of a network that does not run', async () => {
    await using lab = await startLab({ leaf1: {} });
    const { service } = lab;
    await expect(service.setBehavior('lab', 'all', { latency: 5 })).rejects.toMatchObject({
      code: 'invalid_behavior',
      problems: [{ path: 'latency', message: expect.stringContaining('is not known here') }],
    });
    await expect(service.setBehavior('lab', ['leaf2'], {})).rejects.toMatchObject({
      code: 'host_unknown',
      message: 'The network lab has no host leaf2. Did you mean leaf1?',
    });
    await expect(service.getBehavior('lob')).rejects.toMatchObject({ code: 'network_unknown' });
    process.kill(lab.pid, 'SIGKILL');
    await expect(service.setBehavior('lab', 'all', {})).rejects.toMatchObject({
      code: 'network_not_running',
    });
    await expect(service.getBehavior('lab')).rejects.toMatchObject({ code: 'network_not_running' });
  });
});

describe('sessions', () => {
  test('are recorded with all that was said', async () => {
    await using lab = await startLab({ r1: {}, r2: {} });
    const { service } = lab;
    await using client = await connectSsh(lab.login('r2'));
    await client.exec('show clock');

    const sessions = await service.getSessions('lab');

    expect(sessions).toMatchObject([{ host: 'r2', username: 'user', transport: 'ssh', kind: 'exec' }]);
    const recording = await service.getRecording('lab', sessions[0]?.id ?? '');
    expect(recording.events.map(({ text }) => text).join('')).toMatch(/\d\d:\d\d:\d\d/);
    await expect(service.getRecording('lab', 's99')).rejects.toMatchObject({ code: 'recording_unknown' });
    await expect(service.getSessions('lob')).rejects.toMatchObject({ code: 'network_unknown' });
  });
});

describe('a host', () => {
  test('answers Telnet where its inventory says so, after a restart on the same port', async () => {
    const server = { configuration: { telnet_port: 'auto', ssh_banner: 'Keep out' } };
    await using lab = await startLab({ r1: { server }, r2: {} });
    const port = lab.host('r1')?.telnet_port ?? 0;
    expect(port).toBeGreaterThan(0);
    expect(lab.host('r2')).not.toHaveProperty('telnet_port');

    const { lab: again } = await lab.service.restart('lab');

    expect(again?.hosts[0]).toEqual(lab.host('r1'));
    await using client = await connectTelnet(port);
    expect(await client.until('Username: ')).toContain('Keep out');
  });

  test('lets the owners of listed keys in without a password', async () => {
    const key = utils.generateKeyPairSync('ecdsa', { bits: 256 });
    const server = { configuration: { authorized_keys: [key.public] } };
    await using lab = await startLab({ r1: { server } });
    const { port, username } = lab.login('r1');
    await using client = await connectSsh({
      host: '127.0.0.1',
      port,
      username,
      password: '',
      privateKey: key.private,
    });
    expect((await client.exec('show clock')).status).toBe(0);
  });

  test('shows its running configuration as a file', async () => {
    const running = { 'show running-config': { output: 'hostname toaster' } };
    await using lab = await startLab({
      r1: { platform: 'cisco_ios' },
      t1: { nos: { plugin: { name: 'toaster', commands: running } } },
    });
    for (const name of ['r1', 't1']) {
      await using client = await connectSsh(lab.login(name));
      const text = await new Promise<string>((resolve, reject) => {
        client.connection.sftp((error, sftp) => {
          if (error) return reject(error);
          sftp.readFile('/running-config', 'utf8', (failure, content) =>
            failure ? reject(failure) : resolve(String(content)),
          );
        });
      });
      expect(text).toContain(name === 'r1' ? 'hostname r1' : 'hostname toaster');
    }
  });

  test('is linked to the others as the inventory says', async () => {
    await using started = startService();
    const { lab } = await started.service.start({
      network: 'lab',
      inventory: {
        default: { port: 'auto', platform: 'cisco_ios' },
        hosts: { r1: {}, r2: {}, r3: { platform: 'arista_eos' }, alone: {} },
        links: ['r1-r2', { a: 'r3', b: 'r1' }],
      },
    });
    const said = async (at: number, line: string) => {
      await using client = await connectSsh({
        port: lab?.hosts[at]?.port ?? 0,
        username: 'user',
        password: 'user',
      });
      return (await client.exec(line)).output;
    };
    const neighbors = await said(0, 'show lldp neighbors');
    expect(neighbors).toMatch(/^r2\s/m);
    expect(neighbors).toMatch(/^r3\s/m);
    expect(await said(0, 'show ip interface brief')).toMatch(/10\.1\.1\.1 .*[^]*10\.1\.2\.2 /);
    expect(await said(2, 'show ip interface brief')).toContain('10.1.2.1/30');
    expect(await said(3, 'show lldp neighbors')).not.toMatch(/^r\d\s/m);
    expect((await said(3, 'show ip interface brief')).match(/10\.128\.\d+\.1 /g)).toHaveLength(2);
  });

  test('hangs up when it reloads, and listens again', async () => {
    await using lab = await startLab({ r1: { platform: 'cisco_ios' } });
    await using client = await connectSsh(lab.login('r1'));
    const shell = await client.shell();
    await shell.until('>');
    shell.type('enable\r');
    await shell.until('#');
    shell.type('reload\r');
    await shell.until('[confirm]');
    shell.type('\r');
    await shell.closed;
    await using again = await connectSsh(lab.login('r1'));
    expect((await again.exec('show clock')).status).toBe(0);
  });
});
