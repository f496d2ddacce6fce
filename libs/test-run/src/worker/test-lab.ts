import type { LabDevice } from '@remote-lab/client';

/** A lab as the tests see it. Each property throws when the lab is not there, and says why. */
export interface TestLab {
  readonly devices: readonly LabDevice[];
  /** Whether the lab already ran, and was not built for these tests. */
  readonly reused: boolean;
  /** SHA-256 of what the lab was built from; `undefined` with servers that do not tell. */
  readonly identity: string | undefined;
  /** Grows with every lab on the host; `undefined` with servers that do not tell. */
  readonly generation: number | undefined;
  /** @throws RemoteLabError `unknown_device`, which lists those there are */
  device(name: string): LabDevice;
}

/** A lab that its test gives back. */
export interface HeldLab extends TestLab, AsyncDisposable {
  /** Gives it back; further calls do nothing. */
  release(): Promise<void>;
}

/** A {@link TestLab}, with `more` of its own, that looks up the lab each time it is used. */
export function testLab<More extends object>(lookUp: () => TestLab, more: More): TestLab & More {
  return {
    get devices() {
      return lookUp().devices;
    },
    get reused() {
      return lookUp().reused;
    },
    get identity() {
      return lookUp().identity;
    },
    get generation() {
      return lookUp().generation;
    },
    device: (name) => lookUp().device(name),
    ...more,
  };
}
