import { describe, expect, test } from '@jest/globals';
import type { LabState } from './lab-state';
import type { AcquireDecision } from './reuse';
import { decideAcquire } from './reuse';

const lab = { generation: 1, identity: 'same', topology: 't.yml' };
const held = { lab, users: ['a'], references: [{ id: 1, owner: 'a' }], disposable: false };
const states = {
  none: { name: 'none' },
  starting: { name: 'starting', ...held },
  in_use: { name: 'in_use', devices: [], ...held },
  idle: { name: 'idle', devices: [], idleSince: new Date(0), lab, users: [] },
  stopping: { name: 'stopping', lab, reason: 'released' },
  failed: { name: 'failed', lab, failure: { message: 'no', output: [] } },
  quarantined: { name: 'quarantined', lab, reason: 'stuck' },
} satisfies Record<LabState['name'], LabState>;

const start: AcquireDecision = { act: 'start' };
const attach: AcquireDecision = { act: 'attach' };
const wait: AcquireDecision = { act: 'wait' };
const stuck: AcquireDecision = { act: 'quarantined', reason: 'stuck' };
const own = (soon: boolean): AcquireDecision => ({ act: 'busy', holder: 'own_session', soon });
const other = (soon: boolean): AcquireDecision => ({ act: 'busy', holder: 'other_session', soon });
const exclusive: AcquireDecision = { act: 'replace', reason: 'exclusive_request' };
const topologySwitch: AcquireDecision = { act: 'replace', reason: 'topology_switch' };

// Columns: same identity with reuse, same without, other identity with reuse, other without.
describe.each<[keyof typeof states, string, AcquireDecision[]]>([
  ['none', 'a', [start, start, start, start]],
  ['failed', 'a', [start, start, start, start]],
  ['stopping', 'a', [wait, wait, wait, wait]],
  ['quarantined', 'a', [stuck, stuck, stuck, stuck]],
  ['idle', 'a', [attach, exclusive, topologySwitch, topologySwitch]],
  ['starting', 'a', [{ act: 'join' }, own(true), own(true), own(true)]],
  ['starting', 'b', [other(true), other(true), other(true), other(true)]],
  ['in_use', 'a', [attach, own(false), own(false), own(false)]],
  ['in_use', 'b', [attach, other(false), other(false), other(false)]],
])('%s, asked by session %s', (name, session, decisions) => {
  test.each([
    ['same', true, 0],
    ['same', false, 1],
    ['different', true, 2],
    ['different', false, 3],
  ])('identity %s, reuse %s', (identity, reuse, column) => {
    expect(decideAcquire(states[name], { session, identity, reuse })).toEqual(decisions[column]);
  });
});
