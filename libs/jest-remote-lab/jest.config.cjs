module.exports = { ...require('../../jest.preset.cjs'), displayName: 'jest-remote-lab' };
