import { documentPath } from '../documents/document-path';
import type { NosCommands } from '../nos-file/nos-document';
import { parseNosFile } from '../nos-file/parse-nos-file';
import type { InventoryHost } from './inventory-host';

/** The command lines that a host answers in its own way, checked like those of a platform file; throws as that does. */
export function readHostCommands({ path, commands }: InventoryHost, origin: string): NosCommands | undefined {
  if (!commands) return undefined;
  const place = `${origin}: ${documentPath([...path, 'nos', 'configuration'])}`;
  return parseNosFile({ commands }, place).commands;
}
