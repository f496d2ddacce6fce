import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { runCommand } from '../workspace/run-command.mjs';
import { workspaceRoot } from '../workspace/workspace-root.mjs';
import { advisoriesOf, judge } from './advisories.mjs';
import { comparePins, overdue } from './compare-pins.mjs';
import { pinsOf } from './pins.mjs';

const fixture = (name) => `${workspaceRoot}/tools/audit/test-fixtures/${name}.json`;
const report = async (name) => advisoriesOf(await readFile(fixture(name), 'utf8'));

describe('pinsOf', () => {
  test('an exact version, a tilde and an override are pins; a caret is none', () => {
    const manifest = {
      dependencies: { exact: '1.2.3', caret: '^1.2.3', atLeast: '>=1' },
      devDependencies: { tilde: '~6.0.3' },
      overrides: { lower: '1.0.0', outer: { '.': '2.0.0', inner: '3.0.0' } },
    };
    expect(pinsOf(manifest)).toEqual([
      { name: 'exact', range: '1.2.3', where: 'dependency' },
      { name: 'tilde', range: '~6.0.3', where: 'dependency' },
      { name: 'lower', range: '1.0.0', where: 'override' },
      { name: 'outer', range: '2.0.0', where: 'override' },
      { name: 'outer>inner', range: '3.0.0', where: 'override' },
    ]);
  });
});

describe('comparePins', () => {
  const pin = { name: 'nx', range: '23.2.1', where: 'dependency' };
  const entry = { ...pin, reason: 'One version for the family.' };

  test('a pin with its reason is fine', () => {
    expect(comparePins([pin], [entry])).toEqual([]);
  });

  test.each([
    ['a pin without an entry', [pin], [], 'has no entry'],
    ['an entry for another version', [pin], [{ ...entry, range: '23.0.0' }], 'says 23.0.0'],
    ['an entry without a pin', [], [entry], 'no longer there'],
    [
      'an entry for an override where a dependency is pinned',
      [pin],
      [entry, { ...entry, where: 'override' }],
      'no longer',
    ],
    ['an empty reason', [pin], [{ ...entry, reason: ' ' }], 'gives no reason'],
    [
      'an id that cannot be looked up',
      [pin],
      [{ ...entry, advisories: ['CVE-2026-12345', 'CVE-26'] }],
      'CVE-26 of nx',
    ],
  ])('%s is a problem', (_, pins, entries, words) => {
    expect(comparePins(pins, entries)).toEqual([expect.stringContaining(words)]);
  });

  test('a review is overdue the day after its date', () => {
    const entries = [{ ...entry, reviewBy: '2026-05-31' }];
    expect(overdue(entries, '2026-05-31')).toEqual([]);
    expect(overdue(entries, '2026-06-01')).toEqual(['nx was to be reviewed by 2026-05-31']);
  });
});

describe('judge', () => {
  const accepted = {
    id: 'GHSA-aaaa-bbbb-cccc',
    name: 'example-parser',
    reason: 'Not reachable.',
    reviewBy: '2026-05-31',
  };

  test('a high vulnerability fails, once, and a moderate one is told', async () => {
    const { failing, told } = judge(await report('report-high'), [], '2026-05-01');
    expect(failing).toEqual([expect.objectContaining({ id: 'GHSA-aaaa-bbbb-cccc', name: 'example-parser' })]);
    expect(told).toEqual([expect.objectContaining({ name: 'example-globber', severity: 'moderate' })]);
  });

  test('an accepted one is told until its date has passed', async () => {
    const advisories = await report('report-high');
    expect(judge(advisories, [accepted], '2026-05-31').failing).toEqual([]);
    expect(judge(advisories, [accepted], '2026-06-01').failing).toHaveLength(1);
  });

  test.each([{ reason: '' }, { reviewBy: undefined }, { name: 'example-server' }])(
    'an acceptance with %j does not count',
    async (change) => {
      const { failing } = judge(await report('report-high'), [{ ...accepted, ...change }], '2026-05-01');
      expect(failing).toHaveLength(1);
    },
  );

  test('a refusal of the registry is no report', async () => {
    expect(await report('report-refused')).toBeUndefined();
    expect(advisoriesOf('')).toBeUndefined();
    expect(await report('report-clean')).toEqual([]);
  });
});

describe('npm run audit', () => {
  test.each([
    ['report-clean', 0, '0 known high or critical'],
    ['report-moderate', 0, 'note: moderate GHSA-bbbb-cccc-dddd'],
    ['report-high', 1, 'FAILED: high GHSA-aaaa-bbbb-cccc'],
    ['report-refused', 3, 'No audit report: 405 Method Not Allowed'],
  ])('%s ends with exit code %i', async (name, code, words) => {
    const args = [`${workspaceRoot}/tools/audit/audit.mjs`, '--report', fixture(name)];
    const result = await runCommand(process.execPath, args, { capture: true });
    expect(result.output).toContain(words);
    expect(result.code).toBe(code);
  });
});
