/**
 * Names that mean something to netlab when it finds them in a lab's folder: it unpickles snapshots without a check,
 * refuses to start beside a lock, overwrites its own output and deletes whole folders of these names at `down --cleanup`.
 * None of them is an input of a topology. See the CLI's behaviour in docs/operate/netlab.md.
 */
const FILES = [
  /^netlab\.(lock|snapshot\.\w+)$/,
  /\.pickle$/,
  /^netlab-devices\.yml$/,
  /^(clab|hosts)\.yml$/,
  /^(ansible\.cfg|Vagrantfile|netlab\.log)$/,
];

const FOLDERS = /^(group_vars|host_vars|node_files|clab-.*|\.vagrant)$/;

/** Whether netlab would take the uploaded file for one of its own; `path` is relative, with `/` between its parts. */
export function isWorkFile(path: string): boolean {
  const [first = '', ...others] = path.split('/');
  if (others.length > 0) return FOLDERS.test(first) || /\.pickle$/.test(path);
  return FILES.some((pattern) => pattern.test(first));
}
