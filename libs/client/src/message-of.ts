import { propertyOf } from './http-answer';

/** The words of whatever was thrown, also of an error from another realm, which is no `instanceof Error`. */
export function messageOf(error: unknown): string {
  const message = propertyOf(error, 'message');
  return typeof message === 'string' && message !== '' ? message : String(error);
}
