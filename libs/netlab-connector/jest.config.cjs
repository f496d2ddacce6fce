module.exports = { ...require('../../jest.preset.cjs'), displayName: 'netlab-connector' };
