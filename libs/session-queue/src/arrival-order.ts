import { addToValue, appendValue, emptyTree, sumBefore } from './fenwick';

/** Holes allowed beyond one per living item before the list is rebuilt without them. */
const SPARE_HOLES = 64;

/** Items in order of arrival that may leave from anywhere: how many are ahead of one is answered in O(log n). */
export class ArrivalOrder<T extends object> implements Iterable<T> {
  #places: (T | undefined)[] = [];
  #tree = emptyTree();
  /** No living item is before this place. */
  #first = 0;
  readonly #placeOf = new Map<T, number>();

  get size(): number {
    return this.#placeOf.size;
  }

  /** Puts a new item behind all others. */
  append(item: T): void {
    this.#placeOf.set(item, this.#places.length);
    this.#places.push(item);
    appendValue(this.#tree, 1);
  }

  /** Takes an item out, wherever it is; ignores one that is not there. O(log n), amortised. */
  remove(item: T): void {
    const place = this.#placeOf.get(item);
    if (place === undefined) return;
    this.#placeOf.delete(item);
    this.#places[place] = undefined;
    addToValue(this.#tree, place, -1);
    if (this.#places.length > 2 * this.size + SPARE_HOLES) this.#compact();
  }

  /** How many items are ahead of this one; undefined when it is not there. */
  ahead(item: T): number | undefined {
    const place = this.#placeOf.get(item);
    return place === undefined ? undefined : sumBefore(this.#tree, place);
  }

  /** Oldest first. */
  *[Symbol.iterator](): Iterator<T> {
    while (this.#first < this.#places.length && this.#places[this.#first] === undefined) this.#first += 1;
    for (let place = this.#first; place < this.#places.length; place += 1) {
      const item = this.#places[place];
      if (item !== undefined) yield item;
    }
  }

  #compact(): void {
    const living = [...this];
    this.#places = [];
    this.#tree = emptyTree();
    this.#first = 0;
    for (const item of living) this.append(item);
  }
}
