import {
  acquireResponseDto,
  activeSessionResponseDto,
  createSessionRequestDto,
  createSessionResponseDto,
  debugHealthDto,
  deviceInfoListDto,
  type ErrorCode,
  jobDto,
  jobProgressEventDto,
  labEventDto,
  labStatusDto,
  readinessDto,
  type RouteName,
  sessionEndedEventDto,
  sessionStatusResponseDto,
  topologyReportDto,
} from '@remote-lab/protocol';
import { FAKENOS_OPERATIONS } from './fakenos-operations';
import type { Operation } from './operation';

const GATE: readonly ErrorCode[] = ['validation_error', 'session_not_found', 'session_not_active'];

const UPLOAD: readonly ErrorCode[] = [
  'topology_extension',
  'unsafe_file_name',
  'duplicate_file_name',
  'malformed_upload',
  'upload_too_large',
  'too_many_files',
  'topology_not_allowed',
  'invalid_topology',
  'unsupported_device',
];

/** Every operation; /openapi.json, /docs and docs/rest-api.md are made from this table. */
export const OPERATIONS: Readonly<Record<RouteName, Operation>> = {
  createSession: {
    summary: 'Join the queue',
    description:
      'Appends a session to the queue. The first one of an empty queue is active at once (position 0). The id is a capability: whoever has it holds the session. A body of any other kind than the described JSON is ignored.',
    tag: 'session',
    stability: 'stable',
    session: 'none',
    body: { kind: 'json', dto: createSessionRequestDto },
    success: [{ status: 201, means: 'The session is in the queue.', dto: createSessionResponseDto }],
    errors: ['validation_error', 'shutting_down'],
  },
  heartbeat: {
    summary: 'Give a sign of life',
    description:
      'Keeps the session from expiring, also while it waits. Every other request that names the session does so too.',
    tag: 'session',
    stability: 'stable',
    session: 'any',
    success: [{ status: 204, means: 'Noted.' }],
    errors: ['validation_error', 'session_not_found'],
  },
  sessionStatus: {
    summary: 'Where a session stands',
    description:
      'Status and position in the queue, who has the lab host, and how long the wait may take; a sign of life of the session.',
    tag: 'session',
    stability: 'stable',
    session: 'none',
    query: [
      {
        name: 'wait',
        type: 'number',
        help: 'Answers at the next change, or after so many seconds; at most 60.',
      },
      {
        name: 'position',
        type: 'integer',
        help: 'With `wait`: the position that the client knows; when it is another one by now the answer comes at once.',
      },
    ],
    success: [{ status: 200, means: 'The session lives.', dto: sessionStatusResponseDto }],
    errors: ['validation_error', 'session_not_found'],
  },
  sessionEvents: {
    summary: 'What happens to a session, as it happens',
    description:
      'An event stream: how things stand, then every change of the place in the queue, and once the session is active what happens to the lab. An open stream is a sign of life of the session. `Last-Event-ID` (or `last_event_id`) resumes it.',
    tag: 'session',
    stability: 'unstable',
    session: 'none',
    query: [
      {
        name: 'last_event_id',
        type: 'string',
        help: 'The header `Last-Event-ID`, for those who cannot set headers.',
      },
    ],
    success: [
      {
        status: 200,
        means:
          'The stream; it ends with the session, when the server goes down, and after two minutes at most: come back.',
        events: [
          { name: 'snapshot', dto: sessionStatusResponseDto },
          { name: 'session.moved', dto: sessionStatusResponseDto },
          { name: 'session.active', dto: sessionStatusResponseDto },
          { name: 'session.ended', dto: sessionEndedEventDto },
          { name: 'lab.*', dto: labEventDto },
        ],
      },
    ],
    errors: ['session_not_found', 'shutting_down'],
  },
  endSession: {
    summary: 'Leave the queue or the lab',
    description:
      'Ends the session. The next one is active at once. A reusable lab stays up for the next session that wants the same topology; after reason=crashed it is torn down. While the server goes down the answer is always 204.',
    tag: 'session',
    stability: 'stable',
    session: 'none',
    query: [
      {
        name: 'reason',
        type: 'string',
        help: "'crashed' when a watchdog ends the session of a dead client.",
      },
    ],
    success: [{ status: 204, means: 'The session is over.' }],
    errors: ['session_not_found'],
  },
  activeSession: {
    summary: 'Who holds the lab host',
    description: 'The active session. No sign of life of anybody.',
    tag: 'session',
    stability: 'unstable',
    session: 'none',
    success: [{ status: 200, means: 'Somebody holds it.', dto: activeSessionResponseDto }],
    errors: ['no_active_session'],
  },
  validateTopology: {
    summary: 'Check a topology',
    description:
      'Reads a topology as `POST /lab` would, under the same policy, and answers with its nodes or with every problem and its place. Needs no session, builds nothing and runs nothing of the upload.',
    tag: 'lab',
    stability: 'unstable',
    session: 'none',
    body: { kind: 'lab-form' },
    success: [{ status: 200, means: 'It can be built, as far as can be told.', dto: topologyReportDto }],
    errors: ['validation_error', ...UPLOAD, 'shutting_down'],
  },
  acquireLab: {
    summary: 'Upload a topology and get its devices',
    description:
      'Starts the lab, or shares the running one when its content is the same and reuse is true. Answers when every device is up. Refusals come in this order: header, session, active, form, extension, file names and sizes, YAML and model, busy; a refused topology never costs a running lab. With `Prefer: respond-async, wait=N` the answer comes after N seconds at the latest, if need be with a job.',
    tag: 'lab',
    stability: 'stable',
    session: 'active',
    body: { kind: 'lab-form' },
    success: [
      { status: 200, means: 'The lab is up and one reference is yours.', dto: acquireResponseDto },
      {
        status: 202,
        means: 'It takes longer than the request prefers to wait; follow the job.',
        dto: jobDto,
      },
    ],
    errors: [
      ...GATE,
      ...UPLOAD,
      'foreign_lab',
      'netlab_failed',
      'netlab_timeout',
      'netlab_missing',
      'netlab_unusable',
      'lab_busy',
      'self_deadlock',
      'lab_start_failed',
      'start_cancelled',
      'slot_quarantined',
      'shutting_down',
    ],
  },
  labStatus: {
    summary: 'The lab as it is',
    description:
      'State, references and devices; 200 also when no lab runs, with the reason when there is one.',
    tag: 'lab',
    stability: 'unstable',
    session: 'active',
    success: [{ status: 200, means: 'The state.', dto: labStatusDto }],
    errors: GATE,
  },
  releaseLab: {
    summary: 'Give one reference back',
    description:
      'Without references a reusable lab idles for --idle-ttl and then goes; any other is torn down at once, in the background. Releasing more often than acquired is no error.',
    tag: 'lab',
    stability: 'stable',
    session: 'active',
    query: [
      {
        name: 'reference',
        type: 'string',
        help: 'What `POST /lab` answered with: gives back that one, and nothing when repeated. Without it the oldest one goes.',
      },
    ],
    success: [{ status: 204, means: 'Given back.' }],
    errors: [...GATE, 'no_lab'],
  },
  destroyLab: {
    summary: 'Tear the lab down',
    description: 'Answers when nothing of the lab is left.',
    tag: 'lab',
    stability: 'stable',
    session: 'active',
    query: [{ name: 'force', type: 'boolean', default: true, help: 'Also while references are held.' }],
    success: [
      { status: 202, means: 'The lab was torn down.' },
      { status: 204, means: 'There was none.' },
    ],
    errors: [...GATE, 'lab_in_use', 'slot_quarantined'],
  },
  labDevices: {
    summary: 'The devices of the lab',
    description: 'As `POST /lab` gave them.',
    tag: 'lab',
    stability: 'stable',
    session: 'active',
    success: [{ status: 200, means: 'The devices.', dto: deviceInfoListDto }],
    errors: [...GATE, 'no_lab'],
  },
  ...FAKENOS_OPERATIONS,
  jobStatus: {
    summary: 'How a job stands',
    description:
      'State, progress, and once it has finished the result or the refusal. The id is a capability. A sign of life of the session for which the job runs.',
    tag: 'job',
    stability: 'unstable',
    session: 'none',
    query: [
      {
        name: 'wait',
        type: 'number',
        help: 'Answers when the job has finished, or after so many seconds; at most 60.',
      },
    ],
    success: [{ status: 200, means: 'The job.', dto: jobDto }],
    errors: ['validation_error', 'job_not_found'],
  },
  jobEvents: {
    summary: 'What happens to a job, as it happens',
    description: 'An event stream: how the job stands, then its progress, then how it finished.',
    tag: 'job',
    stability: 'unstable',
    session: 'none',
    success: [
      {
        status: 200,
        means:
          'The stream; it ends with the job, when the server goes down, and after two minutes at most: come back.',
        events: [
          { name: 'snapshot', dto: jobDto },
          { name: 'job.progress', dto: jobProgressEventDto },
          { name: 'lab.output', dto: labEventDto },
          { name: 'job.finished', dto: jobDto },
        ],
      },
    ],
    errors: ['job_not_found', 'shutting_down'],
  },
  cancelJob: {
    summary: 'Cancel a job',
    description:
      'A job that runs is stopped, and what it has done is undone. What a finished one got is given back while nobody has taken it over: a lab is released, a fake network stopped. Repeating it is no error.',
    tag: 'job',
    stability: 'unstable',
    session: 'none',
    success: [{ status: 204, means: 'It is cancelled, or was finished.' }],
    errors: ['job_not_found'],
  },
  healthz: {
    summary: 'Is the process up?',
    description: 'Answers from the moment the port is bound.',
    tag: 'health',
    stability: 'internal',
    session: 'none',
    success: [{ status: 204, means: 'It is.' }],
    errors: [],
  },
  debugHealth: {
    summary: 'Figures for triage',
    description: 'Uptime and the length of the queue.',
    tag: 'health',
    stability: 'unstable',
    session: 'none',
    success: [{ status: 200, means: 'The figures.', dto: debugHealthDto }],
    errors: [],
  },
  readyz: {
    summary: 'Can work be taken on?',
    description:
      '503 with a sentence for each thing that is missing, while starting, going down, quarantined, or while a lab that this server did not start is in the way. `notes` tell of fake networks that did not start or have ended; they keep nobody waiting.',
    tag: 'health',
    stability: 'unstable',
    session: 'none',
    success: [
      { status: 200, means: 'Ready.', dto: readinessDto },
      { status: 503, means: 'Not ready; `reasons` says why.', dto: readinessDto },
    ],
    errors: [],
  },
  openapi: {
    summary: 'This description',
    description: 'The whole interface as an OpenAPI 3.1 document.',
    tag: 'description',
    stability: 'unstable',
    session: 'none',
    success: [{ status: 200, means: 'The document.' }],
    errors: [],
  },
  docs: {
    summary: 'This description for people',
    description: 'One page made from the OpenAPI document; it loads nothing from elsewhere.',
    tag: 'description',
    stability: 'unstable',
    session: 'none',
    success: [{ status: 200, means: 'The page.' }],
    errors: [],
  },
};
