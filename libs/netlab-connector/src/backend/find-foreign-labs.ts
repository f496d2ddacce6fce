import { dirname } from 'node:path';
import { NetlabError } from '../errors';
import type { LabPlaces } from '../lab-folder/lab-places';
import { readStatusFile } from '../lab-folder/status-file';
import { describeForeignLab, type ForeignLab, foreignLabs } from './foreign-labs';
import type { LabHost } from './lab-host';

/** The labs of others that this server's user started: read from a file, cheap enough for every request. */
export async function findForeignLabs({ folders, statusFile }: LabHost): Promise<readonly ForeignLab[]> {
  return foreignLabs(folders, await readStatusFile(statusFile), []);
}

/** Throws NetlabError `foreign_lab` with what to do while netlab would refuse a lab for the sake of another. */
export async function refuseBesideForeignLab(host: LabHost, output: readonly string[] = []): Promise<void> {
  const [foreign] = await findForeignLabs(host);
  if (foreign !== undefined) throw new NetlabError('foreign_lab', describeForeignLab(foreign), { output });
}

/**
 * Throws NetlabError `foreign_lab` while containers of somebody else carry the lab's name: netlab would take them for its own
 * when it stops the lab.
 */
export async function refuseSameName({ lab, folder }: LabPlaces, { engine }: LabHost): Promise<void> {
  // An engine that does not answer is netlab's to complain about.
  const containers = await engine.list(lab).catch(() => []);
  const others = containers.filter(({ topologyFile }) => dirname(topologyFile) !== folder);
  if (others.length === 0) return;
  const names = others.map(({ name }) => name).join(', ');
  const file = others[0]?.topologyFile ?? '';
  const place = file === '' ? 'an unknown folder' : dirname(file);
  throw new NetlabError(
    'foreign_lab',
    `Containers ${names} of a lab in ${place} carry the name that this lab is to have (${lab}). Stop it there with "netlab down --cleanup".`,
  );
}

/**
 * The failure of a start, or NetlabError `foreign_lab` that tells it together with the lab of somebody else that most likely
 * brought it about: labs share addresses, networks and bridges, also with one that only the engine knows of.
 */
export async function blameForeignLab(failure: NetlabError, host: LabHost): Promise<NetlabError> {
  // Who cannot be asked is not to blame: the failure is what is known.
  const [foreign] = await findAllForeignLabs(host).catch(() => []);
  if (foreign === undefined) return failure;
  const message = `${describeForeignLab(foreign)} Beside it, ${failure.message}`;
  return new NetlabError('foreign_lab', message, { cause: failure, output: failure.output });
}

/** The labs of all others, as far as netlab's notes and the container engine tell. */
export async function findAllForeignLabs(host: LabHost): Promise<readonly ForeignLab[]> {
  // Without an engine to ask, there are no containers of anybody.
  const containers = await host.engine.list().catch(() => []);
  return foreignLabs(host.folders, await readStatusFile(host.statusFile), containers);
}
