/** One use of a lab that has not been given back. */
export interface Reference {
  /** Tells it from the owner's other references; never used twice. */
  readonly id: number;
  /** Who gives it back, or loses it. */
  readonly owner: string;
}

/** The references held on one lab, oldest first; their number is the lab's reference count. Plain data, never changed. */
export type References = readonly Reference[];

/** One reference more. */
export function addReference(held: References, reference: Reference): References {
  return [...held, reference];
}

/** Without the reference; the very same list when it is not held, so that giving back twice changes nothing. */
export function dropReference(held: References, id: number): References {
  return without(held, (reference) => reference.id === id);
}

/** Without any reference of the owner; the very same list when it holds none. */
export function dropReferencesOf(held: References, owner: string): References {
  return without(held, (reference) => reference.owner === owner);
}

/** The owner's oldest reference, the one to be given back next; undefined when it holds none. */
export function oldestReferenceOf(held: References, owner: string): Reference | undefined {
  return held.find((reference) => reference.owner === owner);
}

function without(held: References, gone: (reference: Reference) => boolean): References {
  const kept = held.filter((reference) => !gone(reference));
  return kept.length === held.length ? held : kept;
}
