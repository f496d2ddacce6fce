export { platformEntryFor, platformFor } from './platform-for';
export { platformIndex } from './platform-index';
export type { PlatformEntry } from './platform-index';
