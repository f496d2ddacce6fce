'use strict';

module.exports = {
  globalSetup: require.resolve('./dist/global-setup.js'),
  globalTeardown: require.resolve('./dist/global-teardown.js'),
  testSequencer: require.resolve('./dist/sequencer.js'),
};
