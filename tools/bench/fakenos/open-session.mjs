import { Client } from 'ssh2';

const PROMPT = /[>#] ?$/;
const DEADLINE_MS = 120_000;

/**
 * Logs in and waits for the prompt.
 * @param {{port: number, username: string, password: string}} host
 * @returns {Promise<{run: (command: string) => Promise<string>, end: () => void}>}
 */
export async function openSession({ port, username, password }) {
  const client = new Client();
  await new Promise((resolve, reject) => {
    client.once('ready', resolve).once('error', reject);
    client.connect({ host: '127.0.0.1', port, username, password, readyTimeout: DEADLINE_MS });
    client.setNoDelay(true);
  });
  const shell = await new Promise((resolve, reject) =>
    client.shell((error, channel) => (error ? reject(error) : resolve(channel))),
  );
  let heard = '';
  let waiting = () => undefined;
  shell.setEncoding('utf8').on('data', (text) => {
    heard += text;
    waiting();
  });
  // Whoever stops the network hangs up on the session.
  client.on('error', () => undefined);
  const prompted = () =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`No prompt on port ${port}: ${heard}`)), DEADLINE_MS);
      waiting = () => {
        if (!PROMPT.test(heard)) return;
        clearTimeout(late);
        const said = heard;
        heard = '';
        resolve(said);
      };
      waiting();
    });
  await prompted();
  return {
    run(command) {
      shell.write(`${command}\r`);
      return prompted();
    },
    end: () => client.end(),
  };
}
