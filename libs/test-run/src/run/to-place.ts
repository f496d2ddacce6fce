import type { Holder, Place } from '../waiting/waiting-words';

/** What the client tells about a place in the queue; of an older client only the position. */
export function toPlace(position: number, told: unknown): Place {
  const holder = property(told, 'holder');
  const estimatedWait = property(told, 'estimatedWait');
  return {
    position,
    ...(typeof holder === 'object' && holder !== null && { holder: toHolder(holder) }),
    ...(typeof estimatedWait === 'number' && { estimatedWait }),
  };
}

function toHolder(told: object): Holder {
  const activeFor = property(told, 'activeFor');
  return {
    ...text(told, 'name'),
    ...text(told, 'owner'),
    ...text(told, 'purpose'),
    ...text(told, 'url'),
    ...(typeof activeFor === 'number' && { activeFor }),
  };
}

function text(told: object, name: string): Readonly<Record<string, string>> {
  const value = property(told, name);
  return typeof value === 'string' && value !== '' ? { [name]: value } : {};
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
