/**
 * Names that mean something to netlab when it finds them in a lab's folder: it unpickles snapshots without a check,
 * refuses to start beside a lock, overwrites its own output and deletes whole folders of these names at `down --cleanup`.
 * None of them is an input of a topology. See the CLI's behaviour in docs/operate/netlab.md.
 */
const NAMES = [
  /^netlab\.(lock|snapshot\.\w+|log)$/i,
  /^netlab-devices\.yml$/i,
  /^(clab|hosts)\.yml$/i,
  /^(ansible\.cfg|vagrantfile)$/i,
  /^(group_vars|host_vars|node_files|clab_files|\.vagrant)$/i,
  // containerlab's folder: the name of a lab has no dot, that of a template for some device has.
  /^clab-[^.]*$/i,
];

/**
 * Whether netlab would take the uploaded file for one of its own; `path` is relative, with `/` between its parts. A folder
 * where netlab wants a file harms as much as a file where it wants a folder, so what counts is the first name alone.
 */
export function isWorkFile(path: string): boolean {
  const [first = ''] = path.split('/');
  return /\.pickle(\/|$)/i.test(path) || NAMES.some((pattern) => pattern.test(first));
}
