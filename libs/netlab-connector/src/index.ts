export type { NetlabCall, NetlabResult, OutputStream, RunNetlab } from './run-netlab';
