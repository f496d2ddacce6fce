import type { Command, CommandEffect } from '../../engine/platform';

const modes = ['shell'] as const;
/** Part of the shell, not programs. */
const BUILTINS = ['cd', 'command', 'exit', 'export', 'logout', 'type'];
const DIRECTORIES: Readonly<Record<string, string>> = { ip: '/sbin', lldpcli: '/usr/sbin', sh: '/bin' };

/** `which`, `command -v` and `type`: where a command is. They know these commands and themselves. */
export function findCommands(commands: readonly Command[]): readonly Command[] {
  const own: readonly Command[] = [
    { syntax: 'which <names...>', modes, run: ({ words }) => find(words.slice(1), pathOf) },
    { syntax: 'command -v <names...>', modes, run: ({ words }) => find(words.slice(2), nameOrPath) },
    {
      syntax: 'type <name>',
      modes,
      run: ({ args }) => {
        const name = args.name ?? '';
        if (nameOrPath(name) === name) return `${name} is a shell builtin`;
        const path = pathOf(name);
        return path === undefined
          ? { error: `-bash: type: ${name}: not found`, status: 1 }
          : `${name} is ${path}`;
      },
    },
  ];
  const names = new Set([...commands, ...own].map(({ syntax }) => syntax.split(' ')[0] ?? ''));
  return own;

  function pathOf(name: string): string | undefined {
    if (!names.has(name) || BUILTINS.includes(name)) return undefined;
    return `${Object.hasOwn(DIRECTORIES, name) ? DIRECTORIES[name] : '/usr/bin'}/${name}`;
  }

  function nameOrPath(name: string): string | undefined {
    return names.has(name) && BUILTINS.includes(name) ? name : pathOf(name);
  }
}

function find(names: readonly string[], lookUp: (name: string) => string | undefined): CommandEffect {
  const found = names.map(lookUp).filter((path) => path !== undefined);
  return { output: found.join('\n'), status: found.length === names.length ? 0 : 1 };
}
