/** The bytes of RFC 854 and its options that a device has a use for. */
export const TELNET = {
  IAC: 255,
  DONT: 254,
  DO: 253,
  WONT: 252,
  WILL: 251,
  SB: 250,
  SE: 240,
} as const;

/** Options by number: RFC 857, RFC 858, RFC 1073. */
export const TELNET_OPTION = { ECHO: 1, SUPPRESS_GO_AHEAD: 3, WINDOW_SIZE: 31 } as const;

/** What the commands of a client's keyboard mean as keys: break, interrupt, abort, erase, end of file, suspend. */
export const TELNET_KEYS: Readonly<Record<number, number>> = {
  236: 0x04,
  237: 0x1a,
  238: 0x03,
  243: 0x03,
  244: 0x03,
  247: 0x7f,
  248: 0x15,
};

/** "Are you there?" */
export const TELNET_ARE_YOU_THERE = 246;
