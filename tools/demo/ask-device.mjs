import ssh2 from 'ssh2';

/**
 * Logs in over SSH and runs one command.
 * @param {{host: string, port: number, user: string, password: string}} device
 * @param {string} command
 * @param {number} timeoutMs for the login
 * @returns {Promise<string>} what the device printed
 */
export function askDevice({ host, port, user, password }, command, timeoutMs = 10_000) {
  const client = new ssh2.Client();
  return new Promise((resolve, reject) => {
    client
      .on('error', reject)
      .on('ready', () => {
        client.exec(command, (error, channel) => {
          if (error) return reject(error);
          const chunks = [];
          channel.on('data', (chunk) => chunks.push(chunk));
          channel.stderr.on('data', (chunk) => chunks.push(chunk));
          channel.on('close', () => resolve(Buffer.concat(chunks).toString('utf8').replaceAll('\r', '')));
        });
      })
      .connect({ host, port, username: user, password, readyTimeout: timeoutMs });
  }).finally(() => client.end());
}
