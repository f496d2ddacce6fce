/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * Counts what Jest's `--json` report says. A test file that could not be run at all is one failure.
 *
 * @param {string | undefined} reportText nothing when Jest ended without a report
 * @returns {Counts}
 */
export function countJestReport(reportText) {
  if (reportText === undefined) return { passed: 0, failed: 1 };
  const report = JSON.parse(reportText);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
  };
}

/**
 * Adds up what the steps of a check counted. A step that failed without counting a failure is one failure, so the sum
 * never says "0 failed" of a run that did not pass.
 *
 * @param {{ ok: boolean, counts: Counts }[]} steps
 * @returns {Counts}
 */
export function addCounts(steps) {
  const sum = { passed: 0, failed: 0 };
  for (const { ok, counts } of steps) {
    sum.passed += counts.passed;
    sum.failed += ok ? counts.failed : Math.max(counts.failed, 1);
  }
  return sum;
}
