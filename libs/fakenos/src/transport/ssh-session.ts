import type { ServerChannel, Session } from 'ssh2';
import type { Logger } from '../logger';
import type { Dialogue, DialogueClient, OpenDialogue } from '../engine/dialogue';

/** Everything a session's dialogue needs that its channel does not bring. */
export interface SessionOptions {
  readonly openDialogue: OpenDialogue;
  readonly username: string;
  readonly logger: Logger;
}

type Terminal = NonNullable<DialogueClient['terminal']>;

/** Serves one session channel: a terminal if asked for, then a shell or one command; file transfer and the like are refused. */
export function serveSession(session: Session, options: SessionOptions): void {
  let terminal: Terminal | undefined;
  let shell: Dialogue | undefined;
  session.on('pty', (accept, _reject, { rows, cols }) => {
    terminal = { rows, columns: cols };
    accept?.();
  });
  session.on('env', (accept) => accept?.());
  session.on('window-change', (accept, _reject, { rows, cols }) => {
    shell?.resize(rows, cols);
    accept?.();
  });
  session.on('shell', (accept) => {
    shell = connect(accept(), options, terminal);
    shell.interact();
  });
  session.on('exec', (accept, _reject, { command }) => {
    shell = connect(accept(), options, terminal);
    shell.execute(command);
  });
}

function connect(channel: ServerChannel, options: SessionOptions, terminal: Terminal | undefined): Dialogue {
  const shell = options.openDialogue({
    username: options.username,
    ...(terminal ? { terminal } : {}),
    sink: {
      write: (text, stream) => {
        const room = (stream === 'error' ? channel.stderr : channel).write(text);
        if (!room) channel.pause();
        return room;
      },
      end: (status) => {
        // The status must not overtake output that waits for the client's window.
        const finish = () =>
          channel.write('', () => {
            channel.exit(status);
            channel.end();
          });
        if (channel.stderr.writable) channel.stderr.write('', finish);
        else finish();
      },
    },
  });
  channel.on('data', (bytes: Buffer) => shell.input(bytes));
  channel.on('end', () => shell.inputOver());
  const goOn = () => {
    channel.resume();
    shell.resume();
  };
  channel.on('drain', goOn);
  channel.stderr.on('drain', goOn);
  const brokeOff = ({ message }: Error) => options.logger.debug('A session broke off.', { reason: message });
  channel.on('error', brokeOff);
  channel.stderr.on('error', brokeOff);
  return shell;
}
