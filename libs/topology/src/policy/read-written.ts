import { EVENT_ID, SCALAR_STYLE, getScalarValue, parseEvents, type Event } from 'js-yaml';
import type { Place } from '../yaml/data';
import type { Problems } from '../yaml/problems';
import type { SourceText } from '../yaml/source-text';
import { MAX_DEPTH } from '../yaml/yaml-composer';
import { policyMessage } from './policy-message';
import type { Written, WrittenEntry } from './written';

const PLAINLY = 'write every value out, on one line';

/**
 * Reads valid YAML without making anything of it, and notes every form that is not plain: tags, anchors, aliases,
 * merge keys, directives, escapes and values of several lines. These are where readers of YAML differ, and so
 * where a text could say one thing to this check and another to netlab.
 */
export function readWritten(source: SourceText, problems: Problems): Written | undefined {
  return new WrittenReader(source, parseEvents(source.text, { maxDepth: MAX_DEPTH }), problems).read();
}

class WrittenReader {
  #next = 0;

  constructor(
    private readonly source: SourceText,
    private readonly events: readonly Event[],
    private readonly problems: Problems,
  ) {}

  read(): Written | undefined {
    const document = this.events[this.#next];
    if (document?.type !== EVENT_ID.DOCUMENT) return undefined;
    if (document.directives.length > 0)
      this.#note(this.source.at(0), 'a line with "%" changes how the file is read', 'leave it out');
    this.#next += 1;
    return this.#atEnd() ? undefined : this.#value();
  }

  #value(): Written {
    const event = this.#take();
    const place = this.source.at(Math.max(0, startOf(event)));
    if (event.type === EVENT_ID.ALIAS) {
      this.#note(place, 'an alias repeats what is written elsewhere', PLAINLY);
      return { kind: 'scalar', place, text: '', plain: true };
    }
    if (event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP)
      throw new TypeError(`unexpected event ${event.type}`);
    if (event.tagStart >= 0) this.#note(place, 'a tag changes what a value is', PLAINLY);
    if (event.anchorStart >= 0) this.#note(place, 'an anchor is there to be repeated', PLAINLY);
    if (event.type === EVENT_ID.SCALAR) return this.#scalar(event, place);
    return event.type === EVENT_ID.SEQUENCE ? this.#list(place) : this.#map(place);
  }

  #scalar(event: Extract<Event, { type: typeof EVENT_ID.SCALAR }>, place: Place): Written {
    const raw = this.source.text.slice(Math.max(0, event.valueStart), Math.max(0, event.valueEnd));
    const plain = event.style === SCALAR_STYLE.PLAIN;
    const block = event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK;
    if (block || raw.includes('\n')) this.#note(place, 'a value goes over several lines', PLAINLY);
    else if (raw.includes('\\')) this.#note(place, 'a backslash hides what the value is', PLAINLY);
    return { kind: 'scalar', place, text: getScalarValue(this.source.text, event), plain };
  }

  #list(place: Place): Written {
    const items: Written[] = [];
    while (!this.#atEnd()) items.push(this.#value());
    this.#next += 1;
    return { kind: 'list', place, items };
  }

  #map(place: Place): Written {
    const entries: WrittenEntry[] = [];
    while (!this.#atEnd()) {
      const key = this.#value();
      const value = this.#value();
      if (key.kind !== 'scalar') this.#note(key.place, 'a key must be a name', PLAINLY);
      else if (key.text === '<<') this.#note(key.place, '"<<" repeats what is written elsewhere', PLAINLY);
      else entries.push(entryOf(key.text.split('.'), key.place, value));
    }
    this.#next += 1;
    return { kind: 'map', place, entries };
  }

  #note(place: Place, why: string, remedy: string): void {
    this.problems.add(place, '', policyMessage(why, remedy));
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
}

/** `a.b.c: 1` as the entry `a` with a mapping in a mapping, each part with the place of its own. */
function entryOf(parts: readonly string[], place: Place, value: Written): WrittenEntry {
  const [key = '', ...rest] = parts;
  // A value that is not there has no place of its own.
  const placed = value.place.line === 1 && value.place.column === 1 ? { ...value, place } : value;
  if (rest.length === 0) return { key, place, value: placed };
  const inner = { ...place, column: place.column + key.length + 1 };
  return { key, place, value: { kind: 'map', place: inner, entries: [entryOf(rest, inner, placed)] } };
}

function startOf(event: Event): number {
  if (event.type === EVENT_ID.SCALAR)
    return event.style === SCALAR_STYLE.PLAIN ? event.valueStart : event.valueStart - 1;
  if (event.type === EVENT_ID.ALIAS) return event.anchorStart - 1;
  return event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING ? event.start : 0;
}
