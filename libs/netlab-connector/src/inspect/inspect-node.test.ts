import { describe, expect, test } from '@jest/globals';
import { failureOf } from '../backend/test-fixtures/failure-of';
import { NetlabError } from '../errors';
import type { RunNetlab } from '../run-netlab';
import { inspectAll, inspectNode } from './inspect-node';
import { listNodes } from './list-nodes';

const nodes = { r1: { name: 'r1', device: 'frr', id: 1 }, eos: { name: 'eos', device: 'eos', id: 2 } };

/** A netlab that answers by what is asked for last. */
function call(answers: Readonly<Record<string, string | Error>>, runs: string[] = []) {
  const runNetlab: RunNetlab = (args, { cwd }) => {
    runs.push(`${cwd}: ${args.join(' ')}`);
    const answer = answers[args.at(-1) ?? ''] ?? new NetlabError('netlab_failed', 'unknown');
    if (answer instanceof Error) return Promise.reject(answer);
    return Promise.resolve({ exitCode: 0, stdout: answer, tail: [answer], durationMs: 1 });
  };
  return { runNetlab, folder: '/lab', signal: new AbortController().signal };
}

const good = {
  nodes: JSON.stringify(nodes),
  r1: JSON.stringify({ id: 1, ansible_host: 'clab-r1' }),
  eos: '┏━━━━┓\n┃ two nodes ┃',
};

describe('the nodes of a lab', () => {
  test('have their names in the order of netlab', async () => {
    const runs: string[] = [];
    expect(await listNodes(call(good, runs))).toEqual(['r1', 'eos']);
    expect(runs).toEqual(['/lab: inspect -q --format json nodes']);
  });

  test.each([`['r1', 'r2']`, '[]', '"r1"', '7', '', '{'])('are not known from %j', async (answer) => {
    expect(await failureOf(listNodes(call({ nodes: answer })))).toMatchObject({
      code: 'netlab_failed',
      message:
        'netlab inspect -q --format json nodes did not answer with a JSON mapping; is its version supported?',
    });
  });

  test('are told whole; one with the name of a group as far as netlab tells', async () => {
    expect(await inspectAll(call(good))).toEqual({
      r1: { name: 'r1', device: 'frr', id: 1, ansible_host: 'clab-r1' },
      eos: { name: 'eos', device: 'eos', id: 2 },
    });
  });

  test('are not told by halves when netlab fails', async () => {
    const timeout = new NetlabError('netlab_timeout', 'too slow');
    expect(await failureOf(inspectAll(call({ ...good, r1: timeout })))).toBe(timeout);
  });
});

describe('one node', () => {
  test('has its name and device, and the variables of its groups', async () => {
    expect(await inspectNode(call(good), 'r1')).toMatchObject({
      name: 'r1',
      device: 'frr',
      ansible_host: 'clab-r1',
    });
  });

  test.each(['nobody', '', 'r*', 'r1,eos', 'all', 'constructor', '--help', `__import__('os')`])(
    'called %j is not there, and netlab is not asked for it',
    async (name) => {
      const runs: string[] = [];
      expect(await failureOf(inspectNode(call(good, runs), name))).toMatchObject({
        code: 'netlab_failed',
        message: `The lab has no node ${JSON.stringify(name)}.`,
      });
      expect(runs).toHaveLength(1);
    },
  );
});
