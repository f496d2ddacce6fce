import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ask, joinQueue } from '../support/wire';
import { containers, isLabHost, LAN, labSite } from './lab-host';

// netlab's own corpus of broken topologies, against a server with a lab that somebody else would lose.

/** A copy of netlab's sources. */
const corpus = process.env['REMOTE_LAB_NETLAB_CORPUS'];
const withCorpus = isLabHost && corpus !== undefined ? describe : describe.skip;
const FOLDERS = ['tests/errors', 'tests/coverage/errors'];

withCorpus("every topology of netlab's error corpus", () => {
  test('is refused with its reason, and the idle lab stays as it is', async () => {
    await using site = await labSite();
    await using server = await site.serve({}, ['--idle-ttl', '3600']);
    const session = await joinQueue(server.url);
    expect((await upload(server.url, session, 'lan.yml', LAN)).status).toBe(200);
    expect(await ask(server.url, 'POST', '/lab/release', session)).toMatchObject({ status: 204 });
    const before = await containers();
    const accepted: string[] = [];
    let refused = 0;
    for (const [name, text] of await brokenTopologies()) {
      const { status, body } = await upload(server.url, session, name, text);
      const { code = '', detail = '' } = body as { code?: string; detail?: string };
      const isRefused =
        status === 422 && ['invalid_topology', 'unsupported_device'].includes(code) && detail.length > 10;
      if (isRefused) refused += 1;
      else accepted.push(`${name}: ${status} ${code} ${JSON.stringify(detail)}`);
    }
    expect(accepted).toEqual([]);
    expect(refused).toBeGreaterThan(100);
    expect(await containers()).toEqual(before);
    expect(await ask(server.url, 'GET', '/lab', session)).toMatchObject({
      body: { state: 'idle', generation: 1 },
    });
    expect(await server.stop('SIGTERM')).toEqual([0, null]);
    expect(await site.leftovers()).toEqual([]);
  }, 600_000);
});

async function brokenTopologies(): Promise<readonly (readonly [string, string])[]> {
  const all: [string, string][] = [];
  for (const folder of FOLDERS) {
    const path = join(corpus ?? '', folder);
    const names = (await readdir(path)).filter((name) => name.endsWith('.yml'));
    for (const name of names.sort()) all.push([name, await readFile(join(path, name), 'utf8')]);
  }
  return all;
}

function upload(url: string, session: string, name: string, text: string) {
  const form = new FormData();
  form.append('topology', new Blob([text]), name);
  return ask(url, 'POST', '/lab', session, { body: form });
}
