import { startServerProcess, stateFolder } from '../../support/server-process';

/** A lab-server of its own, as the guides have it started. */
export interface DocumentedServer extends AsyncDisposable {
  readonly url: string;
}

/** Starts the built server on a free port of loopback, with fake devices and its state in a temporary folder. */
export async function startDocumentedServer(options: readonly string[] = []): Promise<DocumentedServer> {
  const folder = await stateFolder();
  try {
    const server = await startServerProcess(folder.path, options);
    return {
      url: server.url,
      async [Symbol.asyncDispose]() {
        await server.stop('SIGTERM');
        await folder[Symbol.asyncDispose]();
      },
    };
  } catch (error) {
    await folder[Symbol.asyncDispose]();
    throw error;
  }
}
