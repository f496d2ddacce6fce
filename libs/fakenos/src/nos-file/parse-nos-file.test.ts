import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { FakeNosError } from '../errors';
import { parseNosFile } from './parse-nos-file';

const fixture = (name: string) => readFile(join(__dirname, 'test-fixtures', name), 'utf8');

describe('a platform file in the YAML schema of FakeNOS', () => {
  test('is read with its name, its prompts and its commands', async () => {
    const document = parseNosFile(await fixture('bare-switch.yaml'), 'bare-switch.yaml');
    expect(document).toEqual({
      name: 'bare_switch',
      initial_prompt: '{base_prompt}#',
      commands: {
        'show vlan': {
          output: 'VLAN  Name\n1     default\n20    lab',
          help: 'show vlan',
          prompt: '{base_prompt}#',
        },
      },
    });
  });

  test('is the same when it comes as an object, and after a trip through JSON', async () => {
    const document = parseNosFile(await fixture('branch-router.yaml'), 'branch-router.yaml');
    expect(document.enable_prompt).toBe('{base_prompt}#');
    expect(document.config_prompt).toBe('{base_prompt}(config)#');
    expect(parseNosFile(JSON.parse(JSON.stringify(document)), 'nos_plugins.branch')).toEqual(document);
  });

  test('may leave out what FakeNOS assumes, and say what FakeNOS ignores', () => {
    const text = 'title: mine\nconfig_prompt: null\ncommands: {show x: {output: "1", colour: red}}';
    expect(parseNosFile(text, 'x.yml')).toEqual({
      name: 'FakeNOS',
      initial_prompt: 'FakeNOS>',
      commands: { 'show x': { output: '1' } },
    });
  });

  test('is YAML 1.1, of double keys the last one counts, merges are merged, any name is a name', () => {
    const text = [
      'commands:',
      '  a: &a {output: yes, help: h}',
      '  b: {<<: *a, help: i}',
      '  a: {output: "2"}',
      '  __proto__: {output: p}',
    ].join('\n');
    const { commands } = parseNosFile(text, 'x.yml');
    expect(Object.entries(commands)).toEqual([
      ['a', { output: '2' }],
      ['b', { output: true, help: 'i' }],
      ['__proto__', { output: 'p' }],
    ]);
  });
});

describe('what is not a platform file is refused with each place that is wrong', () => {
  const refusal = (source: unknown, where = 'lab/router.yaml'): FakeNosError => {
    try {
      parseNosFile(source, where);
    } catch (error) {
      return error as FakeNosError;
    }
    throw new Error('It was accepted.');
  };

  test.each([
    ['commands: {show x: {output: 5}}', 'commands["show x"].output', 'must be text, null'],
    ['commands: {show x: {output: [a]}}', 'commands["show x"].output', 'must be text, null'],
    ['commands: {show: {prompt: 3}}', 'commands.show.prompt', 'must be a prompt or a list of prompts'],
    ['commands: {show: {prompt: [a, 3]}}', 'commands.show.prompt.1', 'must be a prompt or a list'],
    ['commands: {show: {help: {a: b}}}', 'commands.show.help', 'must be text'],
    ['commands: {show: text}', 'commands.show', 'must be a map with output'],
    ['commands: {show: }', 'commands.show', 'must be a map with output'],
    ['commands: [show]', 'commands', 'must map command lines'],
    ['commands: {no: {output: x}}', 'commands.false', 'is a key that YAML does not read as text: quote it'],
    ['name: 7\ncommands: {}', 'name', 'must be text'],
    ['name: ""\ncommands: {}', 'name', 'must not be empty'],
    ['hosts: {r1: {}}', '', 'has no commands'],
    ['just a text', '', 'must be a map'],
    ['', '', 'is not valid YAML'],
    ['~', '', 'must be a map'],
    ['commands: {', '', 'is not valid YAML'],
    ['commands: !!python/object:os.system {}', '', 'is not valid YAML'],
  ])('%j: %s %s', (text, path, message) => {
    const error = refusal(text);
    expect(error).toMatchObject({ name: 'FakeNosError', code: 'invalid_platform_file' });
    expect(error.message).toContain('lab/router.yaml');
    expect(error.problems.map((problem) => `${problem.path} ${problem.message}`)).toContainEqual(
      expect.stringContaining(`${path} ${message}`),
    );
  });

  test('the message shows the first of many problems and counts the rest', () => {
    const commands = Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`c${n}`, { output: n }]));
    const { message, problems } = refusal({ commands });
    expect(problems).toHaveLength(9);
    expect(message).toContain('commands.c0.output must be text');
    expect(message).toContain('and 4 more');
  });

  test.each(['nos/cisco.py', 'show_version.j2', 'https://example.org/nos/cisco.yaml.J2'])(
    'a program, %s, is refused with what to write instead',
    (where) => {
      const error = refusal('commands: {}', where);
      expect(error.code).toBe('unsupported_platform_file');
      expect(error.message).toContain('TypeScript platform module');
    },
  );

  test('anchors that would unfold to millions of values are not unfolded', () => {
    const levels = Array.from({ length: 24 }, (_, n) => `l${n + 1}: &l${n + 1} {a: *l${n}, b: *l${n}}`);
    const text = ['l0: &l0 {a: 1}', ...levels, 'commands: {}'].join('\n');
    expect(parseNosFile(text, 'x.yml').commands).toEqual({});
  });
});
