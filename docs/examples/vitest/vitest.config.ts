import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { globalSetup: 'vitest-remote-lab/global-setup' },
});
