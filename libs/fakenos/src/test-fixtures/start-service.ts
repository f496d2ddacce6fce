import { tmpdir } from 'node:os';
import type { Logger } from '../logger';
import { FakeNosService } from '../service/fakenos-service';
import type { FakeNosServiceOptions } from '../service/fakenos-service-options';

/** A service for tests, and what it says to its log. */
export function startService(
  options: Partial<FakeNosServiceOptions> = {},
): AsyncDisposable & { readonly service: FakeNosService; readonly log: readonly string[] } {
  const log: string[] = [];
  const keep = (message: string) => void log.push(message);
  const logger: Logger = { debug: () => undefined, info: keep, warn: keep, error: keep };
  const service = new FakeNosService({
    configuration: {},
    configurationFolder: tmpdir(),
    bind: '127.0.0.1',
    hostName: 'lab1',
    version: '1.2.3',
    logger,
    clock: { now: () => performance.now(), date: () => new Date() },
    ...options,
  });
  return { service, log, [Symbol.asyncDispose]: () => service[Symbol.asyncDispose]() };
}
