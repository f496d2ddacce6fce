import type { ServerChannel, Session } from 'ssh2';
import type { Dialogue, DialogueClient } from '../engine/dialogue';
import { askForLogin } from './ask-for-login';
import { carryDialogue } from './carry-dialogue';
import { readScpCommand } from './scp-command';
import { serveScp } from './serve-scp';
import { serveSftp } from './serve-sftp';
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
  // Whoever has not logged in yet, because the session asks for that, is offered no files.
  const files = login.inSession ? undefined : options.files;
  session.on('exec', (accept, _reject, { command }) => {
    const scp = files && readScpCommand(command);
    if (scp) return serveScp(accept(), scp, files, options.logger);
    dialogue = begin(accept());
    dialogue.execute(command);
  });
  session.on('sftp', (accept, reject) => {
    if (files) serveSftp(accept(), files, options.logger);
    else reject?.();
  });
}
