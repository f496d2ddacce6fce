const EVERYWHERE = ['0.0.0.0', '::'];

/** Whether one port cannot be had on both addresses. */
export function sameListener(one: string, other: string): boolean {
  return one === other || isEverywhere(one) || isEverywhere(other);
}

/** Whether who listens on this address is reached at any. */
export function isEverywhere(address: string): boolean {
  return EVERYWHERE.includes(address);
}
