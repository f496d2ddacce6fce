import type { FakeDevice } from '../../device/fake-device';
import type { FlagColumns, Row } from './row';

/** A menu of RouterOS: what it shows, and what can be set there. */
export interface Menu {
  /** `ip address` */
  readonly path: string;
  /** What `?` says of its last word. */
  readonly help: string;
  /** Absent where it only leads further, or holds one thing. */
  readonly list?: MenuList;
  /** One thing: `/system identity`. */
  readonly single?: MenuSingle;
}

/** Items, numbered from 0. */
export interface MenuList {
  readonly rows: (device: FakeDevice) => readonly Row[];
  readonly flags: FlagColumns;
  /** RouterOS 7's, where they differ. */
  readonly flags7?: FlagColumns;
  readonly columns: readonly string[];
  /** RouterOS 7's, where they differ. */
  readonly columns7?: readonly string[];
  /** Properties whose values stand in quotes here, and not everywhere. */
  readonly quoted?: readonly string[];
  /** `print` is always in detail. */
  readonly detailed?: true;
  /** What may be set; absent where nothing may. */
  readonly takes?: readonly string[];
  /** What `add` cannot do without; absent where nothing can be added. */
  readonly needs?: readonly string[];
}

/** Values with a name each. */
export interface MenuSingle {
  readonly values: (device: FakeDevice) => readonly (readonly [string, string])[];
  readonly takes?: readonly string[];
}
