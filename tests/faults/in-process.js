/**
 * Loaded into each bot before anything else (`--require`). Understanding by meaning is not what is tried here, and
 * loading the model takes longer than most of these processes live: they answer by words, as when the model is missing.
 * CLOCK_AHEAD_MS lets the leases of killed processes run out without waiting. CLOCK_FILE holds how far the clock
 * of all these processes is ahead just now.
 */
const { readFileSync } = require('node:fs');
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
const clockFile = process.env['CLOCK_FILE'];
let steppedMs = 0;
function readClockFile() {
  steppedMs = Number(readFileSync(clockFile, 'utf8')) || 0;
}
if (clockFile !== undefined) {
  readClockFile();
  setInterval(readClockFile, 50).unref();
}
const now = Date.now.bind(Date);
Date.now = () => now() + aheadMs + steppedMs;
