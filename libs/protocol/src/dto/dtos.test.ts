import { describe, expect, test } from '@jest/globals';
import {
  acquireResponseDto,
  activeSessionResponseDto,
  behaviorDto,
  behaviorsDto,
  createSessionRequestDto,
  createSessionResponseDto,
  debugHealthDto,
  deviceInfoDto,
  deviceInfoListDto,
  deviceRecordingDto,
  recordedPlatformDto,
  deviceSessionListDto,
  type DtoDefinition,
  errorDto,
  errorResponseDto,
  fakeNosInventoryDto,
  fakeNosVersionDto,
  jobDto,
  jobProgressEventDto,
  labEventDto,
  labStatusDto,
  networkNamesDto,
  networksDto,
  nornirInventoryDto,
  readinessDto,
  restartNetworkRequestDto,
  sessionEndedEventDto,
  sessionStatusResponseDto,
  startNetworkRequestDto,
  stoppedNetworksDto,
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

const host = { name: 'r1', platform: 'cisco_ios', port: 6000, username: 'u', password: 'p' };
const network = { pid: 1, alive: true, hosts: [host], hosts_count: 1, status: 'sleeping' };
const login = {
  id: 's1',
  host: 'r1',
  username: 'u',
  transport: 'ssh',
  kind: 'shell',
  client_address: '127.0.0.1',
  started_at: '2026-01-01T00:00:00.000Z',
  ended_at: null,
  exit_status: null,
  lines: 0,
  characters_in: 0,
  characters_out: 3,
  truncated: false,
};

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
    valid: [
      { ready: true, reasons: [] },
      { ready: true, reasons: [], notes: ['Fake network lab1 did not start.'] },
    ],
    invalid: [[{ ready: 1, reasons: [] }, '/ready must be boolean']],
  },
  {
    dto: jobProgressEventDto,
    valid: [{ message: 'm' }, { message: 'm', up: 1, of: 3 }],
    invalid: [[{ message: 'm', up: -1 }, '/up must be >= 0']],
  },
  {
    dto: startNetworkRequestDto,
    valid: [
      { network: 'lab1' },
      { network: 'lab1', inventory: null },
      { network: 'lab1', inventory: { hosts: {} }, timeout: 0.5, nowait: true, workers: 'any' },
      { network: 'lab1', inventory: 'https://example.org/lab.yml', workers: ['lab-host'] },
    ],
    invalid: [
      [{}, "(the whole message) must have required property 'network'"],
      [{ network: 1 }, '/network must be string'],
      [{ network: 'lab1', inventory: [] }, '/inventory must be object,string,null'],
      [{ network: 'lab1', timeout: 0 }, '/timeout must be > 0'],
      [{ network: 'lab1', inventroy: {} }, '(the whole message) must not have the property inventroy'],
    ],
  },
  {
    dto: restartNetworkRequestDto,
    valid: [{}, { timeout: 30, nowait: false, workers: 'all' }],
    invalid: [
      [{ nowait: 'yes' }, '/nowait must be boolean'],
      [{ network: 'lab1' }, '(the whole message) must not have the property network'],
    ],
  },
  {
    dto: networksDto,
    valid: [
      {},
      { lab1: network },
      {
        lab1: {
          ...network,
          uptime_seconds: 3,
          cpu_percent: 0.5,
          memory_rss_mb: 60.25,
          memory_vms_mb: 700,
          num_threads: 7,
        },
        lab2: { ...network, alive: false, status: 'dead', ended: 'It was killed by SIGKILL.' },
      },
    ],
    invalid: [
      [{ lab1: {} }, "/lab1 must have required property 'pid'"],
      [{ lab1: { ...network, hosts: [{}] } }, "/lab1/hosts/0 must have required property 'name'"],
    ],
  },
  { dto: networkNamesDto, valid: [[], ['lab1']], invalid: [[[1], '/0 must be string']] },
  {
    dto: stoppedNetworksDto,
    valid: [{}, { lab1: 'stopped' }],
    invalid: [[{ lab1: 'gone' }, '/lab1 must be equal to constant']],
  },
  {
    dto: behaviorDto,
    valid: [{}, { latency_ms: 20, answers: [{ command: 'show version', output: 'x', times: 2 }] }],
    invalid: [[{ drop_probability: 2 }, '/drop_probability must be <= 1']],
  },
  {
    dto: behaviorsDto,
    valid: [{ r1: {}, r2: { refuse_logins: true } }],
    invalid: [[{ r1: { prompt: '' } }, '/r1/prompt must NOT have fewer than 1 characters']],
  },
  {
    dto: deviceSessionListDto,
    valid: [[], [login]],
    invalid: [[[{ ...login, lines: -1 }], '/0/lines must be >= 0']],
  },
  {
    dto: deviceRecordingDto,
    valid: [{ ...login, exit_status: 0, events: [{ at_ms: 1, kind: 'out', text: 'r1>' }] }],
    invalid: [[login, "(the whole message) must have required property 'events'"]],
  },
  {
    dto: recordedPlatformDto,
    valid: [
      { name: 'r1-s1', initial_prompt: '{base_prompt}>', commands: { 'show clock': { output: 'noon' } } },
    ],
    invalid: [
      [{ name: 'x', commands: {} }, "(the whole message) must have required property 'initial_prompt'"],
    ],
  },
  {
    dto: nornirInventoryDto,
    valid: [
      { hosts: {} },
      {
        hosts: {
          r1: {
            hostname: '127.0.0.1',
            port: 6000,
            platform: 'cisco_ios',
            username: 'u',
            password: 'p',
            groups: ['lab'],
            data: { network: 'lab1', host: 'r1' },
          },
        },
      },
    ],
    invalid: [[{ hosts: { r1: {} } }, "/hosts/r1 must have required property 'hostname'"]],
  },
  {
    dto: fakeNosInventoryDto,
    valid: [{}, { service: 'fakenos', networks: { lab1: { auto_start: true } }, nos_plugins: null }],
    invalid: [[{ networks: [] }, '/networks must be object,null']],
  },
  {
    dto: fakeNosVersionDto,
    valid: [{ node: '22.0.0' }],
    invalid: [[{ node: 22 }, '/node must be string']],
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
