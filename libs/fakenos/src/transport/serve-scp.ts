import { posix } from 'node:path';
import type { ServerChannel } from 'ssh2';
import type { Logger } from '../logger';
import type { DeviceFiles } from './device-files';
import { FileTree } from './file-tree';
import type { ScpCommand } from './scp-command';

const OK = 0;
const OK_BYTE = '\0';
const ERROR_BYTE = '\x01';

/** Speaks the protocol of `scp` with a client that runs it on the device: files go out, none come in. */
export function serveScp(
  channel: ServerChannel,
  command: ScpCommand,
  files: DeviceFiles,
  logger: Logger,
): void {
  let failed = false;
  let over = false;
  const finish = () => {
    if (over) return;
    over = true;
    channel.exit(failed ? 1 : 0);
    channel.end();
  };
  const complain = (sentence: string) => {
    failed = true;
    channel.write(`${ERROR_BYTE}scp: ${sentence}\n`);
  };
  channel.on('error', ({ message }: Error) =>
    logger.debug('A file transfer broke off.', { reason: message }),
  );
  if (command.kind === 'upload') {
    complain('this device takes no files: permission denied');
    channel.resume();
    return finish();
  }
  const messages = messagesOf(command, files, logger, complain);
  /** Each message goes out when the one before it has been confirmed; the client begins. */
  const next = () => {
    const { value, done } = messages.next();
    if (done) finish();
    else channel.write(value);
  };
  channel.on('data', (bytes: Buffer) => {
    for (const byte of bytes) {
      if (over) return;
      // Anything but a confirmation is the client's last word.
      if (byte !== OK) {
        failed = true;
        return finish();
      }
      next();
    }
  });
  channel.on('end', finish);
}

/** What is to be sent, message by message; each is confirmed by the client. */
function* messagesOf(
  { paths, times }: Extract<ScpCommand, { kind: 'download' }>,
  files: DeviceFiles,
  logger: Logger,
  complain: (sentence: string) => void,
): Generator<string | Buffer, void> {
  const tree = treeOf(files, logger);
  for (const path of paths) {
    const content = tree?.read(path);
    if (!content) {
      complain(`${path}: ${tree?.stat(path) ? 'not a regular file' : 'No such file or directory'}`);
      continue;
    }
    if (times) yield 'T0 0 0 0\n';
    yield `C0444 ${content.length} ${posix.basename(path.replace(/^.*:/, ''))}\n`;
    yield Buffer.concat([content, Buffer.from(OK_BYTE)]);
  }
}

function treeOf(files: DeviceFiles, logger: Logger): FileTree | undefined {
  try {
    return new FileTree(files());
  } catch (error) {
    logger.error('The files of a device could not be had.', { reason: String(error) });
    return undefined;
  }
}
