import type { LabPlaces } from '../lab-folder/lab-places';

/**
 * Arguments that give a lab its name whatever its topology says: with the generation in it, no lab can be taken for
 * another one, a foreign one least of all.
 */
export function nameSetting({ lab }: Pick<LabPlaces, 'lab'>): readonly string[] {
  return ['-s', `name=${lab}`];
}
