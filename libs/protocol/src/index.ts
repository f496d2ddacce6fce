export { type AcquireResponseDto, acquireResponseDto } from './dto/acquire-response-dto';
export { type ActiveSessionResponseDto, activeSessionResponseDto } from './dto/active-session-response-dto';
export { type CreateSessionRequestDto, createSessionRequestDto } from './dto/create-session-request-dto';
export { type CreateSessionResponseDto, createSessionResponseDto } from './dto/create-session-response-dto';
export { type DebugHealthDto, debugHealthDto } from './dto/debug-health-dto';
export { type DtoDefinition } from './dto/define-dto';
export {
  type DeviceInfoDto,
  deviceInfoDto,
  deviceInfoListDto,
  type SshLoginDto,
} from './dto/device-info-dto';
export { type ErrorDto, errorDto, errorResponseDto, type TopologyProblemDto } from './dto/error-dto';
export {
  type BehaviorDto,
  behaviorDto,
  type BehaviorsDto,
  behaviorsDto,
  type CannedAnswerDto,
} from './dto/fakenos/behavior-dto';
export {
  type DeviceRecordingDto,
  type RecordedPlatformDto,
  deviceRecordingDto,
  recordedPlatformDto,
  type DeviceRecordingEventDto,
  type DeviceSessionDto,
  deviceSessionListDto,
} from './dto/fakenos/device-session-dto';
export { type FakeNosInventoryDto, fakeNosInventoryDto } from './dto/fakenos/fakenos-inventory-dto';
export { type FakeNosVersionDto, fakeNosVersionDto } from './dto/fakenos/fakenos-version-dto';
export {
  type NetworkDetailsDto,
  type NetworkHostDto,
  networkNamesDto,
  type NetworksDto,
  networksDto,
  type StoppedNetworksDto,
  stoppedNetworksDto,
} from './dto/fakenos/networks-dto';
export {
  type NornirHostDto,
  type NornirInventoryDto,
  nornirInventoryDto,
} from './dto/fakenos/nornir-inventory-dto';
export {
  type RestartNetworkRequestDto,
  restartNetworkRequestDto,
} from './dto/fakenos/restart-network-request-dto';
export { type StartNetworkRequestDto, startNetworkRequestDto } from './dto/fakenos/start-network-request-dto';
export { JOB_STATES, type JobDto, jobDto, type JobStateDto } from './dto/job-dto';
export { type JobProgressEventDto, jobProgressEventDto } from './dto/job-progress-event-dto';
export { type LabEventDto, labEventDto } from './dto/lab-event-dto';
export { LAB_STATES, type LabStateDto, type LabStatusDto, labStatusDto } from './dto/lab-status-dto';
export { type ReadinessDto, readinessDto } from './dto/readiness-dto';
export { type SessionEndedEventDto, sessionEndedEventDto } from './dto/session-ended-event-dto';
export {
  type LabSummaryDto,
  type SessionHolderDto,
  type SessionStatusDto,
  type SessionStatusResponseDto,
  sessionStatusResponseDto,
} from './dto/session-status-response-dto';
export { type TopologyNodeDto, type TopologyReportDto, topologyReportDto } from './dto/topology-report-dto';
export { type ValidationIssueDto, validationIssueDto } from './dto/validation-issue-dto';
export { ERROR_CODES, type ErrorCode, isErrorCode } from './error-codes';
export { EVENT_NAMES, type EventName, SNAPSHOT_EVENT } from './event-names';
export { FORM_FIELDS, parseWireBoolean } from './form-fields';
export { SESSION_HEADER } from './header-names';
export { netmikoPlatform } from './netmiko-platform';
export { type Route, type RouteName, ROUTES, routePath } from './routes';
