import type { ServerChannel } from 'ssh2';
import type { Dialogue } from '../engine/dialogue';
import type { ShellSink } from '../engine/shell-options';
import type { Logger } from '../logger';

/** Joins a dialogue and an SSH channel: what one says goes to the other, at the pace of the client. */
export function carryDialogue(
  channel: ServerChannel,
  logger: Logger,
  open: (sink: ShellSink) => Dialogue,
): Dialogue {
  const dialogue = open({
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
  });
  channel.on('data', (bytes: Buffer) => dialogue.input(bytes));
  channel.on('end', () => dialogue.inputOver());
  channel.once('close', () => dialogue.hungUp?.());
  const goOn = () => {
    channel.resume();
    dialogue.resume();
  };
  channel.on('drain', goOn);
  channel.stderr.on('drain', goOn);
  const brokeOff = ({ message }: Error) => logger.debug('A session broke off.', { reason: message });
  channel.on('error', brokeOff);
  channel.stderr.on('error', brokeOff);
  return dialogue;
}
