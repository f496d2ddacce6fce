/** What `Prefer: respond-async[, wait=N]` asks for. */
export interface AsyncPreference {
  /** How long to wait for the answer before there is one that says that it takes longer. */
  readonly waitMs: number;
}

const MOST_SECONDS = 60;

/** Reads the header as RFC 7240 has it: undefined when it does not ask for it, and what cannot be read counts as not said. */
export function readPrefer(header: string | undefined): AsyncPreference | undefined {
  const preferences = (header ?? '').split(',').map((each) => each.split(';')[0]?.trim().toLowerCase() ?? '');
  if (!preferences.includes('respond-async')) return undefined;
  const seconds = preferences.flatMap((each) => /^wait\s*=\s*"?(\d{1,9})"?$/.exec(each)?.[1] ?? [])[0];
  return { waitMs: Math.min(Number(seconds ?? 0), MOST_SECONDS) * 1000 };
}
