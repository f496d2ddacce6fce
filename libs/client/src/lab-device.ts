import { type DeviceInfoDto, netmikoPlatform, type SshLoginDto } from '@remote-lab/protocol';
import { RemoteLabError } from './errors';
import { propertyOf } from './http-answer';

const SSH_PORT = 22;

/** One device of the lab, and how to log in to it over SSH. */
export class LabDevice {
  /** The node's name in the topology. */
  readonly name: string;
  /** The whole mapping that `netlab inspect --node NAME` prints. */
  readonly raw: Readonly<Record<string, unknown>>;
  /** The login as the server tells it; undefined from a server that does not, then the raw data has to do. */
  readonly #ssh: DeviceInfoDto['ssh'];
  readonly #reason: string | undefined;

  constructor({ name, raw, ssh, ssh_reason }: DeviceInfoDto) {
    this.name = name;
    this.raw = raw;
    this.#ssh = ssh;
    this.#reason = ssh_reason;
  }

  /**
   * Host name or address for SSH.
   * @throws RemoteLabError `no_device_access` when the device has none
   */
  get host(): string {
    const login = this.#login();
    if (login) return login.host;
    const address = text(propertyOf(this.raw['mgmt'], 'ipv4')) ?? text(propertyOf(this.raw['mgmt'], 'ipv6'));
    const host = text(this.raw['ansible_host']);
    // For a plain container, ansible_host is its name on the lab host: nothing one can connect to from elsewhere.
    const found = this.raw['ansible_connection'] === 'docker' ? address : (host ?? address);
    return found ?? this.lacks('an address (ansible_host, mgmt.ipv4)');
  }

  /** TCP port for SSH; 22 unless the server says otherwise. */
  get port(): number {
    const login = this.#login();
    if (login) return login.port;
    const port = Number(this.raw['ansible_port'] ?? this.raw['ansible_ssh_port'] ?? SSH_PORT);
    return Number.isInteger(port) && port > 0 ? port : this.lacks('a usable ansible_port');
  }

  /** @throws RemoteLabError `no_device_access` when the device has none */
  get user(): string {
    return this.#login()?.user ?? text(this.raw['ansible_user']) ?? this.lacks('a user name (ansible_user)');
  }

  /** @throws RemoteLabError `no_device_access` when the device has none */
  get password(): string {
    return (
      this.#login()?.password ??
      text(this.raw['ansible_ssh_pass']) ??
      text(this.raw['ansible_password']) ??
      this.lacks('a password (ansible_ssh_pass)')
    );
  }

  /** As netmiko names it: `cisco_ios`, `arista_eos`, `nokia_srl`, `linux`, …; `undefined` when not known here. */
  get platform(): string | undefined {
    const device = text(this.raw['netlab_device_type']) ?? text(this.raw['device']);
    const platform = this.#ssh?.platform ?? netmikoPlatform(device, text(this.raw['ansible_network_os']));
    return platform === 'generic' ? undefined : platform;
  }

  /** As the server told it, passwords included. */
  toJSON(): DeviceInfoDto {
    return {
      name: this.name,
      raw: this.raw,
      ...(this.#ssh !== undefined && { ssh: this.#ssh }),
      ...(this.#reason !== undefined && { ssh_reason: this.#reason }),
    };
  }

  #login(): SshLoginDto | undefined {
    return this.#ssh === null ? this.lacks('SSH') : this.#ssh;
  }

  private lacks(what: string): never {
    const connection = text(this.raw['ansible_connection']);
    const hint =
      this.#reason !== undefined
        ? ` ${this.#reason}`
        : connection === 'docker'
          ? ' It is a container that is entered with "docker exec" on the lab host, not over SSH.'
          : ' See its raw data for what there is.';
    throw new RemoteLabError(
      'no_device_access',
      `Device ${this.name} has no ${what.replace(/^an? /, '')}.${hint}`,
    );
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
