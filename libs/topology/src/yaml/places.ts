import { emptyMap, isMap, type Data, type DataMap, type Place } from './data';
import type { Problems } from './problems';

/** Values a topology may grow by where groups, links and modules hand on what they say; the largest labs need a tenth. */
const MAX_COPIED = 250_000;
/** Text that counts as one more value when it is handed on. */
const TEXT_PER_VALUE = 64;

interface EntryPlaces {
  readonly key: Place;
  readonly value: Place;
}

/** Where a mapping or list came from. */
interface Origin {
  place: Place | undefined;
  entries: Map<string, EntryPlaces> | undefined;
  /** What a copy was made of: most places are never asked for, so they are looked for then. */
  sources: object[] | undefined;
}

/**
 * Remembers where in the files every mapping, list and entry came from, and keeps that through the copies and
 * merges a topology goes through, so that a mistake in a group shows the line of the group.
 */
export class Places {
  #copied = 0;
  /** No WeakMap: all of it goes with the reading of one topology, and a million weak entries are slow to collect. */
  readonly #origins = new Map<object, Origin>();

  /** Copies of too much are noted in `problems` and end the reading. */
  constructor(private readonly problems: Problems) {}

  /** Records where a mapping or list begins. */
  place(container: Data[] | DataMap, place: Place): void {
    this.#originOf(container).place = place;
  }

  /** Records where an entry's key and value are; for list items both are the item. */
  placeEntry(
    container: Data[] | DataMap,
    key: string | number,
    keyPlace: Place,
    valuePlace = keyPlace,
  ): void {
    const origin = this.#originOf(container);
    origin.entries ??= new Map<string, EntryPlaces>();
    origin.entries.set(String(key), { key: keyPlace, value: valuePlace });
  }

  /** Where a mapping or list begins; undefined when the reader made it. */
  of(container: Data[] | DataMap): Place | undefined {
    return this.#origins.get(container)?.place;
  }

  /** Where an entry's value is, or the container when that is not known. */
  ofValue(container: Data[] | DataMap, key: string | number): Place | undefined {
    return this.#find(container, String(key))?.value ?? this.of(container);
  }

  /** Where an entry's key is, or the container when that is not known. */
  ofKey(container: Data[] | DataMap, key: string | number): Place | undefined {
    return this.#find(container, String(key))?.key ?? this.of(container);
  }

  /**
   * A deep copy that knows the places of its original.
   *
   * @throws TopologyError `invalid_topology` when all copies together are more than any lab needs
   */
  copy<Value extends Data>(value: Value): Value;
  copy(value: Data): Data {
    if (typeof value === 'string') this.#count(Math.floor(value.length / TEXT_PER_VALUE), undefined);
    if (Array.isArray(value)) {
      this.#count(value.length + 1, this.of(value));
      const list: Data[] = value.map((item) => this.copy(item));
      this.#inherit(value, list);
      return list;
    }
    return isMap(value) ? this.merge(emptyMap(), value) : value;
  }

  /** A new mapping: `over` wins, mappings in both are merged, lists and scalars replaced. Leaves both as they are. */
  merge(under: DataMap, over: DataMap): DataMap {
    const result = emptyMap();
    this.#inherit(under, result);
    this.#inherit(over, result);
    this.#count(Object.keys(under).length + 1, this.of(under));
    for (const [key, value] of Object.entries(under)) {
      const high = over[key];
      if (high === undefined) result[key] = this.copy(value);
      else result[key] = isMap(value) && isMap(high) ? this.merge(value, high) : this.copy(high);
    }
    this.#count(Object.keys(over).length, this.of(over));
    for (const [key, value] of Object.entries(over)) if (!(key in under)) result[key] = this.copy(value);
    return result;
  }

  /** The entry as recorded, or as in what the container was made of; the last of these wins. */
  #find(container: object, key: string): EntryPlaces | undefined {
    const origin = this.#origins.get(container);
    const own = origin?.entries?.get(key);
    if (own !== undefined) return own;
    const sources = origin?.sources ?? [];
    for (const source of sources.toReversed()) {
      const found = this.#find(source, key);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #count(values: number, place: Place | undefined): void {
    this.#copied += values;
    if (this.#copied <= MAX_COPIED) return;
    const message = `what groups, links and modules hand on unfolds to more than ${MAX_COPIED} values`;
    this.problems.refuse(place, '', message);
  }

  #inherit(from: Data[] | DataMap, to: Data[] | DataMap): void {
    const known = this.#origins.get(from);
    if (known === undefined) return;
    const origin = this.#originOf(to);
    origin.place = known.place ?? origin.place;
    (origin.sources ??= []).push(from);
  }

  #originOf(container: object): Origin {
    let origin = this.#origins.get(container);
    if (origin === undefined) {
      origin = { place: undefined, entries: undefined, sources: undefined };
      this.#origins.set(container, origin);
    }
    return origin;
  }
}
