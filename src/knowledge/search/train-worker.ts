/** Learns one thing in a separate thread and ends, so that the bot can answer meanwhile. */
import { parentPort, workerData } from 'node:worker_threads';
import { learnFamiliarity } from './familiarity';
import { trainClassifier, type TrainingSet } from './softmax-classifier';
import type { Example } from './rank-topics';

export type Lesson =
  | { readonly what: 'head'; readonly set: TrainingSet }
  | {
      readonly what: 'familiarity';
      readonly examples: readonly Example[];
      readonly vectors: readonly Float32Array[];
      readonly programmes: readonly string[];
    };

function learn(lesson: Lesson): Float32Array {
  return lesson.what === 'head'
    ? trainClassifier(lesson.set).weights
    : learnFamiliarity(lesson.examples, lesson.vectors, lesson.programmes);
}

parentPort?.postMessage(learn(workerData as Lesson));
