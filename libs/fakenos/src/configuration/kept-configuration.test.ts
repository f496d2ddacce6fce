import { describe, expect, test } from '@jest/globals';
import type { ConfigTree } from './config-tree';
import { leaf } from './config-tree';
import { KeptConfiguration } from './kept-configuration';

const initial: ConfigTree = [leaf('hostname r1')];
const by = { username: 'admin' };

function kept() {
  const told: (ConfigTree | 'reload' | boolean)[] = [];
  let now = 0;
  const configuration = new KeptConfiguration({
    initial: () => initial,
    now: () => new Date(0),
    uptimeMs: () => now,
    onChange: (running) => told.push(running),
    onReload: () => told.push('reload'),
    onWaiting: (waits) => told.push(waits),
  });
  return { configuration, told, pass: (milliseconds: number) => (now += milliseconds) };
}

const name = (host: string) => () => [leaf(`hostname ${host}`)];
const shown = (tree: ConfigTree) => tree.map(({ text }) => text);

describe('KeptConfiguration', () => {
  test('an edit acts at once and leaves no history; one that changes nothing is nobody told of', () => {
    const { configuration, told } = kept();
    configuration.edit(name('r2'));
    configuration.edit((tree) => tree);
    expect(shown(configuration.running)).toEqual(['hostname r2']);
    expect(configuration.history).toEqual([]);
    expect(told).toHaveLength(1);
  });

  test('a reload starts with what was saved', () => {
    const { configuration, told } = kept();
    configuration.edit(name('r2'));
    configuration.save();
    configuration.edit(name('r3'));
    configuration.reload();
    expect(shown(configuration.running)).toEqual(['hostname r2']);
    expect(told.at(-1)).toBe('reload');
  });

  test('of commits the last fifty are remembered, the latest first', () => {
    const { configuration } = kept();
    for (let count = 2; count <= 60; count++) configuration.commit(name(`r${count}`), by);
    expect(configuration.history).toHaveLength(50);
    expect(shown(configuration.history[0]?.tree ?? [])).toEqual(['hostname r59']);
  });
});

describe('a commit that wants to be confirmed', () => {
  test('is taken back when its time is over, in running and startup configuration', () => {
    const { configuration, pass } = kept();
    configuration.commit(name('r2'), { ...by, confirmWithinMs: 600_000 });
    configuration.save();
    pass(599_999);
    expect(shown(configuration.running)).toEqual(['hostname r2']);
    pass(1);
    expect(configuration.running).toBe(initial);
    expect(configuration.startup).toBe(initial);
    expect(configuration.history[0]).toMatchObject({ username: 'root', comment: 'not confirmed in time' });
  });

  test.each([
    ['confirmed', (one: KeptConfiguration) => one.confirm()],
    ['followed by another commit', (one: KeptConfiguration) => one.commit((tree) => [...tree], by)],
  ])('stays when it is %s', (_how, act) => {
    const { configuration, pass } = kept();
    configuration.commit(name('r2'), { ...by, confirmWithinMs: 1_000 });
    act(configuration);
    pass(2_000);
    expect(shown(configuration.running)).toEqual(['hostname r2']);
    expect(configuration.confirm()).toBe(false);
  });

  test('twice in a row goes back to what was before both', () => {
    const { configuration, pass } = kept();
    configuration.commit(name('r2'), { ...by, confirmWithinMs: 1_000 });
    pass(900);
    configuration.commit(name('r3'), { ...by, confirmWithinMs: 1_000 });
    pass(900);
    expect(shown(configuration.running)).toEqual(['hostname r3']);
    pass(100);
    expect(configuration.running).toBe(initial);
  });

  test('says when it begins and ends to wait', () => {
    const { configuration, told, pass } = kept();
    configuration.commit((tree) => tree, { ...by, confirmWithinMs: 1_000 });
    pass(1_000);
    configuration.settle();
    expect(told.filter((one) => typeof one === 'boolean')).toEqual([true, false]);
  });
});
