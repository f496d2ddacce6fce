/** Every project's tests in one process, for `npm test` and `npx jest --watch`. */
module.exports = {
  projects: ['<rootDir>/libs/*', '<rootDir>/apps/*', '<rootDir>/tools'],
  testTimeout: 30_000,
  // Much of the time is spent waiting for child processes; Jest's own choice would leave a core of two idle.
  maxWorkers: '100%',
};
