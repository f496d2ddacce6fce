import { expect, test } from '@jest/globals';
import { generationOf, labFolders, labPlaces } from './lab-places';

const folders = labFolders('/state/netlab');

test('all places of a lab follow from its generation', () => {
  expect(labPlaces(folders, 12)).toEqual({
    generation: 12,
    lab: 'lab12',
    folder: '/state/netlab/labs/12',
    copy: '/state/netlab/copies/12',
    plan: '/state/netlab/copies/12.clab.yml',
    postMortem: '/state/netlab/failed/12',
  });
});

test('the longest name is as long as netlab takes', () => {
  expect(labPlaces(folders, 9_999_999_999_999).lab).toMatch(/^[a-z][a-z0-9]{0,15}$/);
});

test.each([
  ['/state/netlab/labs/12', 12],
  ['/state/netlab/labs/12/sub', 12],
  ['/state/netlab/labs', undefined],
  ['/state/netlab/labs/', undefined],
  ['/state/netlab/labs/12x', undefined],
  ['/state/netlab/labs/../12', undefined],
  ['/state/netlab/labsx/12', undefined],
  ['/state/netlab/scratch/12', undefined],
  ['/other/labs/12', undefined],
  ['', undefined],
])('%s is of generation %s', (folder, generation) => {
  expect(generationOf(folders, folder)).toBe(generation);
});
