import { dirname, resolve } from 'node:path';
import { type FakeNosConfiguration, readFakeNosConfiguration } from '@remote-lab/fakenos';
import type { FakeNosOptions } from './config';
import { ConfigError } from './config-error';

/** What the options say about fake networks. */
export interface FakeNosOptionTexts {
  /** Path of the file of `--fakenos-config`. */
  readonly file: string | undefined;
  readonly urls: readonly string[];
  readonly folders: readonly string[];
  /** Reads a file's text. */
  readonly readFile: (path: string) => string;
}

/**
 * Reads the file that configures fake networks, and adds what the options allow beside it.
 * @throws {ConfigError} for anything that cannot be used.
 */
export function readFakeNosOptions({ file, urls, folders, readFile }: FakeNosOptionTexts): FakeNosOptions {
  const written = file === undefined ? {} : readFakeNosFile(file, readFile);
  for (const url of urls) refuseOtherUrls(url);
  const allowedUrls = [...(written.allowed_urls ?? []), ...urls];
  const inventoryFolders = [...(written.inventory_folders ?? []), ...folders.map((each) => resolve(each))];
  return {
    configuration: {
      ...written,
      ...(allowedUrls.length === 0 ? {} : { allowed_urls: allowedUrls }),
      ...(inventoryFolders.length === 0 ? {} : { inventory_folders: inventoryFolders }),
    },
    folder: file === undefined ? resolve('.') : dirname(resolve(file)),
  };
}

function refuseOtherUrls(text: string): void {
  if (URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol)) return;
  throw new ConfigError(
    `--fakenos-url-allow is '${text}', but must be the beginning of an http or https URL, such as https://git.example.org/labs/.`,
  );
}

function readFakeNosFile(path: string, readFile: (path: string) => string): FakeNosConfiguration {
  let text: string;
  try {
    text = readFile(path);
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new ConfigError(`The file of --fakenos-config cannot be read: ${words}.`, { cause: error });
  }
  try {
    return readFakeNosConfiguration(text, path);
  } catch (error) {
    // It says where, and what is expected there.
    if (error instanceof Error && 'code' in error && error.code === 'invalid_configuration')
      throw new ConfigError(error.message, { cause: error });
    throw error;
  }
}
