export { platformFor, platforms } from './platform-list';
