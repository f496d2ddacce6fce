import { ADJECTIVES, ANIMALS } from './session-name-words';

const NUMBERS = 90;
const FIRST_NUMBER = 10;

/** How many different names there are; tickets closer together than this never share one. */
export const NAME_COUNT = ADJECTIVES.length * ANIMALS.length * NUMBERS;

/** Odd, no multiple of 3 or 5: shares no factor with NAME_COUNT, so that stepping by it meets every name once. */
const STRIDE = 200_003;

/**
 * The public name for a ticket: the same for the same ticket, far apart for neighbours, and not in `taken`. Meant for
 * people to tell sessions apart, not to be unguessable.
 */
export function sessionName(ticket: number, taken: { has(name: string): boolean }): string {
  for (let candidate = ticket; ; candidate += 1) {
    const name = nameAt(Number((BigInt(candidate) * BigInt(STRIDE)) % BigInt(NAME_COUNT)));
    if (!taken.has(name)) return name;
  }
}

function nameAt(index: number): string {
  const number = FIRST_NUMBER + (index % NUMBERS);
  const words = Math.floor(index / NUMBERS);
  const animal = ANIMALS[words % ANIMALS.length] ?? 'otter';
  const adjective = ADJECTIVES[Math.floor(words / ANIMALS.length) % ADJECTIVES.length] ?? 'calm';
  return `${adjective}-${animal}-${number}`;
}
