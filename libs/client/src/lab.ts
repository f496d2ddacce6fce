import { acquireResponseDto, type DeviceInfoDto } from '@remote-lab/protocol';
import { RemoteLabError } from './errors';
import { invalidOption } from './invalid-option';
import { LabDevice } from './lab-device';

/** A {@link Lab} as plain JSON. It has the passwords of the devices: hand it on, do not print it. */
export interface LabJson {
  readonly reused: boolean;
  readonly identity?: string;
  readonly generation?: number;
  readonly devices: readonly DeviceInfoDto[];
}

/** What can be read of a lab wherever it was acquired; using its devices needs no client. */
export class Lab {
  readonly devices: readonly LabDevice[];
  /** Whether the lab already ran, and was not built for whoever acquired it. */
  readonly reused: boolean;
  /** SHA-256 of what was uploaded; `undefined` with servers that do not tell. */
  readonly identity: string | undefined;
  /** Grows with every lab on the host; `undefined` with servers that do not tell. */
  readonly generation: number | undefined;

  protected constructor({ devices, reused, identity, generation }: LabJson) {
    this.devices = devices.map((device) => new LabDevice(device));
    this.reused = reused;
    this.identity = identity;
    this.generation = generation;
  }

  /**
   * The lab that {@link toJSON} described, in this or another process. It holds no reference: when the lab goes is up
   * to whoever acquired it.
   * @throws RemoteLabError `invalid_option` when `json` does not come from {@link toJSON}
   */
  static fromJSON(json: unknown): Lab {
    if (!acquireResponseDto.is(json)) throw invalidOption('json', 'what toJSON() of a lab returned', json);
    return new Lab(json);
  }

  /** @throws RemoteLabError `unknown_device`, which lists those there are */
  device(name: string): LabDevice {
    const found = this.devices.find((device) => device.name === name);
    if (found !== undefined) return found;
    const names = this.devices.map((device) => device.name).join(', ');
    throw new RemoteLabError(
      'unknown_device',
      `The lab has no device "${name}". It has ${names === '' ? 'none at all' : names}.`,
    );
  }

  /** Everything about it that {@link fromJSON} needs; not the right to release it. */
  toJSON(): LabJson {
    return {
      reused: this.reused,
      devices: this.devices.map((device) => device.toJSON()),
      ...(this.identity !== undefined && { identity: this.identity }),
      ...(this.generation !== undefined && { generation: this.generation }),
    };
  }
}
