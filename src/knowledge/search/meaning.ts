/** What the model knows of the content: a vector for each ask and what is learnt from them, cached or computed. */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/app-error';
import type { Content } from '../content';
import type { Embedder } from '../embed/embedder';
import { cacheKey, type VectorCache } from '../embed/vector-cache';
import { listUnits } from './examples';
import { createTrainingSet, listUnitIds, type Example, type Meaning } from './index';
import { createPreparation, type Prepared } from './prepare';
import type { Lesson } from './train-worker';

const SAVE_EVERY = 200;
/** Raised whenever the training changes, so that nothing older is taken for what it gives. */
const VERSIONS: Readonly<Record<Lesson['what'], string>> = { head: '4', familiarity: '1' };
const LESSONS = ['head', 'familiarity'] as const;

export interface Asks {
  readonly prepare: (text: string) => Prepared;
  readonly examples: readonly Example[];
}

export interface Learnt extends Meaning {
  /** What {@link judgeFamiliarity} weighs by. */
  readonly familiarity: Float32Array;
}

/** All asks of the content as search compares them. */
export function prepareAsks(content: Content, knownWords: ReadonlySet<string>): Asks {
  const units = listUnits(content);
  const prepare = createPreparation(content, units, knownWords);
  const examples = units.flatMap((unit) => unit.asks.map((ask) => ({ unit, prepared: prepare(ask) })));
  return { prepare, examples };
}

/** From the cache as far as it goes; the rest is computed in the background and put there. */
export async function loadMeaning(
  examples: readonly Example[],
  programmes: readonly string[],
  embedder: Embedder,
  cache: VectorCache,
  trainWorkerFile = path.join(__dirname, 'train-worker.js'),
): Promise<Learnt> {
  const vectors = await embedExamples(examples, embedder, cache);
  const learn = async (what: Lesson['what']): Promise<Float32Array> => {
    const key = lessonKey(what, examples, programmes, embedder.id);
    if (!cache.has(key))
      cache.put(key, await learnInWorker({ what, examples, vectors, programmes }, trainWorkerFile));
    return cache.find(key) ?? new Float32Array();
  };
  const weights = await learn('head');
  const { classes, features } = createTrainingSet(examples, vectors, programmes);
  return { vectors, head: { classes, features, weights }, familiarity: await learn('familiarity') };
}

/** Keys of all that {@link loadMeaning} looks for in the cache. */
export function listKeys(
  examples: readonly Example[],
  programmes: readonly string[],
  model: string,
): string[] {
  const vectors = examples.map(({ prepared }) => cacheKey(model, prepared.masked));
  const lessons = LESSONS.map((what) => lessonKey(what, examples, programmes, model));
  return [...new Set(vectors), ...lessons];
}

function lessonKey(
  what: Lesson['what'],
  examples: readonly Example[],
  programmes: readonly string[],
  model: string,
): string {
  const from = examples.map(({ prepared, unit }) => [unit.id, prepared.masked, prepared.named]);
  const ids = listUnitIds(examples);
  return cacheKey(what, VERSIONS[what], model, JSON.stringify([ids, programmes, from]));
}

/** One vector for each example, from the cache as far as it goes, the rest computed in the background. */
export async function embedExamples(
  examples: readonly Example[],
  embedder: Embedder,
  cache: VectorCache,
): Promise<Float32Array[]> {
  const texts = examples.map(({ prepared }) => prepared.masked);
  const missing = [...new Set(texts)].filter((text) => !cache.has(cacheKey(embedder.id, text)));
  for (let from = 0; from < missing.length; from += SAVE_EVERY) {
    const batch = missing.slice(from, from + SAVE_EVERY);
    const vectors = await embedder.embed(batch, { background: true });
    batch.forEach((text, index) => {
      const vector = vectors[index];
      if (vector !== undefined) cache.put(cacheKey(embedder.id, text), vector);
    });
    // A start that is cut short goes on where it stopped.
    if (from + SAVE_EVERY < missing.length) cache.save();
  }
  return texts.map(
    (text) => cache.find(cacheKey(embedder.id, text)) ?? new Float32Array(embedder.dimensions),
  );
}

function learnInWorker(lesson: Lesson, workerFile: string): Promise<Float32Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, { workerData: lesson });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      reject(new AppError('understanding-unavailable', `Training ended with code ${code}.`));
    });
  });
}
