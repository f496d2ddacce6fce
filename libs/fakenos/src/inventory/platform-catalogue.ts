import { deviceType } from '@remote-lab/topology';
import type { Platform } from '../engine/platform';
import type { NosDocument } from '../nos-file/nos-document';
import { platformFor, platformIndex } from '../platforms';

/** Who plays a host, by a name that its inventory gives: a platform in code, or a platform file. */
export type Player =
  | {
      readonly kind: 'platform';
      /** As it was asked for: two platforms may have one name for netmiko, as FRR and plain Linux have. */
      readonly name: string;
      readonly platform: Platform;
    }
  | { readonly kind: 'document'; readonly document: NosDocument };

/** What an operator adds to the platforms that are built in. */
export interface AddedPlatforms {
  /** Platform files; of two with one name the later counts. */
  readonly documents?: readonly NosDocument[];
  /** Other names of platform files, for names that nothing else has. */
  readonly labels?: ReadonlyMap<string, NosDocument>;
  /** Platforms out of modules, with the path of each. */
  readonly modules?: readonly { readonly path: string; readonly platform: Platform }[];
}

/** Every player there is by name. What the operator adds hides what is built in; modules hide files. */
export class PlatformCatalogue {
  readonly #added: ReadonlyMap<string, Player>;
  readonly #labels: ReadonlyMap<string, NosDocument>;

  /** Paths of the modules, for whoever plays them. */
  readonly modules: readonly string[];

  constructor({ documents = [], labels = new Map(), modules = [] }: AddedPlatforms = {}) {
    this.#labels = labels;
    this.modules = modules.map(({ path }) => path);
    this.#added = new Map<string, Player>([
      ...documents.map((document) => [document.name, { kind: 'document', document }] as const),
      ...modules.flatMap(({ platform }) =>
        [platform.name, ...(platform.aliases ?? [])].map(
          (name) => [name, { kind: 'platform', name, platform }] as const,
        ),
      ),
    ]);
  }

  find(name: string): Player | undefined {
    const added = this.#added.get(name);
    if (added) return added;
    const platform = platformFor(name);
    if (platform) return { kind: 'platform', name, platform };
    const document = this.#labels.get(name);
    return document && { kind: 'document', document };
  }

  /** All names that {@link find} knows and that people use, sorted. */
  get names(): readonly string[] {
    const names = platformIndex.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
    return [...new Set([...names, ...this.#added.keys(), ...this.#labels.keys()])].sort();
  }

  /** netlab's device types that a platform in code plays, sorted: what a topology can have. */
  get deviceTypes(): readonly string[] {
    const builtIn = platformIndex.flatMap(({ netlabDevices }) => netlabDevices);
    const added = [...this.#added.keys()].filter((name) => deviceType(name) !== undefined);
    const played = [...builtIn, ...added].filter((name) => this.#added.get(name)?.kind !== 'document');
    return [...new Set(played)].sort();
  }
}
