import { createRequire } from 'node:module';
import { extname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Platform } from '../engine/platform';
import { FakeNosError, messageOf } from '../errors';
import { checkPlatform } from './check-platform';

const JAVASCRIPT = ['.js', '.cjs', '.mjs'];
const TYPESCRIPT = ['.ts', '.cts', '.mts'];

/**
 * Loads a platform that somebody wrote as a module: a file whose export `platform` (or default export) is a
 * {@link Platform}. It is a program and runs with all the rights of this process: the path must come from the
 * operator's configuration, never from a request.
 *
 * @param path of a `.js`, `.cjs` or `.mjs` file, and of a TypeScript file where this Node runs those
 * @throws FakeNosError `unsupported_platform_file` for any other file, `invalid_platform_file` for a module that fails,
 *   or that exports no platform; the fields that are missing or wrong are named
 */
export async function loadPlatformModule(path: string): Promise<Platform> {
  const file = resolve(path);
  refuseUnrunnable(file);
  const exported = await run(file).catch((error: unknown) => {
    // Node adds a list of who asked for the module, which is this program.
    const [reason = ''] = messageOf(error).split('\nRequire stack:');
    const sentence = `The platform module ${file} cannot be loaded: ${reason}`;
    throw new FakeNosError('invalid_platform_file', sentence, { cause: error });
  });
  const platform = platformIn(exported);
  if (platform !== undefined) return checkPlatform(platform, file);
  throw new FakeNosError(
    'invalid_platform_file',
    `The platform module ${file} exports no platform: write "export const platform = { name, modes, commands, … }".`,
    { problems: [{ path: 'platform', message: 'is missing' }] },
  );
}

function refuseUnrunnable(file: string): void {
  const ending = extname(file).toLowerCase();
  if (JAVASCRIPT.includes(ending)) return;
  if (!TYPESCRIPT.includes(ending)) {
    throw new FakeNosError(
      'unsupported_platform_file',
      `${file} is no platform module: it must be a JavaScript file (.js, .cjs, .mjs), or a TypeScript one where Node runs those.`,
    );
  }
  const { typescript } = process.features as { readonly typescript?: unknown };
  if (typescript === 'strip' || typescript === 'transform') return;
  throw new FakeNosError(
    'unsupported_platform_file',
    `${file} is TypeScript, which Node ${process.versions.node} does not run: compile it and name the .js file, or use Node 22.18 or later.`,
  );
}

/** `require` and, for a module that waits while it loads, `import`: this package is CommonJS, a platform may be either. */
async function run(file: string): Promise<unknown> {
  try {
    return createRequire(file)(file);
  } catch (error) {
    if (codeOf(error) !== 'ERR_REQUIRE_ASYNC_MODULE') throw error;
    return await import(pathToFileURL(file).href);
  }
}

function platformIn(exported: unknown): unknown {
  if (typeof exported !== 'object' || exported === null) return undefined;
  if ('platform' in exported) return exported.platform;
  const inner = 'default' in exported ? exported.default : undefined;
  return typeof inner === 'object' && inner !== null && 'platform' in inner ? inner.platform : inner;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
