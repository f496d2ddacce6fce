const preset = require('../jest.preset.cjs');

/** The tools are ES modules that run as they are; only here they are turned into CommonJS, which is what Jest loads. */
module.exports = {
  ...preset,
  displayName: 'tools',
  testMatch: ['<rootDir>/**/*.test.mjs'],
  transform: { '^.+\\.mjs$': preset.transform['^.+\\.ts$'] },
};
