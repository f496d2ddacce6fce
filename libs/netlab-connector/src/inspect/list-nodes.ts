import { NetlabError } from '../errors';
import type { RunNetlab } from '../run-netlab';
import { isMapping, type Mapping } from './mapping';

/** What the functions of `inspect` need. */
export interface InspectCall {
  readonly runNetlab: RunNetlab;
  /** The lab's folder. The instance is not named: it is not always `default`, and the folder finds it. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

/** The names of a lab's nodes, in netlab's order. Throws NetlabError `netlab_failed`. */
export async function listNodes(call: InspectCall): Promise<readonly string[]> {
  return Object.keys(await inspectNodes(call));
}

/** Every node as `netlab inspect nodes` has it: with name and device, without the variables for Ansible. */
export async function inspectNodes(call: InspectCall): Promise<Readonly<Record<string, Mapping>>> {
  const nodes = await inspectJson(call, ['nodes']);
  return Object.fromEntries(
    Object.entries(nodes).flatMap(([name, node]) => (isMapping(node) ? [[name, node] as const] : [])),
  );
}

/** The mapping that an expression gives. Throws NetlabError `netlab_failed` when it gives anything else. */
export async function inspectJson(call: InspectCall, what: readonly string[]): Promise<Mapping> {
  const { data, args, tail } = await inspect(call, what);
  if (data !== undefined) return data;
  const words = `netlab ${args.join(' ')} did not answer with a JSON mapping; is its version supported?`;
  throw new NetlabError('netlab_failed', words, { output: tail });
}

/** The mapping of what was asked for, undefined when netlab answers with anything else. */
export async function inspectMapping(
  call: InspectCall,
  what: readonly string[],
): Promise<Mapping | undefined> {
  return (await inspect(call, what)).data;
}

/**
 * JSON, since YAML is cut at the terminal's width; `-q`, since netlab else speaks on stdout before the data.
 */
async function inspect({ runNetlab, folder, signal }: InspectCall, what: readonly string[]) {
  const args = ['inspect', '-q', '--format', 'json', ...what];
  const { stdout, tail } = await runNetlab(args, { cwd: folder, signal });
  return { data: mappingIn(stdout), args, tail };
}

function mappingIn(text: string): Mapping | undefined {
  try {
    const data: unknown = JSON.parse(text);
    return isMapping(data) ? data : undefined;
  } catch {
    return undefined;
  }
}
