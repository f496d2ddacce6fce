import { describe, expect, test } from '@jest/globals';
import { addCounts, countJestReport } from './test-counts.mjs';

const report = (passed, failed, broken) =>
  JSON.stringify({ numPassedTests: passed, numFailedTests: failed, numRuntimeErrorTestSuites: broken });

describe('countJestReport', () => {
  test('counts tests', () => {
    expect(countJestReport(report(12, 2, 0))).toEqual({ passed: 12, failed: 2 });
  });

  test('a file that could not run is a failure', () => {
    expect(countJestReport(report(12, 0, 1))).toEqual({ passed: 12, failed: 1 });
  });

  test('no report is a failure', () => {
    expect(countJestReport(undefined)).toEqual({ passed: 0, failed: 1 });
  });
});

describe('addCounts', () => {
  const nothing = { passed: 0, failed: 0 };

  test('a step without tests adds nothing when it passes and one failure when it does not', () => {
    expect(addCounts([{ ok: true, counts: { passed: 5, failed: 0 } }])).toEqual({ passed: 5, failed: 0 });
    expect(
      addCounts([
        { ok: true, counts: { passed: 5, failed: 0 } },
        { ok: true, counts: nothing },
        { ok: false, counts: nothing },
      ]),
    ).toEqual({ passed: 5, failed: 1 });
  });

  test('a failed step that counted its failures adds just those', () => {
    expect(addCounts([{ ok: false, counts: { passed: 5, failed: 3 } }])).toEqual({ passed: 5, failed: 3 });
  });
});
