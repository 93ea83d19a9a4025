/**
 * Loaded into a bot's process before its own code (NODE_OPTIONS=--require): while the file that EMBEDDING_ENDS_WHILE names is
 * there, each thread that the model runs in is ended as soon as it is seen, as a machine short of memory would.
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
