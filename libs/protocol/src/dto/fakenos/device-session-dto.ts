import { defineDto, type ObjectSchema } from '../define-dto';

/** One login on a fake device, without what was said. */
export interface DeviceSessionDto {
  /** Unique within the network. */
  id: string;
  host: string;
  username: string;
  /** `ssh` or `telnet`. */
  transport: string;
  /** `shell`, or `exec` when one command was asked for. */
  kind: string;
  client_address: string;
  /** ISO 8601. */
  started_at: string;
  /** ISO 8601; null while it lasts. */
  ended_at: string | null;
  /** Null while it lasts, and when the connection broke off. */
  exit_status: number | null;
  /** Lines that the client sent. */
  lines: number;
  characters_in: number;
  characters_out: number;
  /** More was said than is kept. */
  truncated: boolean;
}

/** The same with all that was said. */
export interface DeviceRecordingDto extends DeviceSessionDto {
  /** In order. */
  events: DeviceRecordingEventDto[];
}

/** Something that was said. */
export interface DeviceRecordingEventDto {
  /** Milliseconds since the session began. */
  at_ms: number;
  /** `in`: what the client typed; `out`: what it was shown. */
  kind: string;
  text: string;
}

const properties: ObjectSchema<DeviceSessionDto>['properties'] = {
  id: { type: 'string', minLength: 1 },
  host: { type: 'string' },
  username: { type: 'string' },
  transport: { type: 'string' },
  kind: { type: 'string' },
  client_address: { type: 'string' },
  started_at: { type: 'string' },
  ended_at: { type: ['string', 'null'] },
  exit_status: { type: ['integer', 'null'] },
  lines: { type: 'integer', minimum: 0 },
  characters_in: { type: 'integer', minimum: 0 },
  characters_out: { type: 'integer', minimum: 0 },
  truncated: { type: 'boolean' },
};

const required = [
  'id',
  'host',
  'username',
  'transport',
  'kind',
  'client_address',
  'started_at',
  'ended_at',
  'exit_status',
  'lines',
  'characters_in',
  'characters_out',
  'truncated',
] as const;

const deviceSessionSchema: ObjectSchema<DeviceSessionDto> = { type: 'object', properties, required };

/** Answer of `GET /fakenos/networks/{network}/sessions`, the oldest first. */
export const deviceSessionListDto = defineDto<DeviceSessionDto[]>('DeviceSessionListDto', {
  type: 'array',
  items: deviceSessionSchema,
});

/** A platform file as FakeNOS reads it, made of a recorded login: `nos.plugin` of a host that is to answer like that again. */
export interface RecordedPlatformDto {
  name: string;
  initial_prompt: string;
  /** What each line was answered; see FakeNOS's platform files. */
  commands: Record<string, object>;
}

/** {@link RecordedPlatformDto} with its schema and check. */
export const recordedPlatformDto = defineDto<RecordedPlatformDto>('RecordedPlatformDto', {
  type: 'object',
  properties: {
    name: { type: 'string', minLength: 1 },
    initial_prompt: { type: 'string' },
    commands: { type: 'object', required: [], additionalProperties: { type: 'object', required: [] } },
  },
  required: ['name', 'initial_prompt', 'commands'],
});

const recordingEventSchema: ObjectSchema<DeviceRecordingEventDto> = {
  type: 'object',
  properties: {
    at_ms: { type: 'number', minimum: 0 },
    kind: { type: 'string' },
    text: { type: 'string' },
  },
  required: ['at_ms', 'kind', 'text'],
};

/** {@link DeviceRecordingDto} with its schema and check. */
export const deviceRecordingDto = defineDto<DeviceRecordingDto>('DeviceRecordingDto', {
  type: 'object',
  properties: { ...properties, events: { type: 'array', items: recordingEventSchema } },
  required: [...required, 'events'],
});
