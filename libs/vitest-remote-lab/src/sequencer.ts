import { groupByLab as group, labPlan } from '@remote-lab/test-run';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Puts test files with the same lab next to each other, for a sequencer of one's own: `sort` returns what this resolves
 * with. Files of different projects or groups, which Vitest runs one after the other anyway, stay apart.
 */
export async function groupByLab(files: readonly TestSpecification[]): Promise<TestSpecification[]> {
  const plans = new Map(
    (await labPlan(files.map(({ moduleId }) => moduleId))).map((plan) => [plan.file, plan]),
  );
  const places = [...new Set(files.map(placeOf))];
  return places.flatMap((place) =>
    group(
      files.filter((file) => placeOf(file) === place),
      ({ moduleId }) => plans.get(moduleId)?.lab,
    ),
  );
}

/** Vitest's own sequencer, and after it test files with the same lab next to each other, so that each lab is built once. */
export class LabSequencer extends BaseSequencer {
  /** By this the set-up knows it, whichever copy of this module it is from. */
  static readonly groupsByLab = true;

  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return groupByLab(await super.sort(files));
  }
}

function placeOf({ project }: TestSpecification): string {
  return JSON.stringify([project.config.sequence.groupOrder, project.name]);
}
