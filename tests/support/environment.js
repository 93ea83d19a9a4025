const { TestEnvironment } = require('jest-environment-node');

/** What suites of one worker process share; see tests/support/understanding.ts. */
const shared = new Map();

/** Node's own environment, with the `require` that compiled-sources.js needs and a store that outlives a suite. */
module.exports = class extends TestEnvironment {
  constructor(...options) {
    super(...options);
    Object.assign(this.global, { requireCompiled: require, sharedInWorker: shared });
    // The sandbox has its own, and what the sources throw would be none of them.
    Object.assign(this.global, { Error, TypeError, RangeError, SyntaxError, AggregateError });
  }
};
