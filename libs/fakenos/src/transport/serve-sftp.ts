import { posix } from 'node:path';
import type { Attributes, SFTPWrapper } from 'ssh2';
import { utils } from 'ssh2';
import type { Logger } from '../logger';
import type { DeviceFiles } from './device-files';
import { endSftp } from './end-sftp';
import type { FileEntryFacts } from './file-tree';
import { FileTree } from './file-tree';

const { STATUS_CODE, OPEN_MODE } = utils.sftp;
const DIRECTORY_MODE = 0o040555;
const FILE_MODE = 0o100444;
const MOST_HANDLES = 256;
const LONGEST_READ = 32_768;
/** What would change a file. */
const WRITING = OPEN_MODE.WRITE | OPEN_MODE.APPEND | OPEN_MODE.CREAT | OPEN_MODE.TRUNC;

/** Something a client has opened. */
type Handle =
  | { readonly kind: 'file'; readonly content: Buffer }
  | { readonly kind: 'directory'; readonly path: string; listed: boolean };

/** Serves a file transfer session over what the device offers for reading; every write is refused. */
export function serveSftp(sftp: SFTPWrapper, files: DeviceFiles, logger: Logger): void {
  const handles = new Map<string, Handle>();
  let lastHandle = 0;
  const fail = (id: number, code: number) => sftp.status(id, code);
  /** Answers from the files as they are now; a device that cannot say what they are has none to offer. */
  const look = (id: number, answer: (tree: FileTree) => void) => {
    try {
      answer(new FileTree(files()));
    } catch (error) {
      logger.error('The files of a device could not be had.', { reason: String(error) });
      fail(id, STATUS_CODE.FAILURE);
    }
  };
  const open = (id: number, handle: Handle) => {
    if (handles.size >= MOST_HANDLES) return fail(id, STATUS_CODE.FAILURE);
    const name = String(++lastHandle);
    handles.set(name, handle);
    sftp.handle(id, Buffer.from(name));
  };
  const handleOf = (name: Buffer) => handles.get(name.toString('latin1'));

  sftp.on('OPEN', (id, path, flags) => {
    if ((flags & WRITING) !== 0) return fail(id, STATUS_CODE.PERMISSION_DENIED);
    look(id, (tree) => {
      const content = tree.read(path);
      if (content) open(id, { kind: 'file', content });
      else fail(id, tree.stat(path) ? STATUS_CODE.FAILURE : STATUS_CODE.NO_SUCH_FILE);
    });
  });
  sftp.on('READ', (id, name, offset, length) => {
    const handle = handleOf(name);
    if (handle?.kind !== 'file') return fail(id, STATUS_CODE.FAILURE);
    const piece = handle.content.subarray(offset, offset + Math.min(length, LONGEST_READ));
    if (piece.length === 0) fail(id, STATUS_CODE.EOF);
    else sftp.data(id, piece);
  });
  sftp.on('FSTAT', (id, name) => {
    const handle = handleOf(name);
    if (handle?.kind === 'file') sftp.attrs(id, attributesOf({ kind: 'file', size: handle.content.length }));
    else if (handle) sftp.attrs(id, attributesOf({ kind: 'directory' }));
    else fail(id, STATUS_CODE.FAILURE);
  });
  sftp.on('CLOSE', (id, name) => {
    const known = handles.delete(name.toString('latin1'));
    fail(id, known ? STATUS_CODE.OK : STATUS_CODE.FAILURE);
  });
  sftp.on('OPENDIR', (id, path) => {
    look(id, (tree) => {
      if (tree.list(path)) open(id, { kind: 'directory', path, listed: false });
      else fail(id, tree.stat(path) ? STATUS_CODE.FAILURE : STATUS_CODE.NO_SUCH_FILE);
    });
  });
  sftp.on('READDIR', (id, name) => {
    const handle = handleOf(name);
    if (handle?.kind !== 'directory') return fail(id, STATUS_CODE.FAILURE);
    if (handle.listed) return fail(id, STATUS_CODE.EOF);
    handle.listed = true;
    look(id, (tree) => sftp.name(id, listing(tree, handle.path)));
  });
  const stat = (id: number, path: string) =>
    look(id, (tree) => {
      const facts = tree.stat(path);
      if (facts) sftp.attrs(id, attributesOf(facts));
      else fail(id, STATUS_CODE.NO_SUCH_FILE);
    });
  sftp.on('STAT', stat);
  sftp.on('LSTAT', stat);
  sftp.on('REALPATH', (id, path) => look(id, (tree) => sftp.name(id, [entry(tree.resolve(path))])));
  const refuse = (id: number) => fail(id, STATUS_CODE.PERMISSION_DENIED);
  for (const change of ['WRITE', 'SETSTAT', 'FSETSTAT', 'REMOVE', 'MKDIR', 'RMDIR', 'RENAME', 'SYMLINK'])
    sftp.on(change, refuse);
  // OpenSSH says that it is done and waits for the device to close.
  sftp.on('end', () => endSftp(sftp));
  sftp.on('error', ({ message }: Error) => logger.debug('A file transfer broke off.', { reason: message }));
}

function listing(tree: FileTree, path: string) {
  const names = tree.list(path) ?? [];
  return ['.', '..', ...names].map((name) => entry(name, tree.stat(posix.join(tree.resolve(path), name))));
}

function entry(filename: string, facts: FileEntryFacts = { kind: 'directory' }) {
  const size = facts.kind === 'file' ? facts.size : 0;
  const mode = facts.kind === 'file' ? '-r--r--r--' : 'dr-xr-xr-x';
  const longname = `${mode}    1 root     root     ${String(size).padStart(8)} Jan  1  1970 ${filename}`;
  return { filename, longname, attrs: attributesOf(facts) };
}

function attributesOf(facts: FileEntryFacts): Attributes {
  const file = facts.kind === 'file';
  return {
    mode: file ? FILE_MODE : DIRECTORY_MODE,
    uid: 0,
    gid: 0,
    size: file ? facts.size : 0,
    atime: 0,
    mtime: 0,
  };
}
