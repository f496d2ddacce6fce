/**
 * Reads options as argparse and Docker do: `--long`, `--long=value`, `-s value`, and `-aq` for two flags.
 * `known` maps every spelling to [name, kind]; kinds: flag, count, value, list, optional (a value or none).
 * Calls `refuse(text)` for anything else.
 */
function readArguments(args, known, refuse) {
  const options = { rest: [] };
  const queue = [...args];
  while (queue.length > 0) {
    const word = queue.shift();
    if (word === '-' || !word.startsWith('-')) {
      options.rest.push(word);
      continue;
    }
    const equals = word.startsWith('--') ? word.indexOf('=') : -1;
    const spelling = equals < 0 ? word : word.slice(0, equals);
    const found = known[spelling];
    if (found === undefined) {
      const letters = [...word.slice(1)].map((letter) => `-${letter}`);
      if (word.startsWith('--') || letters.length < 2 || !letters.every((letter) => known[letter])) {
        refuse(word);
        continue;
      }
      queue.unshift(...letters);
      continue;
    }
    const [name, kind] = found;
    const given = equals < 0 ? undefined : word.slice(equals + 1);
    if (kind === 'flag') options[name] = true;
    else if (kind === 'count') options[name] = (options[name] ?? 0) + 1;
    else if (kind === 'optional') options[name] = given ?? true;
    else {
      const value = given ?? queue.shift();
      if (value === undefined) refuse(word);
      else if (kind === 'list') options[name] = [...(options[name] ?? []), value];
      else options[name] = value;
    }
  }
  return options;
}

module.exports = { readArguments };
