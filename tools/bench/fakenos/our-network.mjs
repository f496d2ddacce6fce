import { FakeNosService } from '@remote-lab/fakenos';

const LOGIN = { username: 'user', password: 'user' };
const silent = () => undefined;

/**
 * A network of Cisco IOS devices, as the service starts it.
 * @param {number} size
 */
export async function startOurs(size) {
  const service = new FakeNosService({
    configuration: {},
    configurationFolder: '.',
    bind: '127.0.0.1',
    hostName: 'bench',
    version: 'bench',
    logger: { debug: silent, info: silent, warn: silent, error: silent },
    clock: { now: () => performance.now(), date: () => new Date() },
  });
  const hosts = Object.fromEntries(
    Array.from({ length: size }, (_, at) => [`r${at}`, { ...LOGIN, port: 0, platform: 'cisco_ios' }]),
  );
  const begun = performance.now();
  const { bench } = await service.start(
    { network: 'bench', inventory: { hosts } },
    { signal: AbortSignal.timeout(60_000), onProgress: silent },
  );
  const startedMs = performance.now() - begun;
  return {
    ...LOGIN,
    startedMs,
    pid: bench.pid,
    ports: bench.hosts.map(({ port }) => port),
    stop: () => service.stop('bench', { signal: AbortSignal.timeout(60_000), onProgress: silent }),
    kill: () => service.kill(),
  };
}
