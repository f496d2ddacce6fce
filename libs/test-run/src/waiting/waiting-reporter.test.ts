import { describe, expect, test } from '@jest/globals';
import { FakeTicker } from '../test-fixtures/fake-ticker';
import { WaitingReporter } from './waiting-reporter';

const ANN = { name: 'brave-otter', owner: 'ann', activeFor: 12_000 };

function reporterTo(terminal?: { readonly columns: number }) {
  const ticker = new FakeTicker();
  const written: string[] = [];
  const output = { write: (text: string) => written.push(text), isTTY: terminal !== undefined, ...terminal };
  return { ticker, written, reporter: new WaitingReporter(output, ticker) };
}

describe('in the log of a CI job', () => {
  test('nothing is said of a wait that is over at once', () => {
    const { ticker, written, reporter } = reporterTo();
    reporter.waitFor('asking http://host for a session');
    ticker.advance(500);
    reporter.place({ position: 0 });
    reporter.done();
    ticker.advance(60_000);
    expect(written).toEqual([]);
    expect(ticker.scheduled).toBe(0);
  });

  test('the first line comes within a second, then one for each change of position', () => {
    const { ticker, written, reporter } = reporterTo();
    reporter.waitFor('asking http://host for a session');
    reporter.place({ position: 2, holder: ANN });
    ticker.advance(1_000);
    expect(written).toEqual([
      'remote-lab: waiting for a lab host: 2 ahead; ann has had the lab host for 13 s\n',
    ]);
    reporter.place({ position: 2, holder: ANN });
    reporter.place({ position: 1, holder: { ...ANN, owner: 'bob' }, estimatedWait: 60_000 });
    expect(written.slice(1)).toEqual([
      'remote-lab: waiting for a lab host: 1 ahead; about 60 s to go; bob has had the lab host for 12 s\n',
    ]);
  });

  test('every 30 s there is a sign of life, so that nobody takes the job for dead', () => {
    const { ticker, written, reporter } = reporterTo();
    reporter.waitFor('building pair.yml');
    ticker.advance(65_000);
    expect(written).toEqual([
      'remote-lab: building pair.yml\n',
      'remote-lab: still building pair.yml (31 s so far)\n',
      'remote-lab: still building pair.yml (61 s so far)\n',
    ]);
  });

  test('what it says of the time goes on meanwhile, and an estimate that did not come true is not repeated', () => {
    const { ticker, written, reporter } = reporterTo();
    reporter.waitFor('asking http://host for a session');
    reporter.place({ position: 1, holder: ANN, estimatedWait: 50_000 });
    ticker.advance(61_000);
    expect(written).toEqual([
      'remote-lab: waiting for a lab host: 1 ahead; about 49 s to go; ann has had the lab host for 13 s\n',
      'remote-lab: still waiting for a lab host: 1 ahead; about 19 s to go; ann has had the lab host for 43 s (31 s so far)\n',
      'remote-lab: still waiting for a lab host: 1 ahead; ann has had the lab host for 73 s (61 s so far)\n',
    ]);
  });

  test('of many lines of progress one is shown every few seconds', () => {
    const { ticker, written, reporter } = reporterTo();
    reporter.waitFor('building pair.yml');
    ticker.advance(1_000);
    for (let line = 1; line <= 100; line += 1) {
      reporter.progress('pair.yml', `step ${line}`);
      ticker.advance(100);
    }
    expect(written[0]).toBe('remote-lab: building pair.yml\n');
    expect(written.slice(1)).toHaveLength(2);
    expect(written[2]).toMatch(/^remote-lab: building pair\.yml: step \d+\n$/);
  });

  test('what it is good for is said even when it came at once', () => {
    const { written, reporter } = reporterTo();
    reporter.waitFor('building pair.yml');
    reporter.done('pair.yml is up: r1, r2');
    expect(written).toEqual(['remote-lab: pair.yml is up: r1, r2\n']);
  });
});

describe('on a terminal', () => {
  test('one line is rewritten, no longer than the terminal is wide, and is gone when the wait is over', () => {
    const { ticker, written, reporter } = reporterTo({ columns: 30 });
    reporter.waitFor('building pair.yml');
    ticker.advance(1_000);
    reporter.progress('pair.yml', 'a line that is too long for this terminal');
    reporter.done();
    expect(written).toEqual([
      '\r\u001b[2Kremote-lab: building pair.yml',
      '\r\u001b[2Kremote-lab: building pair.ym…',
      '\r\u001b[2K',
    ]);
  });
});
