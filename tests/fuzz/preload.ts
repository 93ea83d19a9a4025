/**
 * Loaded into the process under test before its own code. On SIGUSR2 it frees what can be freed and prints what is left, in
 * MB. With FUZZ_WITHOUT_MODEL the sentence model cannot start, as on a machine that is too small for it: words alone then
 * answer, and a run meets ten times as many activities in its time.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import workerThreads from 'node:worker_threads';

setFlagsFromString('--expose_gc');
const collect = runInNewContext('gc') as () => void;

process.on('SIGUSR2', () => {
  collect();
  setImmediate(() => {
    collect();
    const { heapUsed, external, rss } = process.memoryUsage();
    const toMb = (bytes: number) => Math.round(bytes / 1024 / 102.4) / 10;
    process.stderr.write(`memory ${toMb(heapUsed + external)} ${toMb(rss)}\n`);
  });
});

if (process.env['FUZZ_WITHOUT_MODEL'] === '1') {
  workerThreads.Worker = class extends workerThreads.Worker {
    constructor() {
      throw new Error('no model on this machine');
      super('');
    }
  };
}
