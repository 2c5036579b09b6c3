/** The web page in a real Chromium: `npm run e2e`. One browser at a time; `npm test` runs none of it. */
const shared = require('../../jest.config.cjs');

module.exports = {
  ...shared,
  rootDir: '../..',
  roots: ['<rootDir>/test/e2e'],
  testMatch: ['**/*.e2e.ts'],
  maxWorkers: 1,
  testTimeout: 60_000,
};
