import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  behaviorDto,
  behaviorsDto,
  deviceSessionListDto,
  fakeNosInventoryDto,
  fakeNosVersionDto,
  jobDto,
  networkNamesDto,
  networksDto,
  nornirInventoryDto,
  stoppedNetworksDto,
} from '@remote-lab/protocol';
import { eventually } from '../testing/eventually';
import { type Answer, ask } from '../testing/http';
import { openEvents } from '../testing/open-events';
import { startTestServer, type TestServer } from '../testing/test-server';

// Fake networks over HTTP: real ones, in processes of their own.

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterEach(async () => void (await ask(server.url, 'DELETE', '/fakenos/networks')));
afterAll(() => server[Symbol.asyncDispose]());

const JSON_TYPE = { 'Content-Type': 'application/json' };
const HOST = { platform: 'cisco_ios', port: 'auto', username: 'ann', password: 'secret' };
const PAIR = { hosts: { r1: HOST, r2: { ...HOST, platform: 'arista_eos' } }, links: ['r1-r2'] };

const post = (path: string, body?: unknown): Promise<Answer> =>
  ask(server.url, 'POST', path, {
    headers: JSON_TYPE,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const put = (path: string, body: unknown): Promise<Answer> =>
  ask(server.url, 'PUT', path, { headers: JSON_TYPE, body: JSON.stringify(body) });
const get = (path: string): Promise<Answer> => ask(server.url, 'GET', path);
const remove = (path: string): Promise<Answer> => ask(server.url, 'DELETE', path);
const start = (more: object = {}): Promise<Answer> =>
  post('/fakenos/networks', { network: 'lab1', inventory: PAIR, ...more });
const names = async (): Promise<unknown> => (await get('/fakenos/networks?details=false')).body;

describe('a network', () => {
  test('is started, listed, told about and stopped, without a session', async () => {
    const started = await start();
    expect(started).toMatchObject({
      status: 201,
      body: {
        lab1: {
          alive: true,
          hosts: [
            { name: 'r1', platform: 'cisco_ios', username: 'ann', password: 'secret' },
            { name: 'r2', platform: 'arista_eos' },
          ],
          hosts_count: 2,
        },
      },
    });
    expect(networksDto.problems(started.body)).toEqual([]);
    expect(started.headers.get('location')).toBe('/fakenos/networks/lab1');

    const listed = await get('/fakenos/networks');
    expect(listed).toMatchObject({ status: 200, body: { lab1: { alive: true } } });
    expect(networksDto.problems(listed.body)).toEqual([]);
    expect(await get('/fakenos/networks/lab1')).toMatchObject({
      status: 200,
      body: { lab1: { hosts_count: 2 } },
    });
    for (const path of ['/fakenos/networks', '/fakenos/networks/lab1']) {
      const { status, body } = await get(`${path}?details=false`);
      expect({ status, body }).toEqual({ status: 200, body: ['lab1'] });
      expect(networkNamesDto.problems(body)).toEqual([]);
    }

    const stopped = await remove('/fakenos/networks/lab1');
    expect(stopped).toMatchObject({ status: 200, body: { lab1: 'stopped' } });
    expect(stoppedNetworksDto.problems(stopped.body)).toEqual([]);
    expect(await names()).toEqual([]);
  });

  test('is restarted: another process, the same hosts', async () => {
    const before = (await start()).body;
    const restarted = await post('/fakenos/networks/lab1/restart', { timeout: 60 });
    expect(restarted.status).toBe(200);
    expect(networksDto.problems(restarted.body)).toEqual([]);
    expect(hostNames(restarted.body)).toEqual(['r1', 'r2']);
    expect(pidOf(restarted.body)).not.toBe(pidOf(before));
    expect((await ask(server.url, 'POST', '/fakenos/networks/lab1/restart')).status).toBe(200);
  });

  test('is one of several, which can all be stopped at once', async () => {
    await start();
    await start({ network: 'lab-2.b' });
    expect(await get('/fakenos/networks/lab-2.b?details=false')).toMatchObject({ body: ['lab-2.b'] });
    expect(await remove('/fakenos/networks')).toMatchObject({
      status: 200,
      body: { lab1: 'stopped', 'lab-2.b': 'stopped' },
    });
    expect(await remove('/fakenos/networks')).toMatchObject({ status: 200, body: {} });
  });

  test('has the built-in hosts when neither the request nor the configuration says which', async () => {
    const { status, body } = await start({ inventory: null, workers: 'any' });
    // Their ports are FakeNOS's; on a machine where somebody has one of them already the refusal names the host.
    if (status === 409)
      expect(body).toMatchObject({
        detail: expect.stringMatching(
          /^router_cisco_ios .* port 6000:|^router_huawei_smartax .* 6001:|^router_arista_eos .* 6002:/,
        ),
      });
    else expect({ status, hosts: hostNames(body) }).toMatchObject({ status: 201, hosts: { length: 3 } });
  });

  test('is as its name in the configuration says', async () => {
    const configuration = { networks: { lab1: { inventory: PAIR } } };
    await using own = await startTestServer({ config: { fakenos: { configuration, folder: '/' } } });
    const body = JSON.stringify({ network: 'lab1' });
    const answer = await ask(own.url, 'POST', '/fakenos/networks', { headers: JSON_TYPE, body });
    expect(hostNames(answer.body)).toEqual(['r1', 'r2']);
  });
});

test('names that mean something to JavaScript are names like others', async () => {
  const inventory = '{"hosts":{"__proto__":{"port":"auto"},"constructor":{"port":"auto"}}}';
  const body = `{"network":"__proto__","inventory":${inventory}}`;
  const { status } = await ask(server.url, 'POST', '/fakenos/networks', { headers: JSON_TYPE, body });
  expect(status).toBe(201);
  expect(await names()).toEqual(['__proto__']);
  const path = '/fakenos/networks/__proto__';
  expect(JSON.stringify((await get(path)).body)).toMatch(/^{"__proto__":.*"__proto__".*"constructor"/);
  expect((await put(`${path}/hosts/__proto__/behavior`, { latency_ms: 1 })).body).toEqual({ latency_ms: 1 });
  expect((await get(`${path}/hosts/constructor/behavior`)).body).toEqual({});
  expect((await get(`${path}/hosts/toString/behavior`)).status).toBe(404);
  expect(JSON.stringify((await get('/fakenos/nornir-inventory')).body)).toContain('"__proto__":{');
  expect((await remove(path)).status).toBe(200);
});

describe('with nowait', () => {
  const begin = async (): Promise<string> => {
    const answer = await start({ nowait: true });
    expect(answer).toMatchObject({ status: 202, body: { kind: 'fakenos.start', status: 'running' } });
    expect(jobDto.problems(answer.body)).toEqual([]);
    return answer.headers.get('location') ?? '';
  };

  test('a start is a job whose events tell the progress and end with the network', async () => {
    const path = await begin();
    await using events = await openEvents(server.url, `${path}/events`);
    const finished = await events.next('job.finished');
    expect(finished.data).toMatchObject({ status: 'succeeded', result: { lab1: { alive: true } } });
    const progress = events.heard.filter(({ event }) => event === 'job.progress').map(({ data }) => data);
    expect(progress).toContainEqual(expect.objectContaining({ up: 2, of: 2 }));
    expect(await names()).toEqual(['lab1']);
  });

  test('a refusal is what the job fails with', async () => {
    await start();
    const { headers } = await start({ nowait: true });
    expect(await get(`${headers.get('location')}?wait=60`)).toMatchObject({
      body: { status: 'failed', error: { code: 'network_running' }, error_status: 409 },
    });
    expect(await names()).toEqual(['lab1']);
  });

  test('a job that is cancelled leaves no network, also when it had one', async () => {
    const path = await begin();
    expect((await remove(path)).status).toBe(204);
    expect(await names()).toEqual([]);
    const other = await begin();
    await eventually(async () => (await names())?.toString() === 'lab1');
    await remove(other);
    expect(await names()).toEqual([]);
  });

  test('a cancelled job does not stop the network that has its name by now', async () => {
    const path = await begin();
    await eventually(async () => (await names())?.toString() === 'lab1');
    await remove('/fakenos/networks/lab1');
    await start();
    await remove(path);
    expect(await names()).toEqual(['lab1']);
  });

  test('a network stays when its job is forgotten', async () => {
    const path = await begin();
    await eventually(async () => (await names())?.toString() === 'lab1');
    // Its turn is over, and with it the work of the job.
    await get('/fakenos/networks/lab1');
    server.clock.advance(600_000);
    expect((await get(path)).status).toBe(404);
    expect(await names()).toEqual(['lab1']);
  });

  test('a restart is a job too', async () => {
    await start();
    const answer = await post('/fakenos/networks/lab1/restart', { nowait: true });
    expect(answer).toMatchObject({ status: 202, body: { kind: 'fakenos.restart' } });
    expect(await get(`${answer.headers.get('location')}?wait=60`)).toMatchObject({
      body: { status: 'succeeded', result: { lab1: { alive: true } } },
    });
  });
});

describe('what cannot be read is refused before anything is begun', () => {
  const raw = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = JSON_TYPE) =>
    ask(server.url, 'POST', '/fakenos/networks', { body, headers });

  afterEach(async () => expect(await names()).toEqual([]));

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonx',
  ])('%s is 415', async (type) => {
    expect(await raw('{"network": "lab1"}', { 'Content-Type': type })).toMatchObject({
      status: 415,
      body: { code: 'unsupported_media_type', detail: expect.stringContaining('application/json') },
    });
  });

  test.each(['application/json; charset=utf-8', 'application/vnd.lab+json'])('%s is JSON', async (type) => {
    expect(await raw('{}', { 'Content-Type': type })).toMatchObject({
      status: 422,
      body: { detail: [{ msg: expect.stringContaining("'network'") }] },
    });
  });

  test('a compressed body is 415', async () => {
    const headers = { ...JSON_TYPE, 'Content-Encoding': 'gzip' };
    expect(await raw('{}', headers)).toMatchObject({ status: 415, body: { code: 'unsupported_media_type' } });
  });

  test.each<[string, string | Uint8Array<ArrayBuffer>]>([
    ['text', 'network: lab1'],
    ['half of it', '{"network": "lab1"'],
    ['other bytes', new Uint8Array([0x22, 0xff, 0x22])],
  ])('%s is 422', async (_, body) => {
    expect(await raw(body)).toMatchObject({
      status: 422,
      body: { code: 'validation_error', detail: [{ type: 'json_invalid', loc: ['body'] }] },
    });
  });

  test('more than a mebibyte is 413', async () => {
    expect(await raw(JSON.stringify({ network: 'lab1', inventory: 'x'.repeat(1024 * 1024) }))).toMatchObject({
      status: 413,
      body: { code: 'upload_too_large', detail: expect.stringContaining('1 MiB') },
    });
  });

  test.each<[object, string]>([
    [{}, "'network'"],
    [{ network: 7 }, '/network must be string'],
    [{ network: 'lab1', inventroy: PAIR }, 'must not have the property inventroy'],
    [{ network: 'lab1', timeout: -1 }, '/timeout must be > 0'],
    [{ network: 'lab1', nowait: 'yes' }, '/nowait must be boolean'],
  ])('%j is 422', async (body, words) => {
    expect(await post('/fakenos/networks', body)).toMatchObject({
      status: 422,
      body: { code: 'validation_error', detail: [{ loc: ['body'], msg: expect.stringContaining(words) }] },
    });
  });

  test.each(['..', 'a/b', '-a', '', 'lab 1', 'x'.repeat(64)])(
    'a network cannot be called %j',
    async (network) => {
      expect(await post('/fakenos/networks', { network })).toMatchObject({
        status: 422,
        body: { code: 'invalid_name' },
      });
    },
  );

  test('no body is 422', async () => {
    expect(await ask(server.url, 'POST', '/fakenos/networks')).toMatchObject({
      status: 422,
      body: { code: 'validation_error' },
    });
  });

  test('a page of another site is refused: what it can send without asking first is not JSON', async () => {
    const headers = { Origin: 'https://evil.example', 'Content-Type': 'text/plain' };
    for (const path of ['/fakenos/networks', '/fakenos/networks/lab1/restart']) {
      expect((await ask(server.url, 'POST', path, { headers, body: '{"network": "lab1"}' })).status).toBe(
        415,
      );
      expect(
        (await ask(server.url, 'POST', path, { headers: { Origin: 'https://evil.example' } })).status,
      ).toBe(415);
      expect((await ask(server.url, 'OPTIONS', path, { headers })).status).toBe(405);
    }
  });
});

describe('inventories that cannot be used are refused with what to change', () => {
  const hosts = (more: object): object => ({ hosts: { r1: { ...HOST, ...more } } });
  const server_ = (configuration: object): object => ({
    server: { plugin: 'ParamikoSshServer', configuration },
  });

  test.each<[string, unknown, string, string]>([
    ['a port that is none', hosts({ port: 99_999 }), 'invalid_inventory', 'hosts.r1.port'],
    ['a key that there is not', hosts({ usrname: 'ann' }), 'invalid_inventory', 'hosts.r1.usrname'],
    ['no hosts', {}, 'invalid_inventory', ''],
    ['an unknown platform', hosts({ platform: 'cisco_oops' }), 'unsupported_platform', 'hosts.r1.platform'],
    ['a link to nowhere', { ...PAIR, links: ['r1-r9'] }, 'invalid_inventory', 'links[0]'],
  ])('%s: the place in the document', async (_, inventory, code, path) => {
    const { status, body } = await start({ inventory });
    expect({ status, body }).toMatchObject({
      status: 422,
      body: {
        code,
        detail: expect.not.stringContaining('?.'),
        problems: [{ file: 'inventory', path, message: expect.any(String) }],
      },
    });
  });

  test.each<[string, unknown, string]>([
    ['a file of the server', '/etc/passwd', 'inventory_not_allowed'],
    ['a file above the folder', '../../etc/passwd', 'inventory_not_allowed'],
    ['a URL', 'http://169.254.169.254/latest', 'inventory_not_allowed'],
    ['another kind of address', 'file:///etc/passwd', 'inventory_not_allowed'],
    ["another program's key", hosts(server_({ ssh_key_file: '/etc/ssh/key.pem' })), 'inventory_not_allowed'],
    ['a platform file of the server', hosts({ nos: { plugin: '/etc/os.yaml' } }), 'inventory_not_allowed'],
    ['an address of no machine here', hosts(server_({ address: '192.0.2.1' })), 'bind_failed'],
  ])('%s', async (_, inventory, code) => {
    expect(await start({ inventory })).toMatchObject({ status: 422, body: { code } });
  });

  test('a document that never ends in depth', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    for (const inventory of [
      `{"hosts":${deep}}`,
      JSON.stringify(`hosts: ${deep}`),
      `{"hosts":{"r1":{"nos":${deep}}}}`,
    ]) {
      const body = `{"network":"lab1","inventory":${inventory}}`;
      const answer = await ask(server.url, 'POST', '/fakenos/networks', { headers: JSON_TYPE, body });
      expect(answer).toMatchObject({ status: 422, body: { code: expect.stringMatching(/^in/) } });
    }
  });

  test('another worker', async () => {
    expect(await start({ workers: ['elsewhere'] })).toMatchObject({
      status: 422,
      body: { code: 'unknown_worker', detail: expect.stringContaining('elsewhere') },
    });
    for (const path of ['networks', 'networks/lab1', 'inventory', 'nornir-inventory', 'version']) {
      expect(await get(`/fakenos/${path}?workers=elsewhere`)).toMatchObject({
        status: 422,
        body: { code: 'unknown_worker' },
      });
    }
  });

  afterEach(async () => expect(await names()).toEqual([]));
});

describe('requests at the same time', () => {
  test('of starts with one name one wins', async () => {
    const answers = await Promise.all([start(), start(), start({ nowait: true })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 202, 409]);
    expect(await names()).toEqual(['lab1']);
  });

  test('changes of one network take turns, and others do not wait for them', async () => {
    const first = pidOf((await start()).body);
    const [restarted, other, stopped] = await Promise.all([
      post('/fakenos/networks/lab1/restart'),
      start({ network: 'lab2' }),
      remove('/fakenos/networks/lab1'),
    ]);
    expect([restarted.status, other.status, stopped.status]).toEqual([200, 201, 200]);
    expect(await names()).toEqual(['lab2']);
    for (const pid of [first, pidOf(restarted.body)]) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });
});

describe('what is in the way is named', () => {
  test('a network of that name', async () => {
    await start();
    expect(await start()).toMatchObject({
      status: 409,
      body: { code: 'network_running', detail: expect.stringContaining('lab1') },
    });
  });

  test('a port that another network has', async () => {
    const { port } = firstHost((await start()).body);
    const inventory = { hosts: { r9: { ...HOST, port } } };
    expect(await start({ network: 'lab2', inventory })).toMatchObject({
      status: 409,
      body: {
        code: 'port_in_use',
        detail: expect.stringMatching(new RegExp(`r9.*${port}|${port}.*r9`, 's')),
      },
    });
    expect(await names()).toEqual(['lab1']);
  });

  test('too little time', async () => {
    expect(await start({ timeout: 0.001 })).toMatchObject({ status: 504, body: { code: 'start_timeout' } });
    expect(await names()).toEqual([]);
  });

  test.each([
    ['GET', '/fakenos/networks/gone'],
    ['GET', '/fakenos/networks/gone?details=false'],
    ['DELETE', '/fakenos/networks/gone'],
    ['POST', '/fakenos/networks/gone/restart'],
    ['GET', '/fakenos/networks/gone/behavior'],
    ['DELETE', '/fakenos/networks/gone/behavior'],
    ['GET', '/fakenos/networks/gone/hosts/r1/behavior'],
    ['DELETE', '/fakenos/networks/gone/hosts/r1/behavior'],
    ['GET', '/fakenos/networks/gone/sessions'],
    ['GET', '/fakenos/networks/gone/sessions/s1'],
    ['GET', '/fakenos/nornir-inventory?network=gone'],
    ['GET', '/fakenos/networks/toString'],
    ['GET', '/fakenos/networks/__proto__'],
  ])('%s %s is 404', async (method, path) => {
    await start();
    expect(await ask(server.url, method, path)).toMatchObject({
      status: 404,
      body: { code: 'network_unknown', detail: expect.stringContaining('lab1') },
    });
  });

  test('a word for yes or no that is neither', async () => {
    expect(await get('/fakenos/networks?details=perhaps')).toMatchObject({
      status: 422,
      body: { code: 'validation_error', detail: [{ loc: ['query', 'details'] }] },
    });
  });
});

describe('hosts misbehave when they are told to', () => {
  const ALL = '/fakenos/networks/lab1/behavior';
  const R1 = '/fakenos/networks/lab1/hosts/r1/behavior';
  const slow = { latency_ms: 5, answers: [{ command: 'show clock', output: 'late', times: 1 }] };

  beforeEach(async () => void (await start()));

  test('all of them, or one, until they are told otherwise', async () => {
    expect(await get(ALL)).toMatchObject({ status: 200, body: { r1: {}, r2: {} } });
    const all = await put(ALL, slow);
    expect(all).toMatchObject({ status: 200, body: { r1: slow, r2: slow } });
    expect(behaviorsDto.problems(all.body)).toEqual([]);
    const one = await put(R1, { refuse_logins: true });
    expect(one).toMatchObject({ status: 200, body: { refuse_logins: true } });
    expect(behaviorDto.problems(one.body)).toEqual([]);
    expect((await get(R1)).body).toEqual({ ...slow, refuse_logins: true });
    expect((await get(ALL)).body).toEqual({ r1: { ...slow, refuse_logins: true }, r2: slow });
    expect((await put(R1, { latency_ms: 0 })).body).toEqual({ ...slow, latency_ms: 0 });
    expect((await remove(R1)).status).toBe(204);
    expect((await get(ALL)).body).toEqual({ r1: slow, r2: slow });
    await put(R1, { refuse_logins: true });
    expect((await remove(ALL)).status).toBe(204);
    expect((await get(ALL)).body).toEqual({ r1: {}, r2: {} });
  });

  test.each<[object | null, string]>([
    [{ latency: 5 }, 'latency'],
    [{ drop_probability: 2 }, 'drop_probability'],
    [{ answers: [{ command: 'x' }] }, 'answers[0]'],
  ])('%j is refused with the place', async (behavior, path) => {
    for (const target of [ALL, R1])
      expect(await put(target, behavior)).toMatchObject({
        status: 422,
        body: {
          code: 'invalid_behavior',
          problems: [{ file: 'behavior', path: expect.stringContaining(path) }],
        },
      });
  });

  test('all that is described is known, and nothing else', async () => {
    const { body } = await put(ALL, { zzz: 1 });
    const [, known = ''] = /there are (.*?)\.?$/.exec((body as { detail: string }).detail) ?? [];
    expect(known.split(', ').sort()).toEqual(Object.keys(behaviorDto.schema['properties'] ?? {}).sort());
  });

  test('what is no behaviour at all is refused', async () => {
    for (const body of ['[]', 'null', '"slow"'])
      expect(await ask(server.url, 'PUT', ALL, { headers: JSON_TYPE, body })).toMatchObject({
        status: 422,
        body: { code: 'invalid_behavior' },
      });
    expect((await ask(server.url, 'PUT', ALL, { body: '{}' })).status).toBe(415);
  });

  test('a host that there is not is 404', async () => {
    const path = '/fakenos/networks/lab1/hosts/r9/behavior';
    for (const answer of [await get(path), await put(path, {}), await remove(path)])
      expect(answer).toMatchObject({
        status: 404,
        body: { code: 'host_unknown', detail: expect.stringContaining('r9') },
      });
  });
});

describe('what is told', () => {
  test('the logins of a network, and that one is not known', async () => {
    await start();
    const { status, body } = await get('/fakenos/networks/lab1/sessions');
    expect({ status, body }).toEqual({ status: 200, body: [] });
    expect(deviceSessionListDto.problems(body)).toEqual([]);
    expect(await get('/fakenos/networks/lab1/sessions/s9')).toMatchObject({
      status: 404,
      body: { code: 'recording_unknown' },
    });
  });

  test('the hosts for Nornir, of one network or all, in the groups that are asked for', async () => {
    await start();
    await start({ network: 'lab2', inventory: { hosts: { r2: HOST, r3: HOST } } });
    const one = await get('/fakenos/nornir-inventory?network=lab1&groups=lab,ios&groups=spine');
    expect(one).toMatchObject({
      status: 200,
      body: {
        hosts: {
          r1: {
            hostname: '127.0.0.1',
            platform: 'cisco_ios',
            username: 'ann',
            password: 'secret',
            groups: ['lab', 'ios', 'spine'],
          },
        },
      },
    });
    expect(nornirInventoryDto.problems(one.body)).toEqual([]);
    const all = await get('/fakenos/nornir-inventory');
    expect(Object.keys((all.body as { hosts: object }).hosts).sort()).toEqual([
      'lab1-r2',
      'lab2-r2',
      'r1',
      'r3',
    ]);
  });

  test('hosts that listen everywhere are announced as the client reaches this server, or as the operator says', async () => {
    const inventory = {
      hosts: {
        r1: { ...HOST, server: { plugin: 'ParamikoSshServer', configuration: { address: '0.0.0.0' } } },
      },
    };
    await start({ inventory });
    expect(await get('/fakenos/nornir-inventory')).toMatchObject({
      body: { hosts: { r1: { hostname: '127.0.0.1' } } },
    });
    await using public_ = await startTestServer({ config: { advertiseHost: 'lab.example.org' } });
    const body = JSON.stringify({ network: 'lab1', inventory });
    await ask(public_.url, 'POST', '/fakenos/networks', { headers: JSON_TYPE, body });
    expect(await ask(public_.url, 'GET', '/fakenos/nornir-inventory')).toMatchObject({
      body: { hosts: { r1: { hostname: 'lab.example.org' } } },
    });
  });

  test('what is configured, and versions', async () => {
    const configuration = { service: 'fakenos', networks: { lab1: { inventory: PAIR } } } as const;
    await using own = await startTestServer({ config: { fakenos: { configuration, folder: '/' } } });
    const inventory = await ask(own.url, 'GET', '/fakenos/inventory');
    expect(inventory).toMatchObject({ status: 200, body: configuration });
    expect(fakeNosInventoryDto.problems(inventory.body)).toEqual([]);
    const version = await ask(own.url, 'GET', '/fakenos/version?workers=all');
    expect(version).toMatchObject({ status: 200, body: { node: process.versions.node } });
    expect(fakeNosVersionDto.problems(version.body)).toEqual([]);
  });
});

describe('networks that start with the server', () => {
  test('are there once it is ready; one that fails is told about and keeps nobody waiting', async () => {
    const configuration = {
      networks: {
        good: { inventory: PAIR, auto_start: true },
        bad: { inventory: { hosts: { r1: { port: -1 } } }, auto_start: true },
        later: { inventory: PAIR },
      },
    };
    await using own = await startTestServer({ config: { fakenos: { configuration, folder: '/' } } });
    await eventually(async () => {
      const { body } = await ask(own.url, 'GET', '/fakenos/networks?details=false');
      return JSON.stringify(body) === '["good"]';
    });
    expect(await ask(own.url, 'GET', '/readyz')).toMatchObject({
      status: 200,
      body: { ready: true, reasons: [], notes: [expect.stringMatching(/bad.*hosts\.r1\.port/s)] },
    });
  });
});

test('a server that goes down starts nothing more, and leaves no network', async () => {
  await using own = await startTestServer();
  const body = JSON.stringify({ network: 'lab1', inventory: PAIR });
  const started = await ask(own.url, 'POST', '/fakenos/networks', { headers: JSON_TYPE, body });
  const pid = pidOf(started.body);
  await own.shutdown();
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});

interface Host {
  readonly name: string;
  readonly port: number;
}

function detailsOf(body: unknown): { readonly pid: number; readonly hosts: readonly Host[] } {
  if (!networksDto.is(body)) throw new Error(`No networks: ${JSON.stringify(body)}`);
  const [details] = Object.values(body);
  if (details === undefined) throw new Error('There is no network.');
  return details;
}

function pidOf(body: unknown): number {
  return detailsOf(body).pid;
}

function hostNames(body: unknown): readonly string[] {
  return detailsOf(body).hosts.map(({ name }) => name);
}

function firstHost(body: unknown): Host {
  const [host] = detailsOf(body).hosts;
  if (host === undefined) throw new Error('There is no host.');
  return host;
}
