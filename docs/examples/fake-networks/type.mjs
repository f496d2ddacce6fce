// Types lines on a device of a fake network and prints the screen: node type.mjs tour r1 'show lldp neighbors' …
// The server is the one that REMOTE_LAB_URL names.
import { once } from 'node:events';
import ssh2 from 'ssh2';

const [network, name, ...lines] = process.argv.slice(2);
const server = new URL(process.env.REMOTE_LAB_URL ?? 'http://127.0.0.1:8000');
const answer = await fetch(new URL(`/fakenos/networks/${network}`, server));
if (!answer.ok) throw new Error(await answer.text());
const { hosts } = (await answer.json())[network];
const device = hosts.find((host) => host.name === name);
if (device === undefined) throw new Error(`${network} has no ${name}.`);

const { port, username, password } = device;
const ssh = new ssh2.Client().connect({ host: server.hostname, port, username, password }).setNoDelay(true);
await once(ssh, 'ready');
ssh.on('error', ({ message }) => console.error(message)); // a device that reloads hangs up, whatever is still being typed
const terminal = await new Promise((resolve, reject) =>
  ssh.shell({ rows: 1000, cols: 200 }, (error, opened) => (error ? reject(error) : resolve(opened))),
);
terminal.end(lines.map((line) => `${line}\r`).join('')); // the end of input logs out
const screen = Buffer.concat(await terminal.toArray()).toString();
console.log(screen.replaceAll('\r', ''));
ssh.end();
