import { describe, expect, test } from '@jest/globals';
import {
  acquireResponseDto,
  activeSessionResponseDto,
  createSessionRequestDto,
  createSessionResponseDto,
  debugHealthDto,
  deviceInfoDto,
  deviceInfoListDto,
  type DtoDefinition,
  errorDto,
  errorResponseDto,
  jobDto,
  labEventDto,
  labStatusDto,
  readinessDto,
  sessionEndedEventDto,
  sessionStatusResponseDto,
  validationIssueDto,
} from '../index';

interface Example {
  readonly dto: DtoDefinition<unknown>;
  readonly valid: readonly unknown[];
  readonly invalid: readonly (readonly [value: unknown, problem: string])[];
}

const device = { name: 'r1', raw: { ansible_host: '127.0.0.1', mgmt: { ipv4: '127.0.0.1' } } };
const issue = { type: 'missing', loc: ['header', 'X-Session-ID'], msg: 'Field required', input: null };
const lab = { running: true, topology: 'pair.yml', ref_count: 1, devices: [device], netlab_status: null };

const examples: readonly Example[] = [
  {
    dto: jobDto,
    valid: [
      { id: 'j', kind: 'lab.acquire', status: 'running', created_at: '2026-01-01T00:00:00.000Z' },
      {
        id: 'j',
        kind: 'x',
        status: 'failed',
        created_at: '',
        error: errorDto('no_lab', 'none'),
        error_status: 404,
      },
      { id: 'j', kind: 'x', status: 'succeeded', created_at: '', result: [1, { a: null }] },
    ],
    invalid: [
      [
        { id: 'j', kind: 'x', status: 'lost', created_at: '' },
        '/status must be equal to one of the allowed values',
      ],
      [
        { id: 'j', kind: 'x', status: 'failed', created_at: '', error: {} },
        "/error must have required property 'code'",
      ],
    ],
  },
  {
    dto: labEventDto,
    valid: [{ generation: 1, topology: 'pair.yml', line: 'x' }],
    invalid: [[{ generation: 1 }, "(the whole message) must have required property 'topology'"]],
  },
  {
    dto: sessionEndedEventDto,
    valid: [{ reason: 'expired', explanation: 'expired after 300 s', name: 'calm-otter-42' }],
    invalid: [
      [{ reason: 'expired', name: 'n' }, "(the whole message) must have required property 'explanation'"],
    ],
  },
  {
    dto: sessionStatusResponseDto,
    valid: [
      {
        status: 'waiting',
        position: 2,
        holder: { name: 'calm-otter-42', active_for: 3.5 },
        estimated_wait: 60,
      },
      { status: 'active', position: 0, lab: { state: 'none' }, notice: 'gone' },
    ],
    invalid: [
      [
        { status: 'waiting', position: 1, holder: { name: 'n' } },
        "/holder must have required property 'active_for'",
      ],
    ],
  },
  {
    dto: createSessionRequestDto,
    valid: [{}, { owner: 'ada', labels: { ci: 'yes' }, wait_timeout: 30 }, { unheard_of: 1 }],
    invalid: [
      [{ owner: 1 }, '/owner must be string'],
      [{ labels: { a: 1 } }, '/labels/a must be string'],
      [{ wait_timeout: 0 }, '/wait_timeout must be > 0'],
    ],
  },
  {
    dto: createSessionResponseDto,
    valid: [
      { session_id: 'x', position: 0 },
      { session_id: 'x', position: 3, name: 'n', added_later: true },
    ],
    invalid: [
      [{ position: 0 }, "(the whole message) must have required property 'session_id'"],
      [{ session_id: 'x', position: -1 }, '/position must be >= 0'],
    ],
  },
  {
    dto: sessionStatusResponseDto,
    valid: [{ status: 'waiting', position: 2 }],
    invalid: [[{ status: 'gone', position: 0 }, '/status must be equal to one of the allowed values']],
  },
  {
    dto: activeSessionResponseDto,
    valid: [{ status: 'active', position: 0, session_id: 'x' }],
    invalid: [
      [{ status: 'active', position: 0 }, "(the whole message) must have required property 'session_id'"],
    ],
  },
  { dto: deviceInfoDto, valid: [device], invalid: [[{ name: 'r1', raw: 'text' }, '/raw must be object']] },
  {
    dto: deviceInfoListDto,
    valid: [[], [device]],
    invalid: [[[{}], "/0 must have required property 'name'"]],
  },
  {
    dto: acquireResponseDto,
    valid: [{ reused: false, devices: [device] }],
    invalid: [[{ reused: 'no', devices: [] }, '/reused must be boolean']],
  },
  {
    dto: labStatusDto,
    valid: [lab, { ...lab, topology: null, running: false, state: 'none' }],
    invalid: [
      [{ ...lab, ref_count: -1 }, '/ref_count must be >= 0'],
      [{ ...lab, state: 'sleeping' }, '/state must be equal to one of the allowed values'],
    ],
  },
  {
    dto: debugHealthDto,
    valid: [{ status: 'ok', timestamp: 1.5, uptime: 0, sessions: 0, queue_length: 0 }],
    invalid: [
      [
        { status: 'ok', timestamp: 1, uptime: 0, sessions: 0.5, queue_length: 0 },
        '/sessions must be integer',
      ],
    ],
  },
  {
    dto: readinessDto,
    valid: [{ ready: true, reasons: [] }],
    invalid: [[{ ready: 1, reasons: [] }, '/ready must be boolean']],
  },
  {
    dto: validationIssueDto,
    valid: [issue, { ...issue, input: 'perhaps', loc: ['body', 0] }],
    invalid: [[{ ...issue, loc: 'header' }, '/loc must be array']],
  },
  {
    dto: errorResponseDto,
    valid: [
      errorDto('lab_busy', 'Lab currently busy', { holder: 'own_session' }),
      errorDto('validation_error', [issue]),
      errorDto('invalid_topology', 'x', { problems: [{ file: 'a.yml', line: 1, column: 2, message: 'm' }] }),
    ],
    invalid: [[{ detail: 'no code' }, "(the whole message) must have required property 'code'"]],
  },
];

describe.each(examples)('$dto.name', ({ dto, valid, invalid }) => {
  test.each(valid.map((value) => [value] as const))('accepts %j', (value) => {
    expect(dto.problems(value)).toEqual([]);
    expect(dto.is(value)).toBe(true);
  });

  test.each(invalid)('refuses %j and says where', (value, problem) => {
    expect(dto.is(value)).toBe(false);
    expect(dto.problems(value)).toContain(problem);
  });
});
