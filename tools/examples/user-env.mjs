import { quietEnv } from '../workspace/quiet-env.mjs';

/**
 * The environment of a user who starts something in a project of their own: without the settings of the `npm run` and of
 * the Jest that started us, and without any that name a lab host.
 *
 * @param {Record<string, string>} [more] settings of that user
 * @returns {Record<string, string>}
 */
export function userEnv(more = {}) {
  const ours =
    /^(npm_(package|lifecycle|config_(local_)?prefix)|REMOTE_LAB_|JEST_|VITEST|NODE_(ENV|OPTIONS|PATH)$)/;
  return { ...Object.fromEntries(Object.entries(quietEnv()).filter(([name]) => !ours.test(name))), ...more };
}
