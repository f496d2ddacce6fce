/** The paths of the wire, with `{name}` for parameters, and the methods each answers to. */
export const ROUTES = {
  createSession: { method: 'POST', path: '/session' },
  heartbeat: { method: 'POST', path: '/session/heartbeat' },
  sessionStatus: { method: 'GET', path: '/session/{session_id}' },
  sessionEvents: { method: 'GET', path: '/session/{session_id}/events' },
  endSession: { method: 'DELETE', path: '/session/{session_id}' },
  activeSession: { method: 'GET', path: '/active-session' },
  validateTopology: { method: 'POST', path: '/topology/validate' },
  acquireLab: { method: 'POST', path: '/lab' },
  labStatus: { method: 'GET', path: '/lab' },
  releaseLab: { method: 'POST', path: '/lab/release' },
  destroyLab: { method: 'DELETE', path: '/lab' },
  labDevices: { method: 'GET', path: '/lab/devices' },
  startNetwork: { method: 'POST', path: '/fakenos/networks' },
  networks: { method: 'GET', path: '/fakenos/networks' },
  stopNetworks: { method: 'DELETE', path: '/fakenos/networks' },
  network: { method: 'GET', path: '/fakenos/networks/{network}' },
  restartNetwork: { method: 'POST', path: '/fakenos/networks/{network}/restart' },
  stopNetwork: { method: 'DELETE', path: '/fakenos/networks/{network}' },
  networkBehavior: { method: 'GET', path: '/fakenos/networks/{network}/behavior' },
  setNetworkBehavior: { method: 'PUT', path: '/fakenos/networks/{network}/behavior' },
  resetNetworkBehavior: { method: 'DELETE', path: '/fakenos/networks/{network}/behavior' },
  hostBehavior: { method: 'GET', path: '/fakenos/networks/{network}/hosts/{host}/behavior' },
  setHostBehavior: { method: 'PUT', path: '/fakenos/networks/{network}/hosts/{host}/behavior' },
  resetHostBehavior: { method: 'DELETE', path: '/fakenos/networks/{network}/hosts/{host}/behavior' },
  deviceSessions: { method: 'GET', path: '/fakenos/networks/{network}/sessions' },
  deviceRecording: { method: 'GET', path: '/fakenos/networks/{network}/sessions/{id}' },
  recordedPlatform: { method: 'GET', path: '/fakenos/networks/{network}/sessions/{id}/platform' },
  fakeNosInventory: { method: 'GET', path: '/fakenos/inventory' },
  nornirInventory: { method: 'GET', path: '/fakenos/nornir-inventory' },
  fakeNosVersion: { method: 'GET', path: '/fakenos/version' },
  jobStatus: { method: 'GET', path: '/jobs/{job_id}' },
  jobEvents: { method: 'GET', path: '/jobs/{job_id}/events' },
  cancelJob: { method: 'DELETE', path: '/jobs/{job_id}' },
  healthz: { method: 'GET', path: '/healthz' },
  debugHealth: { method: 'GET', path: '/debug/health' },
  readyz: { method: 'GET', path: '/readyz' },
  openapi: { method: 'GET', path: '/openapi.json' },
  docs: { method: 'GET', path: '/docs' },
} as const satisfies Record<string, Route>;

/** One operation of the wire. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
}

/** The name of an operation in {@link ROUTES}. */
export type RouteName = keyof typeof ROUTES;

/** Fills the parameters of a path: `routePath('sessionStatus', { session_id })`. Values are percent-encoded. */
export function routePath(name: RouteName, parameters: Readonly<Record<string, string>> = {}): string {
  return ROUTES[name].path.replace(/\{(\w+)\}/g, (_, parameter: string) => {
    const value = parameters[parameter];
    if (value === undefined)
      throw new TypeError(`The path ${ROUTES[name].path} needs a value for ${parameter}.`);
    return encodeURIComponent(value);
  });
}
