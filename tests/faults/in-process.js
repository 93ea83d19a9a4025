/**
 * Loaded into each bot before anything else (`--require`). Understanding by meaning is not what is tried here, and
 * loading the model takes longer than most of these processes live: they answer by words, as when the model is missing.
 * CLOCK_AHEAD_MS lets the leases of whoever was killed run out without waiting for it.
 */
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

const aheadMs = Number(process.env['CLOCK_AHEAD_MS'] ?? 0);
const now = Date.now.bind(Date);
Date.now = () => now() + aheadMs;
