import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, NetlabError } from '../errors';
import type { LabPlaces } from '../lab-folder/lab-places';
import { CLAB_FILE, keepPlan } from '../lab-folder/lab-plan';
import { removeTree } from '../lab-folder/remove-tree';
import { forgetFolders } from '../lab-folder/status-file';
import { TOPOLOGY_FILE } from '../lab-folder/write-bundle';
import { removeBridges } from './lab-bridges';
import { describeRemains, type LabRemains, lookAtLab } from './lab-remains';
import { nextRemoval, type RemovalStep } from './next-removal';
import type { LabHost } from './lab-host';
import { nameSetting } from './lab-name';
import { managementNetworks } from './management-networks';

/** How hard to try, and who listens. */
export interface RemovalCall {
  /** From 2 on also by the strong means. */
  readonly attempt: number;
  readonly onOutput: (line: string) => void;
}

/**
 * Removes all that runs of a lab, looking after each step what is left instead of trusting exit codes. Leaves the folders,
 * which are the caller's. Throws NetlabError `lab_left_over` with what is left and what was tried.
 */
export async function removeLab(lab: LabPlaces, tools: LabHost, call: RemovalCall): Promise<void> {
  const tried: RemovalStep[] = [];
  const troubles: string[] = [];
  // Else a server that died while it built the lab would have left none.
  await keepPlan(lab);
  let remains = await lookAtLab(lab, tools);
  const networks = await managementNetworks([lab.plan, join(lab.folder, CLAB_FILE)], remains.containers);
  const isWhole = remains.snapshot && remains.containers.length > 0;
  for (;;) {
    const step = nextRemoval(remains, tried, call.attempt);
    if (step === 'done') break;
    if (step === 'give_up') throw leftOver(lab, remains, troubles);
    tried.push(step);
    if (step !== 'down')
      call.onOutput(`Removing lab ${lab.lab}: ${describeRemains(remains).join('; ')} left, ${WORDS[step]}`);
    try {
      await STEPS[step](lab, remains, tools, call.onOutput);
    } catch (error) {
      troubles.push(`${step}: ${messageOf(error).replace(/\.$/, '')}`);
    }
    remains = await lookAtLab(lab, tools);
  }
  // With a whole lab netlab removes its network, too; for the others that has to be seen to.
  const isUsual = tried.length === 0 || (isWhole && tried.join() === 'down');
  if (!isUsual) for (const network of networks) await tools.engine.removeNetwork(network);
}

const WORDS: Readonly<Record<RemovalStep, string>> = {
  down: 'stopping it with netlab',
  rebuild: 'making its folder again to stop it with netlab',
  down_force: 'stopping it with netlab by force',
  by_hand: 'removing it by hand',
};

type Step = (
  lab: LabPlaces,
  remains: LabRemains,
  tools: LabHost,
  onOutput: (line: string) => void,
) => Promise<void>;

const STEPS: Readonly<Record<RemovalStep, Step>> = {
  down: (lab, _remains, tools, onOutput) => down(lab, tools, onOutput, []),
  down_force: (lab, _remains, tools, onOutput) => down(lab, tools, onOutput, ['--force']),
  rebuild: async (lab, _remains, tools, onOutput) => {
    const { runner } = tools;
    await removeTree(lab.folder, runner);
    await cp(lab.copy, lab.folder, { recursive: true });
    await runner.run(['create', ...nameSetting(lab), TOPOLOGY_FILE], { cwd: lab.folder, onLine: onOutput });
    await down(lab, tools, onOutput, []);
  },
  by_hand: async (lab, remains, { runner, engine, statusFile }) => {
    await engine.remove(remains.containers);
    await removeBridges(runner, remains.bridges);
    await forgetFolders(statusFile, (dir) => dir === lab.folder);
    for (const name of ['netlab.lock', 'netlab.snapshot.pickle', 'netlab.snapshot.yml']) {
      await removeTree(join(lab.folder, name), runner);
    }
  },
};

async function down(
  { folder }: LabPlaces,
  { runner, downTimeoutMs }: LabHost,
  onOutput: (line: string) => void,
  more: readonly string[],
): Promise<void> {
  const timeout = downTimeoutMs === undefined ? {} : { timeoutMs: downTimeoutMs };
  await runner.run(['down', '--cleanup', ...more], { cwd: folder, onLine: onOutput, ...timeout });
}

function leftOver({ lab, folder }: LabPlaces, remains: LabRemains, troubles: readonly string[]): NetlabError {
  const { unseen } = remains;
  const tried = troubles.length === 0 ? '' : ` Tried: ${troubles.join('; ')}.`;
  const hidden =
    unseen === undefined
      ? ''
      : ` Its ${unseen} cannot be seen from here, so no force was used. Make netlab and the engine work, then try again.`;
  return new NetlabError(
    'lab_left_over',
    `Of lab ${lab} (in ${folder}) there are still ${describeRemains(remains).join('; ')}.${tried}${hidden}`,
  );
}
