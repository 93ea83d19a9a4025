/**
 * Node loads this into a bot's process before the bot's own code (NODE_OPTIONS=--require). While the file that
 * EMBEDDING_ENDS_WHILE names exists, it ends each thread that runs the model as soon as it starts, as on a machine
 * short of memory.
 */
const { existsSync } = require('node:fs');
const { setInterval } = require('node:timers');
const workerThreads = require('node:worker_threads');

const running = new Set();

workerThreads.Worker = class extends workerThreads.Worker {
  constructor(file, options) {
    super(file, options);
    if (!String(file).endsWith('worker.js') || String(file).includes('train-worker')) return;
    running.add(this);
    this.once('exit', () => running.delete(this));
  }
};

setInterval(() => {
  if (!existsSync(process.env.EMBEDDING_ENDS_WHILE)) return;
  for (const worker of running) void worker.terminate();
}, 10).unref();
