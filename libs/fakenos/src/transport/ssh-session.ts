import type { ServerChannel, Session } from 'ssh2';
import type { Dialogue, DialogueClient } from '../engine/dialogue';
import { askForLogin } from './ask-for-login';
import { carryDialogue } from './carry-dialogue';
import type { SshLogin } from './ssh-authentication';
import type { SshServerOptions } from './ssh-server';
import type { AdmittedClient } from './tcp-listener';

/** Serves one session channel: a terminal if asked for, then a shell, one command or a file transfer. */
export function serveSession(
  session: Session,
  options: SshServerOptions,
  login: SshLogin,
  client: AdmittedClient,
): void {
  let terminal: DialogueClient['terminal'];
  let dialogue: Dialogue | undefined;
  session.on('pty', (accept, _reject, { rows, cols }) => {
    terminal = { rows, columns: cols };
    accept?.();
  });
  session.on('env', (accept) => accept?.());
  session.on('window-change', (accept, _reject, { rows, cols }) => {
    dialogue?.resize(rows, cols);
    accept?.();
  });
  const begin = (channel: ServerChannel): Dialogue =>
    carryDialogue(channel, options.logger, (sink) => {
      const hangUp = () => client.socket.destroy();
      const connection = { transport: 'ssh', address: client.address, hangUp } as const;
      const base = { sink, connection, ...(terminal ? { terminal } : {}) };
      if (!login.inSession) return options.openDialogue({ ...base, username: options.credentials.username });
      const prompts = options.login?.inSession;
      return askForLogin(base, options, { prompts, onLogin: () => client.loggedIn() });
    });
  session.on('shell', (accept) => {
    dialogue = begin(accept());
    dialogue.interact();
  });
  session.on('exec', (accept, _reject, { command }) => {
    dialogue = begin(accept());
    dialogue.execute(command);
  });
}
