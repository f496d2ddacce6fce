/** How a device lets people in at the moment; asked anew for each connection and each login. */
export interface Doorkeeper {
  /** False hangs up on whoever connects. */
  admits(): boolean;
  /** What becomes of a login: it is decided, refused though it may be right, or left without an answer. */
  login(): 'decide' | 'refuse' | 'stall';
}

/** Lets everybody in who knows the password. */
export const openDoor: Doorkeeper = { admits: () => true, login: () => 'decide' };
