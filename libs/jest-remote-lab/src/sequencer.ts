import { groupByLab, type JestTest } from './group-by-lab';
import { loadTestSequencer } from './load-test-sequencer';

/** Jest's own sequencer, and after it test files with the same lab next to each other, so that each lab is built once. */
class LabSequencer extends loadTestSequencer() {
  override async sort(tests: JestTest[]): Promise<JestTest[]> {
    return groupByLab(await super.sort(tests));
  }
}

export { LabSequencer as default };
