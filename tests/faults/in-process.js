/**
 * Loaded into each bot before anything else (`--require`). Understanding by meaning is not what is tried here, and
 * loading the model takes longer than most of these processes live: they answer by words, as when the model is missing.
 * The clock is in a file, and CLOCK_AHEAD_MS lets the leases of killed processes run out without waiting.
 */
require('../support/file-clock.js');
const { EventEmitter } = require('node:events');
const threads = require('node:worker_threads');

threads.Worker = class extends EventEmitter {
  constructor() {
    super();
    process.nextTick(() => this.emit('error', new Error('not here')));
  }
  ref() {}
  unref() {}
  postMessage() {}
  terminate() {
    return Promise.resolve(0);
  }
};
