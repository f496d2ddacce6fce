/** Every project's tests in one process, for `npm test` and `npx jest --watch`. */
module.exports = {
  projects: ['<rootDir>/libs/*', '<rootDir>/apps/*', '<rootDir>/tools'],
  testTimeout: 30_000,
};
