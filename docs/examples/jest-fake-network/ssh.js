const { Client } = require('ssh2');

/** Types lines on a host, one after the other, and resolves with its screen. */
function type({ port, username, password }, ...lines) {
  const ssh = new Client();
  return new Promise((resolve, reject) => {
    ssh.once('error', reject);
    ssh.once('ready', () => {
      ssh.shell({ rows: 1000 }, (error, terminal) => {
        if (error) return reject(error);
        let screen = '';
        terminal.on('data', (chunk) => (screen += chunk));
        terminal.once('close', () => resolve(screen));
        terminal.end(lines.map((line) => `${line}\r`).join(''));
      });
    });
    ssh.connect({ host: '127.0.0.1', port, username, password });
  }).finally(() => ssh.end());
}

module.exports = { type };
