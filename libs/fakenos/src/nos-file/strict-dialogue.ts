import type { OpenDialogue } from '../engine/dialogue';
import { NosCommandTable } from './nos-command-table';
import type { NosCommands, NosDocument } from './nos-document';
import type { ShellConfiguration } from './shell-configuration';
import { StrictShell } from './strict-shell';

/** A host that plays a platform file. */
export interface StrictDialogueOptions {
  readonly document: NosDocument;
  /** The host's name. */
  readonly host: string;
  /** The inventory's `shell.configuration`. */
  readonly shellConfiguration?: ShellConfiguration;
  /** The inventory's `nos.configuration.commands`. */
  readonly commands?: NosCommands;
}

/** How a host answers that plays a platform file: in each session a {@link StrictShell}. */
export function strictDialogue(options: StrictDialogueOptions): OpenDialogue {
  const { document, host, commands: own, shellConfiguration = {} } = options;
  const basePrompt = shellConfiguration.base_prompt ?? host;
  // At the first login, so that a host nobody asks costs nothing.
  let commands: NosCommandTable | undefined;
  return (client) => {
    commands ??= new NosCommandTable(document, basePrompt, own);
    return new StrictShell({ commands, shellConfiguration, client });
  };
}
