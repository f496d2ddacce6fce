module.exports = { preset: 'jest-remote-lab' };
