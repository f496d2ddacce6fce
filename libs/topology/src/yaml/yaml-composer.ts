import { EVENT_ID, SCALAR_STYLE, getScalarValue, type Event } from 'js-yaml';
import { emptyMap, isMap, type Data, type DataMap, type Place } from './data';
import type { Places } from './places';
import type { Problems } from './problems';
import { resolvePlainScalar, resolveTaggedScalar, shortTagName } from './scalar';
import type { SourceText } from './source-text';
import { Unreadable } from './unreadable';

/** Levels of nesting that a file may have. */
export const MAX_DEPTH = 64;
/** Values of one file after its aliases are written out; the largest topologies have a few thousand. */
const MAX_VALUES = 100_000;

/** Text that counts as one more value when an alias repeats it. */
const TEXT_PER_VALUE = 64;

interface Anchor {
  /** Index of the event that bears the anchor. */
  readonly event: number;
  /** False while the anchored collection itself is still being read. */
  complete: boolean;
}

/** Builds plain data out of events; an alias is read again from its anchor, so that nothing is shared. */
export class YamlComposer {
  readonly #anchors = new Map<string, Anchor>();
  #next = 0;
  #values = 0;
  /** While an alias is read again, the anchors inside it have had their turn. */
  #replaying = false;

  constructor(
    private readonly source: SourceText,
    private readonly events: readonly Event[],
    private readonly places: Places,
    private readonly problems: Problems,
  ) {}

  compose(): Data {
    const documents = this.events.filter((event) => event.type === EVENT_ID.DOCUMENT).length;
    if (documents === 0) return null;
    if (documents > 1)
      this.#refuse(this.source.at(0), `the file has ${documents} YAML documents; a topology is one`);
    this.#next = 1;
    return this.#atEnd() ? null : this.#value(0).data;
  }

  #value(depth: number): { data: Data; place: Place } {
    const index = this.#next;
    const event = this.#take();
    const place = this.source.at(Math.max(0, startOf(event)));
    this.#count(1, place);
    if (depth > MAX_DEPTH) this.#refuse(place, `the file has more than ${MAX_DEPTH} levels`);
    if (event.type === EVENT_ID.ALIAS)
      return { data: this.#alias(event.anchorStart, event.anchorEnd, place, depth), place };
    if (event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP)
      throw new TypeError(`unexpected event ${event.type}`);

    const anchor: Anchor = { event: index, complete: false };
    if (event.anchorStart >= 0 && !this.#replaying)
      this.#anchors.set(this.source.text.slice(event.anchorStart, event.anchorEnd), anchor);
    const tag = event.tagStart < 0 ? undefined : this.source.text.slice(event.tagStart, event.tagEnd);
    const data =
      event.type === EVENT_ID.SCALAR
        ? this.#scalar(event, tag, place)
        : event.type === EVENT_ID.SEQUENCE
          ? this.#list(tag, place, depth)
          : this.#map(tag, place, depth);
    anchor.complete = true;
    return { data, place };
  }

  #count(values: number, place: Place): void {
    this.#values += values;
    if (this.#values > MAX_VALUES) this.#refuse(place, `the file unfolds to more than ${MAX_VALUES} values`);
  }

  #scalar(
    event: Extract<Event, { type: typeof EVENT_ID.SCALAR }>,
    tag: string | undefined,
    place: Place,
  ): Data {
    const text = getScalarValue(this.source.text, event);
    if (this.#replaying) this.#count(Math.floor(text.length / TEXT_PER_VALUE), place);
    if (tag === undefined) return event.style === SCALAR_STYLE.PLAIN ? resolvePlainScalar(text) : text;
    const value = resolveTaggedScalar(tag, text);
    return value === undefined ? this.#refuse(place, `the tag ${tag} cannot be used here`) : value;
  }

  #list(tag: string | undefined, place: Place, depth: number): Data[] {
    this.#checkTag(tag, 'seq', place);
    const list: Data[] = [];
    this.places.place(list, place);
    while (!this.#atEnd()) {
      const item = this.#value(depth + 1);
      this.places.placeEntry(list, list.length, item.place);
      list.push(item.data);
    }
    this.#next += 1;
    return list;
  }

  #map(tag: string | undefined, place: Place, depth: number): DataMap {
    this.#checkTag(tag, 'map', place);
    const map = emptyMap();
    this.places.place(map, place);
    const seen = new Set<string>();
    const merged: DataMap[] = [];
    while (!this.#atEnd()) {
      const key = this.#value(depth + 1);
      const isEmpty = startOf(this.events[this.#next]) < 0;
      const read = this.#value(depth + partsOf(key.data));
      // A value that is not there is nowhere; its key is the nearest place.
      const value = isEmpty ? { ...read, place: key.place } : read;
      if (key.data === '<<') {
        merged.push(...this.#mergeSources(value));
        continue;
      }
      const name = this.#keyName(key);
      if (seen.has(name)) this.#refuse(key.place, `duplicate key ${JSON.stringify(name)}`);
      seen.add(name);
      this.#set(map, name, key.place, value.data, value.place);
    }
    this.#next += 1;
    return merged.reduce((over, under) => this.#fill(over, under), map);
  }

  /** netlab keys are names; a key that YAML reads as a number, yes or no keeps the form PyYAML prints. */
  #keyName(key: { data: Data; place: Place }): string {
    if (typeof key.data === 'string') return key.data;
    if (typeof key.data === 'number') return String(key.data);
    if (typeof key.data === 'boolean') return key.data ? 'True' : 'False';
    return this.#refuse(key.place, 'a key must be a name');
  }

  /** `a.b.c: 1` is `a: { b: { c: 1 } }`, merged into what is already there. */
  #set(map: DataMap, name: string, keyPlace: Place, value: Data, valuePlace: Place): void {
    const dot = name.indexOf('.');
    if (dot <= 0 || dot === name.length - 1) {
      map[name] = value;
      this.places.placeEntry(map, name, keyPlace, valuePlace);
      return;
    }
    const first = name.slice(0, dot);
    const existing = map[first] ?? null;
    if (existing !== null && !isMap(existing)) {
      this.#refuse(
        keyPlace,
        `${JSON.stringify(first)} already has a value, so ${JSON.stringify(name)} cannot be set`,
      );
    }
    const child = existing ?? emptyMap();
    if (existing === null) {
      this.places.place(child, keyPlace);
      this.places.placeEntry(map, first, keyPlace);
      map[first] = child;
    }
    this.#set(
      child,
      name.slice(dot + 1),
      { ...keyPlace, column: keyPlace.column + dot + 1 },
      value,
      valuePlace,
    );
  }

  #mergeSources(value: { data: Data; place: Place }): DataMap[] {
    const sources = Array.isArray(value.data) ? value.data : [value.data];
    return sources.map((source) =>
      isMap(source) ? source : this.#refuse(value.place, '"<<" needs a mapping or a list of mappings'),
    );
  }

  /** Merge keys give a mapping what it does not say itself; they do not reach into nested mappings. */
  #fill(over: DataMap, under: DataMap): DataMap {
    for (const [key, value] of Object.entries(under)) {
      if (key in over) continue;
      over[key] = value;
      const [keyPlace, valuePlace] = [this.places.ofKey(under, key), this.places.ofValue(under, key)];
      if (keyPlace !== undefined) this.places.placeEntry(over, key, keyPlace, valuePlace);
    }
    return over;
  }

  #alias(start: number, end: number, place: Place, depth: number): Data {
    const name = this.source.text.slice(start, end);
    const anchor = this.#anchors.get(name);
    if (anchor === undefined) this.#refuse(place, `the anchor "&${name}" is not defined above`);
    if (!anchor.complete) this.#refuse(place, `the alias "*${name}" is inside what it stands for`);
    const [resume, replaying] = [this.#next, this.#replaying];
    this.#next = anchor.event;
    this.#replaying = true;
    const { data } = this.#value(depth + 1);
    this.#next = resume;
    this.#replaying = replaying;
    return data;
  }

  #checkTag(tag: string | undefined, expected: string, place: Place): void {
    if (tag !== undefined && shortTagName(tag) !== expected)
      this.#refuse(place, `the tag ${tag} cannot be used here`);
  }

  #atEnd(): boolean {
    return this.events[this.#next]?.type === EVENT_ID.POP;
  }

  #take(): Event {
    const event = this.events[this.#next];
    if (event === undefined) throw new RangeError('events end inside a document');
    this.#next += 1;
    return event;
  }

  #refuse(place: Place, message: string): never {
    this.problems.add(place, '', message);
    throw new Unreadable();
  }
}

/** Levels that a key opens: `a.b.c` is three. Keys with too many are refused before they are taken apart. */
function partsOf(key: Data): number {
  return typeof key === 'string' ? key.split('.', MAX_DEPTH + 1).length : 1;
}

function startOf(event: Event | undefined): number {
  if (event === undefined) return 0;
  if (event.type === EVENT_ID.SCALAR)
    return event.style === SCALAR_STYLE.PLAIN ? event.valueStart : event.valueStart - 1;
  if (event.type === EVENT_ID.ALIAS) return event.anchorStart - 1;
  return event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING ? event.start : 0;
}
