import type { DeviceAccess } from './device-access';
import { openDoor } from './doorkeeper';

type Access = Pick<DeviceAccess, 'credentials' | 'login' | 'door'>;

/** The user that a typed name means on this device. */
export function userMeant({ login }: Access, typed: string): string {
  return login?.userOf?.(typed) ?? typed;
}

/** Whether somebody may come in who has proved to be the user or not; undefined when that is never decided. */
export function admitLogin({ door = openDoor }: Access, proved: boolean): boolean | undefined {
  const decision = door.login();
  return decision === 'stall' ? undefined : proved && decision === 'decide';
}

/** Whether this name and password are let in; undefined when that is never decided. */
export function checkLogin(
  access: Access,
  username: string,
  password: string | undefined,
): boolean | undefined {
  const { credentials } = access;
  const right = userMeant(access, username) === credentials.username && password === credentials.password;
  return admitLogin(access, right);
}
