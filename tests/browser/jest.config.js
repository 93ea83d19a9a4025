/** `npm run test:browser`: what needs a browser. `npm test` does not look at these files. */
const [{ testEnvironment, transform, moduleNameMapper }] = require('../../jest.config.js').projects;

/** @type {import('jest').Config} */
module.exports = {
  ...{ testEnvironment, transform, moduleNameMapper },
  rootDir: '../..',
  roots: ['<rootDir>/tests/browser'],
  testMatch: ['**/*.browser.ts'],
  testTimeout: 60_000,
};
