const { TestEnvironment } = require('jest-environment-node');

/** The store that the suites of one worker process share; see tests/support/understanding.ts. */
const shared = new Map();

/** Node's environment, plus the `require` that compiled-sources.js needs and a store that outlives a suite. */
module.exports = class extends TestEnvironment {
  constructor(...options) {
    super(...options);
    Object.assign(this.global, { requireCompiled: require, sharedInWorker: shared });
    // The sandbox has its own error classes, and errors from the sources wouldn't be instances of them.
    Object.assign(this.global, { Error, TypeError, RangeError, SyntaxError, AggregateError });
  }
};
