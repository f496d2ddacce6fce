import { describe, expect, test } from '@jest/globals';
import { labFolders } from '../lab-folder/lab-places';
import { describeForeignLab, foreignLabs } from './foreign-labs';
import { containerIn } from './test-fixtures/remains';

const folders = labFolders('/state');
const entry = (instance: string, dir: string) => ({ instance, dir, name: undefined, status: 'started' });

describe('the labs of others', () => {
  test('are those in the notes that are in no folder of ours, each with its containers', () => {
    const entries = [entry('default', '/state/labs/7'), entry('two', '/home/x/lab')];
    const containers = [containerIn('/state/labs/7'), containerIn('/home/x/lab', { name: 'theirs' })];
    expect(foreignLabs(folders, entries, containers)).toEqual([
      { dir: '/home/x/lab', instance: 'two', containers: ['theirs'] },
    ]);
  });

  test('are those too that only the engine knows, once each', () => {
    const containers = [containerIn('/home/y', { name: 'a' }), containerIn('/home/y', { name: 'b' })];
    expect(foreignLabs(folders, [], containers)).toEqual([{ dir: '/home/y', containers: ['a', 'b'] }]);
  });

  test('are not those that were started without netlab', () => {
    const own = containerIn('', { topologyFile: '/home/z/my.clab.yml' });
    expect(foreignLabs(folders, [], [own, containerIn('', { topologyFile: '' })])).toEqual([]);
  });

  test.each([
    [
      { dir: '/home/x', instance: 'default', containers: ['a', 'b'] },
      'is in /home/x (instance default, with containers a, b)',
    ],
    [{ dir: '/home/x', containers: [] }, 'is in /home/x (another user)'],
    [{ dir: '', instance: 'default', containers: [] }, 'is in an unknown folder (instance default)'],
  ])('%j is told with where it is, and what to do', (lab, words) => {
    expect(describeForeignLab(lab)).toContain(words);
    expect(describeForeignLab(lab)).toContain('netlab down --cleanup');
  });
});
