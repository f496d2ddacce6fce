import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { types } from 'node:util';
import { isObject } from '../check-option';
import { RemoteLabError } from '../errors';
import { propertyOf } from '../http-answer';
import { invalidOption } from '../invalid-option';
import { messageOf } from '../message-of';
import { topologyText } from './topology-text';

/** A topology as it was given, told apart: a file of this machine, something to download, or content at hand. */
export type TopologyInput =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'url'; readonly url: URL }
  | { readonly kind: 'content'; readonly name: string; readonly content: string | Uint8Array };

const EXPECTED =
  'the path of a file, an http(s) or file: URL, YAML text with a line break in it, { name, content } with text or ' +
  'bytes as content, or the topology as an object such as { nodes: … }';
/** What makes an object a topology, and not the options of something. */
const NODE_SOURCES = new Set(['nodes', 'groups', 'fabric', 'components', 'plugin', '_include']);
/** The name of what has none. It is shown, and is no part of the identity. */
const DEFAULT_NAME = 'topology.yml';

/**
 * Tells what was given; reads nothing.
 * @throws RemoteLabError `invalid_option`, or `topology_extension` for a name that does not end in .yml or .yaml
 */
export function topologyInput(topology: unknown): TopologyInput {
  if (isUrl(topology)) return urlInput(new URL(topology.href));
  if (typeof topology === 'string') return textInput(topology);
  if (!isObject(topology)) throw invalidOption('topology', EXPECTED, topology);
  if ('content' in topology) return namedContent(topology);
  if (!Object.keys(topology).some((key) => NODE_SOURCES.has(key.split('.')[0] ?? '')))
    throw invalidOption('topology', EXPECTED, topology);
  return { kind: 'content', name: nameOf(topology), content: topologyText(topology) };
}

/** @throws RemoteLabError `topology_extension` */
export function checkTopologyName(name: string): void {
  if (hasTopologyExtension(name)) return;
  const looksLikeText = /:\s|[{[]/.test(name);
  throw new RemoteLabError(
    'topology_extension',
    `A topology file must end in .yml or .yaml, not "${name}".` +
      (looksLikeText
        ? ' If this is a topology itself, end it with a line break, or give { name, content }.'
        : ''),
  );
}

/** Whether a file of this name is a topology. */
export function hasTopologyExtension(name: string): boolean {
  return /\.ya?ml$/i.test(name);
}

function textInput(text: string): TopologyInput {
  if (text.trim() === '') throw invalidOption('topology', EXPECTED, text);
  if (/[\r\n]/.test(text)) return { kind: 'content', name: DEFAULT_NAME, content: text };
  if (/^[a-z][a-z0-9+.-]+:\/\/|^file:/i.test(text)) {
    if (!URL.canParse(text)) throw invalidOption('topology', 'a whole URL', text);
    return urlInput(new URL(text));
  }
  checkTopologyName(path.basename(text));
  return { kind: 'file', path: text };
}

function urlInput(url: URL): TopologyInput {
  if (url.protocol === 'http:' || url.protocol === 'https:') return { kind: 'url', url };
  if (url.protocol !== 'file:') throw invalidOption('topology', 'an http:, https: or file: URL', url.href);
  try {
    const file = fileURLToPath(url);
    checkTopologyName(path.basename(file));
    return { kind: 'file', path: file };
  } catch (error) {
    if (error instanceof RemoteLabError) throw error;
    throw new RemoteLabError('invalid_option', `topology ${url.href} names no file: ${messageOf(error)}`, {
      cause: error,
    });
  }
}

function namedContent(given: object): TopologyInput {
  const name = propertyOf(given, 'name');
  const content = propertyOf(given, 'content');
  if (typeof name !== 'string' || !(typeof content === 'string' || types.isUint8Array(content)))
    throw invalidOption('topology', EXPECTED, given);
  checkTopologyName(name);
  return { kind: 'content', name, content };
}

/** Also one of another realm, such as a test runner's. */
function isUrl(value: unknown): value is URL {
  return value instanceof URL || Object.prototype.toString.call(value) === '[object URL]';
}

function nameOf(topology: object): string {
  const name = propertyOf(topology, 'name');
  return typeof name === 'string' && /^\w[\w.-]{0,60}$/.test(name) ? `${name}.yml` : DEFAULT_NAME;
}
