import type { RemoteLabConfig } from 'jest-remote-lab';

// A function is asked at the start of each run. Here: real devices are worth a longer wait than fake ones.
export default (): RemoteLabConfig => ({
  topology: 'pair.yml',
  reuse: true,
  waitTimeout: process.env.CI ? 30 * 60_000 : 60_000,
});
