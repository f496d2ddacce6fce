/** The sources name their siblings as ES modules have to: by what the compiler makes of them. */
module.exports = {
  ...require('../../jest.preset.cjs'),
  displayName: 'vitest-remote-lab',
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
};
