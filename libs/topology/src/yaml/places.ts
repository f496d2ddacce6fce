import { emptyMap, isMap, type Data, type DataMap, type Place } from './data';

interface EntryPlaces {
  readonly key: Place;
  readonly value: Place;
}

/**
 * Remembers where in the files every mapping, list and entry came from, and keeps that through the copies and
 * merges a topology goes through, so that a mistake in a group shows the line of the group.
 */
export class Places {
  readonly #containers = new WeakMap<object, Place>();
  readonly #entries = new WeakMap<object, Map<string, EntryPlaces>>();

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
    return this.#entries.get(container)?.get(String(key))?.value ?? this.of(container);
  }

  /** Where an entry's key is, or the container when that is not known. */
  ofKey(container: Data[] | DataMap, key: string | number): Place | undefined {
    return this.#entries.get(container)?.get(String(key))?.key ?? this.of(container);
  }

  /** A deep copy that knows the places of its original. */
  copy<Value extends Data>(value: Value): Value;
  copy(value: Data): Data {
    if (Array.isArray(value)) {
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
    for (const [key, value] of Object.entries(under)) {
      const high = over[key];
      if (high === undefined) result[key] = this.copy(value);
      else result[key] = isMap(value) && isMap(high) ? this.merge(value, high) : this.copy(high);
    }
    for (const [key, value] of Object.entries(over)) if (!(key in under)) result[key] = this.copy(value);
    return result;
  }

  #inherit(from: Data[] | DataMap, to: Data[] | DataMap): void {
    const place = this.#containers.get(from);
    if (place !== undefined) this.#containers.set(to, place);
    const entries = this.#entries.get(from);
    if (entries !== undefined) this.#entries.set(to, new Map([...(this.#entries.get(to) ?? []), ...entries]));
  }
}
