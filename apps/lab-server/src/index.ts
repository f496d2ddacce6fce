export type { Config } from './config/config';
export { ConfigError } from './config/config-error';
export { type OptionRow, OPTIONS } from './config/option-table';
export { createLogger, type Logger } from './logging/logger';
export { HTTP_ERRORS } from './http/http-errors';
export { openApiDocument } from './openapi/openapi-document';
export { OPERATIONS } from './openapi/operations';
export { type LabServerParts, type RunningLabServer, startLabServer } from './start-lab-server';
export { systemClock } from './system-clock';
