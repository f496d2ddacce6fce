import { join } from 'node:path';

/** Where one lab lives: all of it follows from its generation, so that a successor needs nothing else to find it. */
export interface LabPlaces {
  readonly generation: number;
  /** The lab's name: of its containers' label and names, and of its bridges. */
  readonly lab: string;
  /** netlab's working directory. */
  readonly folder: string;
  /** A copy of the bundle, should the folder be deleted while the lab runs. */
  readonly copy: string;
  /** A copy of what netlab told containerlab, which `netlab down` deletes also when it could not stop all of that. */
  readonly plan: string;
  /** Where what tells why it failed is kept of a start that did. */
  readonly postMortem: string;
}

/** The folders under the one that a server gives to its labs. */
export interface LabFolders {
  readonly labs: string;
  readonly copies: string;
  readonly failed: string;
  readonly scratch: string;
}

/** The folders under `root`, an absolute path without symbolic links: netlab notes where it ran by the real path. */
export function labFolders(root: string): LabFolders {
  return {
    labs: join(root, 'labs'),
    copies: join(root, 'copies'),
    failed: join(root, 'failed'),
    scratch: join(root, 'scratch'),
  };
}

/** The places of a generation. */
export function labPlaces({ labs, copies, failed }: LabFolders, generation: number): LabPlaces {
  const name = String(generation);
  return {
    generation,
    // netlab takes 16 characters that begin with a letter.
    lab: `lab${name}`,
    folder: join(labs, name),
    copy: join(copies, name),
    plan: join(copies, `${name}.clab.yml`),
    postMortem: join(failed, name),
  };
}

/** The generation whose folder this is, or one inside it; undefined for a folder that is not of a lab of ours. */
export function generationOf({ labs }: LabFolders, folder: string): number | undefined {
  if (!folder.startsWith(`${labs}/`)) return undefined;
  const [name = ''] = folder.slice(labs.length + 1).split('/');
  return /^\d{1,13}$/.test(name) ? Number(name) : undefined;
}
