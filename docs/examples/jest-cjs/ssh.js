const { Client } = require('ssh2');

/** Logs in to a device, runs one command, and resolves with what the device printed. */
function ask({ host, port, user, password }, command) {
  const ssh = new Client();
  return new Promise((resolve, reject) => {
    ssh.once('error', reject);
    ssh.once('ready', () => {
      ssh.exec(command, (error, channel) => {
        if (error) return reject(error);
        let text = '';
        channel.on('data', (chunk) => (text += chunk));
        channel.once('close', () => resolve(text));
      });
    });
    ssh.connect({ host, port, username: user, password });
  }).finally(() => ssh.end());
}

module.exports = { ask };
