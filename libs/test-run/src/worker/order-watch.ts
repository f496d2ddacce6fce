const KEY = Symbol.for('remote-lab.labs-of-this-process');

/**
 * Notes that a test file of this process asked for a lab, and tells whether that lab was in use before another one: with
 * its files next to each other it would have been built once. `place` is any object that all test files of the process
 * share; runners load modules anew for each.
 */
export function returnsToLab(place: object, lab: string): boolean {
  const known: unknown = Reflect.get(place, KEY);
  const labs: unknown[] = Array.isArray(known) ? known : [];
  if (known === undefined) Object.defineProperty(place, KEY, { value: labs });
  const returns = labs.includes(lab) && labs.at(-1) !== lab;
  labs.push(lab);
  return returns;
}
