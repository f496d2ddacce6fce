/** The one login a device has. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}
