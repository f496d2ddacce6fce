import { FakeNosBackend } from '@remote-lab/fakenos';
import type { LabBackend } from '@remote-lab/lab-manager';
import type { Config } from './config/config';
import { ConfigError } from './config/config-error';

type BackendChoice = Config['backend'];

/** What builds the labs, by the name of `--backend`. */
const BACKENDS: Readonly<Record<BackendChoice, (config: Config) => LabBackend>> = {
  auto: (config) => new FakeNosBackend({ bindHost: config.host }),
  fakenos: (config) => new FakeNosBackend({ bindHost: config.host }),
  netlab: () => {
    throw new ConfigError(
      '--backend netlab is not part of this release; leave it out, or use --backend fakenos.',
    );
  },
};

/** The backend that the configuration asks for. @throws {ConfigError} when it cannot be had here. */
export function createBackend(config: Config): LabBackend {
  return BACKENDS[config.backend](config);
}
