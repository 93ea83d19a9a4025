/** Learns one thing in a thread of its own and ends: the bot answers meanwhile. */
import { parentPort, workerData } from 'node:worker_threads';
import { learnFamiliarity } from './familiarity';
import { trainHead } from './head';
import { createTrainingSet, type Example } from './index';

export interface Lesson {
  readonly what: 'head' | 'familiarity';
  readonly examples: readonly Example[];
  readonly vectors: readonly Float32Array[];
  readonly programmes: readonly string[];
}

function learn({ what, examples, vectors, programmes }: Lesson): Float32Array {
  return what === 'head'
    ? trainHead(createTrainingSet(examples, vectors, programmes)).weights
    : learnFamiliarity(examples, vectors, programmes);
}

parentPort?.postMessage(learn(workerData as Lesson));
