/**
 * The environment in which tools neither ask, nor phone home, nor leave a daemon behind.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {NodeJS.ProcessEnv}
 */
export function quietEnv(env = process.env) {
  return {
    ...env,
    CI: env.CI || 'true',
    NX_DAEMON: 'false',
    NX_NO_CLOUD: 'true',
    NX_TUI: 'false',
    NX_INTERACTIVE: 'false',
    npm_config_update_notifier: 'false',
  };
}
