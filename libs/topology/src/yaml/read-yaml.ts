import { YAMLException, parseEvents, type Event } from 'js-yaml';
import { MAX_DEPTH, YamlComposer } from './yaml-composer';
import { emptyMap, isMap, type DataMap } from './data';
import { decodeText } from './decode-text';
import type { Places } from './places';
import type { Problems } from './problems';
import type { SourceText } from './source-text';
import { Unreadable } from './unreadable';

/**
 * Reads one YAML 1.1 file as netlab does (PyYAML): duplicate keys are refused, dotted keys become nested
 * mappings, aliases become copies.
 *
 * @returns the file's mapping (empty for an empty file), or undefined after noting why it cannot be read
 */
export function readYaml(
  file: string,
  content: Uint8Array,
  places: Places,
  problems: Problems,
): DataMap | undefined {
  const source = decodeText(file, content);
  if ('message' in source) {
    problems.add(source.place, '', source.message);
    return undefined;
  }
  try {
    const data = new YamlComposer(source, parse(source, problems), places, problems).compose();
    if (data === null) return emptyMap();
    if (isMap(data)) return data;
    problems.add(source.at(0), '', 'the file must be a mapping such as "nodes: [ r1, r2 ]"');
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
  }
  return undefined;
}

function parse(source: SourceText, problems: Problems): Event[] {
  try {
    return parseEvents(source.text, { maxDepth: MAX_DEPTH });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const place = source.at(error.mark?.position ?? 0);
    problems.add(place, '', `this is not valid YAML: ${error.reason}`);
    throw new Unreadable();
  }
}
