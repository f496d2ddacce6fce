import { emptyMap, isMap, type Data, type DataMap, type Place } from './data';
import type { Problems } from './problems';

/** Values a topology may grow by where groups, links and modules hand on what they say; the largest labs need a tenth. */
const MAX_COPIED = 500_000;
/** Text that counts as one more value when it is handed on. */
const TEXT_PER_VALUE = 64;

interface EntryPlaces {
  readonly key: Place;
  readonly value: Place;
}

/**
 * Remembers where in the files every mapping, list and entry came from, and keeps that through the copies and
 * merges a topology goes through, so that a mistake in a group shows the line of the group.
 */
export class Places {
  #copied = 0;
  readonly #containers = new WeakMap<object, Place>();
  readonly #entries = new WeakMap<object, Map<string, EntryPlaces>>();
  /** What copies were made of: most places are never asked for, so they are looked for then. */
  readonly #sources = new WeakMap<object, object[]>();

  /** Copies of too much are noted in `problems` and end the reading. */
  constructor(private readonly problems: Problems) {}

  /** Records where a mapping or list begins. */
  place(container: Data[] | DataMap, place: Place): void {
    this.#containers.set(container, place);
  }

  /** Records where an entry's key and value are; for list items both are the item. */
  placeEntry(
    container: Data[] | DataMap,
    key: string | number,
    keyPlace: Place,
    valuePlace = keyPlace,
  ): void {
    let entries = this.#entries.get(container);
    if (entries === undefined) this.#entries.set(container, (entries = new Map<string, EntryPlaces>()));
    entries.set(String(key), { key: keyPlace, value: valuePlace });
  }

  /** Where a mapping or list begins; undefined when the reader made it. */
  of(container: Data[] | DataMap): Place | undefined {
    return this.#containers.get(container);
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
    const own = this.#entries.get(container)?.get(key);
    if (own !== undefined) return own;
    const sources = this.#sources.get(container) ?? [];
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
    const place = this.#containers.get(from);
    if (place !== undefined) this.#containers.set(to, place);
    const sources = this.#sources.get(to);
    if (sources === undefined) this.#sources.set(to, [from]);
    else sources.push(from);
  }
}
