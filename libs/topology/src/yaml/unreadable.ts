/** Ends the reading of a file whose problem has been noted. */
export class Unreadable extends Error {}
