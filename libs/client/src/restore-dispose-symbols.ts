import { Readable } from 'node:stream';
import { clearTimeout, setTimeout } from 'node:timers';

// Gives `Symbol` the names that `using` needs. Node 20 adds them to its own `Symbol`; Jest 29, and Vitest in its vm pools, run
// tests with another one, which lacks them. Where they are there, nothing is done. Has to be loaded before any module that
// has disposables.
const timer = setTimeout(() => undefined, 0);
clearTimeout(timer);
restore('dispose', timer);
restore('asyncDispose', Readable.prototype);

/** Takes Node's own symbol from an object of Node that has it, so that such objects stay disposable, too. */
function restore(name: 'dispose' | 'asyncDispose', owner: object): void {
  if (name in Symbol) return;
  const found = symbolsOf(owner).find(({ description }) => description?.endsWith(name));
  Object.defineProperty(Symbol, name, { value: found ?? Symbol(name) });
}

function symbolsOf(owner: object): readonly symbol[] {
  const prototype: unknown = Object.getPrototypeOf(owner);
  const inherited = typeof prototype === 'object' && prototype !== null ? symbolsOf(prototype) : [];
  return [...Object.getOwnPropertySymbols(owner), ...inherited];
}
