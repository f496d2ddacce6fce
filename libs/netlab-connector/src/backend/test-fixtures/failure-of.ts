/** What a promise rejects with; fails the test when it resolves. */
export async function failureOf(work: Promise<unknown>): Promise<unknown> {
  const outcome = await work.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  if (outcome === undefined) throw new Error('this had to reject, but it resolved');
  return outcome.error;
}
