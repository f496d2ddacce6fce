import type { RemoteLabConfig } from 'vitest-remote-lab';

export default { topology: 'pair.yml', reuse: true } satisfies RemoteLabConfig;
