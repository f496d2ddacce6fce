import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Platform files in FakeNOS's schema, by name: those beside this file, and one with very long outputs. */
export async function platformFiles(): Promise<ReadonlyMap<string, string>> {
  const names = ['branch-router.yaml', 'odd-texts.yaml', 'brace-router.yaml', 'bare-switch.yaml'];
  const read = async (name: string) => [name, await readFile(join(__dirname, name), 'utf8')] as const;
  return new Map([...(await Promise.all(names.map(read))), ['long-texts.yaml', longTexts()]]);
}

/** A text of 200 kB in many lines, and one of 70 kB in a single line. */
function longTexts(): string {
  const routes = Array.from(
    { length: 4_000 },
    (_, n) => `    B    10.${n >> 8}.${n & 255}.0/24 [200/0] via 10.255.0.${n % 250}, Gi0/0`,
  );
  return [
    'name: long_texts',
    'initial_prompt: "{base_prompt}#"',
    'commands:',
    '  show route: {help: "many lines", output: *routes}'.replace(
      '*routes',
      JSON.stringify(routes.join('\n')),
    ),
    `  show key: {help: "one line", output: "${'0123456789abcdef'.repeat(4_400)}"}`,
    '  show clock: {help: "short", output: "12:00:00"}',
  ].join('\n');
}
