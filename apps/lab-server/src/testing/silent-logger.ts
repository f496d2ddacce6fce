import type { Logger } from '../logging/logger';

/** Says nothing. */
export const silentLogger: Logger = {
  error: () => undefined,
  warning: () => undefined,
  info: () => undefined,
  debug: () => undefined,
};
