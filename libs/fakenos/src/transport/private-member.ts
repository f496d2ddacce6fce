/** What ssh2 keeps to itself under a name; undefined where it keeps no such thing. */
export function privateMember(object: unknown, name: string): unknown {
  return typeof object === 'object' && object !== null ? Reflect.get(object, name) : undefined;
}
