const { FakeNosService } = require('@remote-lab/fakenos');

const quiet = () => undefined;

/** Fake networks of this test file, each a process of its own; they end with `stop()`, or with Jest. */
exports.networks = new FakeNosService({
  configuration: {},
  configurationFolder: __dirname,
  bind: '127.0.0.1',
  hostName: 'jest',
  version: '1.0.0',
  logger: { debug: quiet, info: quiet, warn: console.warn, error: console.error },
  clock: { now: () => performance.now(), date: () => new Date() },
});
