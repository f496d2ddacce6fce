import { askForLogin } from './ask-for-login';
import type { DeviceAccess, DeviceServer } from './device-access';
import type { AdmittedClient } from './tcp-listener';
import { listenTcp } from './tcp-listener';
import type { TelnetEvent } from './telnet-decoder';
import { TelnetDecoder } from './telnet-decoder';
import { TELNET_OFFER, TelnetOptions } from './telnet-options';

export type TelnetServerOptions = DeviceAccess;

/** Puts a device on the network that speaks Telnet; rejects with the system's error when the address cannot be had. */
export function startTelnetServer(options: TelnetServerOptions): Promise<DeviceServer> {
  return listenTcp(options, (client) => serveTelnet(client, options), { allowHalfOpen: true });
}

/** Serves one client: asks for the login, then joins the session and the socket at the pace of the client. */
function serveTelnet(client: AdmittedClient, options: TelnetServerOptions): void {
  const { socket, address } = client;
  const decoder = new TelnetDecoder();
  const negotiation = new TelnetOptions();
  const write = (text: string) => {
    const room = socket.write(escapeText(text));
    if (!room) socket.pause();
    return room;
  };
  socket.write(TELNET_OFFER);
  const dialogue = askForLogin(
    {
      terminal: { rows: 0, columns: 0 },
      connection: { transport: 'telnet', address, hangUp: () => socket.destroy() },
      sink: { write, end: () => socket.destroySoon() },
    },
    options,
    {
      prompts: options.login?.prompts ?? options.login?.inSession,
      banner: options.banner,
      onLogin: () => client.loggedIn(),
    },
  );
  const react = (event: TelnetEvent) => {
    if (event.kind === 'window-size') return dialogue.resize(event.rows, event.columns);
    if (event.kind === 'are-you-there') return void write('\r\n[Yes]\r\n');
    const answer = negotiation.answer(event);
    if (answer) socket.write(answer);
  };
  socket.on('data', (bytes: Buffer) => {
    const data = decoder.decode(bytes, react);
    if (data.length > 0) dialogue.input(data);
  });
  socket.on('drain', () => {
    socket.resume();
    dialogue.resume();
  });
  socket.on('end', () => dialogue.inputOver());
  socket.once('close', () => dialogue.hungUp?.());
  socket.on('error', ({ message }) => options.logger.debug(`${options.device} lost a client: ${message}`));
  dialogue.interact();
}

/** RFC 854: a CR that begins no new line is followed by a NUL. UTF-8 has no byte that would have to be quoted. */
function escapeText(text: string): string {
  return text.replace(/\r(?!\n|$)/g, '\r\0');
}
