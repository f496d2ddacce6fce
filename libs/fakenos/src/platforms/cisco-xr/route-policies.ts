import { changeSection } from '../../configuration/change-tree';
import { leaf } from '../../configuration/config-tree';
import type { Command } from '../../engine/platform';

const MODE = 'config-rpl';

/** The lines of a route policy: statements of a language of its own, the same one twice perhaps, until `end-policy`. */
export const routePolicies: readonly Command[] = [
  { syntax: 'end-policy', modes: [MODE], run: () => ({ leave: true }) },
  {
    syntax: '<statement...>',
    modes: [MODE],
    run: ({ session, args }) => {
      const path = session.pathIn(MODE);
      const statement = leaf(args.statement ?? '');
      session.edits.push((tree) => changeSection(tree, path, (section) => [...section, statement]));
      return '';
    },
  },
];
