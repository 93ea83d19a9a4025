/** `npm run test:browser`: what needs a browser. `npm test` does not look at these files. */
const {
  projects: [common],
} = require('../../jest.config.js');

/** @type {import('jest').Config} */
module.exports = {
  ...common,
  displayName: 'browser',
  rootDir: '../..',
  roots: ['<rootDir>/tests/browser'],
  testMatch: ['**/*.browser.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 60_000,
  maxWorkers: 2,
};
