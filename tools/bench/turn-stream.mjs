import { get } from 'node:http';

/**
 * Opens the event stream of a session that waits.
 * @param {string} url
 * @returns {Promise<{turn: Promise<number>, close: () => void}>} resolves when the stream has begun; `turn` with the time at
 * which the client heard that the session is active
 */
export function openTurnStream(url) {
  return new Promise((opened, failed) => {
    let heard;
    const turn = new Promise((resolve) => (heard = resolve));
    const request = get(url, { agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
        if (text.includes('event: snapshot\n')) opened({ turn, close: () => request.destroy() });
        if (text.includes('event: session.active\n')) heard(performance.now());
        text = text.slice(text.lastIndexOf('\n\n') + 1);
      });
    });
    request.on('error', failed);
  });
}
