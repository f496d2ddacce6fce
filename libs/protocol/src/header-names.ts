/** Carries the session id on every `/lab*` request and on the heartbeat. Header names know no case. */
export const SESSION_HEADER = 'X-Session-ID';
