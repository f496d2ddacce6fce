import type { TopologyBundle, TopologyModel, TopologyReader } from '@remote-lab/topology';

/** Models that are kept; files of one test run come in turn. */
const KEPT = 8;

/**
 * Reads bundles with a reader, and those read lately not again: a lab is checked before it is started, and each time
 * somebody asks for it. Refusals are not kept. Rejects as the reader does.
 */
export function recentModels(
  reader: TopologyReader,
  defaultName: string,
): (bundle: TopologyBundle, signal: AbortSignal) => Promise<TopologyModel> {
  const recent = new Map<string, TopologyModel>();
  return async (bundle, signal) => {
    signal.throwIfAborted();
    const model = recent.get(bundle.identity) ?? (await reader.read(bundle, { defaultName, signal }));
    recent.delete(bundle.identity);
    recent.set(bundle.identity, model);
    for (const oldest of recent.keys()) if (recent.size > KEPT) recent.delete(oldest);
    return model;
  };
}
