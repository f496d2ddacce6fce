module.exports = {
  preset: 'jest-remote-lab',
  maxWorkers: 1, // a lab host has one lab at a time
};
