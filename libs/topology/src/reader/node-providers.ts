import { textOf } from '../yaml/data';
import { readNames, reportValue, type Draft, type NodeDraft } from './draft';
import { suggestion } from './identifiers';
import { PROVIDERS } from './known-keys';

/** Which provider runs each node, and which the lab as a whole. */
export interface LabProviders {
  readonly primary: string;
  of(node: NodeDraft): string;
}

/** netlab's rule: the topology's provider, or libvirt; a lab that mixes libvirt and clab is a libvirt lab. */
export function labProviders(draft: Draft): LabProviders {
  const written = readProvider(draft);
  const own = new Map<NodeDraft, string>();
  for (const node of draft.nodes.values()) {
    const [provider] = readNames(draft, node.data, 'provider', `nodes.${node.name}.provider`);
    if (provider === undefined) continue;
    if (!PROVIDERS.includes(provider)) {
      const message = `unknown provider '${provider}'${suggestion(provider, PROVIDERS)}`;
      reportValue(draft, node.data, 'provider', `nodes.${node.name}.provider`, message, PROVIDERS);
    } else own.set(node, provider);
  }
  const used = new Set([...draft.nodes.values()].map((node) => own.get(node) ?? written));
  const only = used.size === 1 ? [...used][0] : undefined;
  const mixed = ['libvirt', 'clab'].find((provider) => used.has(provider));
  return { primary: only ?? mixed ?? written, of: (node) => own.get(node) ?? written };
}

function readProvider(draft: Draft): string {
  for (const [container, path] of [
    [draft.root, 'provider'],
    [draft.defaults, 'defaults.provider'],
  ] as const) {
    const value = container['provider'] ?? null;
    if (value === null) continue;
    if (typeof value === 'string' && PROVIDERS.includes(value)) return value;
    const message = `unknown provider ${JSON.stringify(value)}${suggestion(textOf(value), PROVIDERS)}`;
    reportValue(draft, container, 'provider', path, message, PROVIDERS);
  }
  return 'libvirt';
}
