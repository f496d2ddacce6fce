import {
  behaviorDto,
  behaviorsDto,
  deviceRecordingDto,
  recordedPlatformDto,
  deviceSessionListDto,
  type ErrorCode,
  fakeNosInventoryDto,
  fakeNosVersionDto,
  jobDto,
  networkNamesDto,
  networksDto,
  nornirInventoryDto,
  restartNetworkRequestDto,
  type RouteName,
  startNetworkRequestDto,
  stoppedNetworksDto,
} from '@remote-lab/protocol';
import type { Operation } from './operation';

const BODY: readonly ErrorCode[] = ['unsupported_media_type', 'upload_too_large', 'validation_error'];

const START: readonly ErrorCode[] = [
  'unknown_worker',
  'invalid_inventory',
  'inventory_unreachable',
  'inventory_not_allowed',
  'unsupported_platform',
  'unsupported_device',
  'invalid_platform_file',
  'unsupported_platform_file',
  'port_in_use',
  'bind_failed',
  'network_start_failed',
  'start_timeout',
  'shutting_down',
];

const RUNNING: readonly ErrorCode[] = ['network_unknown', 'network_not_running'];

const WORKERS = {
  name: 'workers',
  type: 'string',
  help: 'Who is asked: `all` (when absent), `any`, or names, repeated or separated by commas; one server is one worker.',
} as const;

const DETAILS = {
  name: 'details',
  type: 'boolean',
  default: true,
  help: 'With `false` the answer is a list of names.',
} as const;

const SHARED = { tag: 'fakenos', stability: 'unstable', session: 'none' } as const;

type FakeNosRoute = Extract<
  RouteName,
  | 'startNetwork'
  | 'networks'
  | 'stopNetworks'
  | 'network'
  | 'restartNetwork'
  | 'stopNetwork'
  | 'networkBehavior'
  | 'setNetworkBehavior'
  | 'resetNetworkBehavior'
  | 'hostBehavior'
  | 'setHostBehavior'
  | 'resetHostBehavior'
  | 'deviceSessions'
  | 'deviceRecording'
  | 'recordedPlatform'
  | 'fakeNosInventory'
  | 'nornirInventory'
  | 'fakeNosVersion'
>;

/** The operations on fake networks, a part of `OPERATIONS`. */
export const FAKENOS_OPERATIONS: Readonly<Record<FakeNosRoute, Operation>> = {
  startNetwork: {
    ...SHARED,
    summary: 'Start a fake network',
    description:
      "Needs no session and no lab: any number of networks run side by side, each a process of its own. The inventory is FakeNOS's, or a Netlab topology; or where one is: a path or URL that the server may read; or none: what the server's configuration declares for that name, else its default, else three built-in hosts. Answers when every host listens. A network whose client goes away before the answer is stopped again; with `nowait` it is a job, whose events tell the progress.",
    body: { kind: 'json', dto: startNetworkRequestDto, required: true },
    success: [
      { status: 201, means: 'Every host listens.', dto: networksDto },
      { status: 202, means: 'With `nowait`: follow the job.', dto: jobDto },
    ],
    errors: [...BODY, 'invalid_name', 'network_running', 'too_many_networks', ...START],
  },
  networks: {
    ...SHARED,
    summary: 'The fake networks',
    description:
      'Those whose process has ended by itself are listed too, with `alive: false` and how it ended.',
    query: [DETAILS, WORKERS],
    success: [
      { status: 200, means: 'They are, by name:', dto: networksDto },
      { status: 200, means: 'With `details=false`:', dto: networkNamesDto },
    ],
    errors: ['validation_error', 'unknown_worker'],
  },
  stopNetworks: {
    ...SHARED,
    summary: 'Stop all fake networks',
    description: 'Answers when their processes are gone.',
    query: [WORKERS],
    success: [{ status: 200, means: 'These were stopped.', dto: stoppedNetworksDto }],
    errors: ['unknown_worker', 'network_stop_failed'],
  },
  network: {
    ...SHARED,
    summary: 'One fake network',
    description: 'As the list has it.',
    query: [DETAILS, WORKERS],
    success: [
      { status: 200, means: 'It is:', dto: networksDto },
      { status: 200, means: 'With `details=false`:', dto: networkNamesDto },
    ],
    errors: ['validation_error', 'unknown_worker', 'network_unknown'],
  },
  restartNetwork: {
    ...SHARED,
    summary: 'Restart a fake network',
    description:
      'Stops it and starts it again from the inventory that it had, which is not fetched anew; also one whose process has ended. What was configured on its devices is gone. It goes on when the client has gone.',
    body: { kind: 'json', dto: restartNetworkRequestDto },
    success: [
      { status: 200, means: 'Every host listens again.', dto: networksDto },
      { status: 202, means: 'With `nowait`: follow the job.', dto: jobDto },
    ],
    errors: [...BODY, 'network_unknown', 'network_stop_failed', ...START],
  },
  stopNetwork: {
    ...SHARED,
    summary: 'Stop a fake network',
    description: 'Answers when its process is gone; one that hangs is killed.',
    query: [WORKERS],
    success: [{ status: 200, means: 'It was stopped.', dto: stoppedNetworksDto }],
    errors: ['network_unknown', 'unknown_worker', 'network_stop_failed'],
  },
  networkBehavior: {
    ...SHARED,
    summary: 'How the hosts of a fake network behave',
    description: 'Every host, by name; `{}` is one without faults.',
    success: [{ status: 200, means: 'They behave so.', dto: behaviorsDto }],
    errors: RUNNING,
  },
  setNetworkBehavior: {
    ...SHARED,
    summary: 'Have all hosts misbehave',
    description:
      'From now on every host behaves so, also one that was told otherwise, and in sessions that are open: latency, slow or cut output, dropped connections, refused logins, wrong prompts, canned answers.',
    body: { kind: 'json', dto: behaviorDto, required: true },
    success: [{ status: 200, means: 'They behave so.', dto: behaviorsDto }],
    errors: [...BODY, 'invalid_behavior', ...RUNNING, 'shutting_down'],
  },
  resetNetworkBehavior: {
    ...SHARED,
    summary: 'Have all hosts behave again',
    description: 'Every host is without faults from now on.',
    success: [{ status: 204, means: 'They do.' }],
    errors: RUNNING,
  },
  hostBehavior: {
    ...SHARED,
    summary: 'How a host behaves',
    description: '`{}` is one without faults.',
    success: [{ status: 200, means: 'It behaves so.', dto: behaviorDto }],
    errors: [...RUNNING, 'host_unknown'],
  },
  setHostBehavior: {
    ...SHARED,
    summary: 'Have a host misbehave',
    description:
      'From now on this host behaves so, whatever it was told before; what is not mentioned follows what all hosts were told.',
    body: { kind: 'json', dto: behaviorDto, required: true },
    success: [{ status: 200, means: 'It behaves so.', dto: behaviorDto }],
    errors: [...BODY, 'invalid_behavior', ...RUNNING, 'host_unknown', 'shutting_down'],
  },
  resetHostBehavior: {
    ...SHARED,
    summary: 'Have a host behave again',
    description: 'It behaves as the other hosts were told to.',
    success: [{ status: 204, means: 'It does.' }],
    errors: [...RUNNING, 'host_unknown'],
  },
  deviceSessions: {
    ...SHARED,
    summary: 'Who logged in to a fake network',
    description: 'The logins on its hosts that are remembered, the oldest first.',
    success: [{ status: 200, means: 'The logins.', dto: deviceSessionListDto }],
    errors: RUNNING,
  },
  deviceRecording: {
    ...SHARED,
    summary: 'What was said to a host',
    description:
      'A login with all that was typed and shown, and when. What is typed without echo, such as a password, is not kept.',
    success: [{ status: 200, means: 'The recording.', dto: deviceRecordingDto }],
    errors: [...RUNNING, 'recording_unknown'],
  },
  recordedPlatform: {
    ...SHARED,
    summary: 'A platform that answers as a host did',
    description:
      "A platform file in FakeNOS's schema, made of a recorded login: as `nos.plugin` of a host it answers the same lines with the same words again.",
    success: [{ status: 200, means: 'The platform file.', dto: recordedPlatformDto }],
    errors: [...RUNNING, 'recording_unknown'],
  },
  fakeNosInventory: {
    ...SHARED,
    summary: 'What is configured for fake networks',
    description: 'The file of `--fakenos-config` as it was read.',
    query: [WORKERS],
    success: [{ status: 200, means: 'The configuration.', dto: fakeNosInventoryDto }],
    errors: ['unknown_worker'],
  },
  nornirInventory: {
    ...SHARED,
    summary: 'The hosts of fake networks for Nornir',
    description:
      'The hosts of the networks that live, in the shape that Nornir reads. A name that two networks have becomes `network-host`.',
    query: [
      { name: 'network', type: 'string', help: 'Only the hosts of this network.' },
      {
        name: 'groups',
        type: 'string',
        help: 'Groups that every host is in; repeated or separated by commas.',
      },
      WORKERS,
    ],
    success: [{ status: 200, means: 'The hosts.', dto: nornirInventoryDto }],
    errors: ['unknown_worker', 'network_unknown'],
  },
  fakeNosVersion: {
    ...SHARED,
    summary: 'Versions',
    description: 'Of what plays the fake networks.',
    query: [WORKERS],
    success: [{ status: 200, means: 'The versions by name.', dto: fakeNosVersionDto }],
    errors: ['unknown_worker'],
  },
};
