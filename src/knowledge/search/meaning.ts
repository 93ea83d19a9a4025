/** What the model knows of the content: a vector for each ask and the head trained on them, cached or computed. */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/app-error';
import type { Content } from '../content';
import type { Embedder } from '../embed/embedder';
import { cacheKey, type VectorCache } from '../embed/vector-cache';
import { listUnits } from './examples';
import type { Head, TrainingSet } from './head';
import { createTrainingSet, listUnitIds, type Example, type Meaning } from './index';
import { createPreparation, type Prepared } from './prepare';
import { createReportTrainingSet, listStories } from './report-head';

const SAVE_EVERY = 200;
/** Raised whenever the training changes, so that no older head is taken for one of its own. */
const HEAD_VERSION = '4';

export interface Asks {
  readonly prepare: (text: string) => Prepared;
  readonly examples: readonly Example[];
}

/** All asks of the content as search compares them. */
export function prepareAsks(content: Content, knownWords: ReadonlySet<string>): Asks {
  const units = listUnits(content);
  const prepare = createPreparation(content, units, knownWords);
  const examples = units.flatMap((unit) => unit.asks.map((ask) => ({ unit, prepared: prepare(ask) })));
  return { prepare, examples };
}

/** What the model adds to the words, for topics and for reports of vulnerabilities. */
export interface LoadedMeaning extends Meaning {
  /** Null where the content has no stories to learn from. */
  readonly reportHead: Head | null;
}

/** From the cache as far as it goes; the rest is computed in the background and put there. */
export async function loadMeaning(
  content: Content,
  { prepare, examples }: Asks,
  embedder: Embedder,
  cache: VectorCache,
  trainWorkerFile = path.join(__dirname, 'train-worker.js'),
): Promise<LoadedMeaning> {
  const programmes = content.programmes.map(({ id }) => id);
  const vectors = await embedExamples(examples, embedder, cache);
  const loadHead = async (key: string, set: TrainingSet): Promise<Head> => {
    if (!cache.has(key)) cache.put(key, await trainInWorker(set, trainWorkerFile));
    const weights = cache.find(key) ?? new Float32Array();
    return { classes: set.classes, features: set.features, weights };
  };
  const head = await loadHead(
    headKey(examples, programmes, embedder.id),
    createTrainingSet(examples, vectors, programmes),
  );
  const { reports, others } = listStories(content);
  if (reports.length === 0 || others.length === 0) return { vectors, head, reportHead: null };
  const embedAll = (texts: readonly string[]) =>
    embedTexts(
      texts.map((text) => prepare(text).masked),
      embedder,
      cache,
    );
  const topic = content.cues.safety.vulnerability?.topic;
  const asks = vectors.filter((_, at) => examples[at]?.unit.topic !== topic);
  const set = createReportTrainingSet(await embedAll(reports), await embedAll(others), asks);
  return { vectors, head, reportHead: await loadHead(reportKey(content, examples, embedder.id), set) };
}

/** Keys of all that {@link loadMeaning} looks for in the cache. */
export function listKeys(content: Content, { prepare, examples }: Asks, model: string): string[] {
  const programmes = content.programmes.map(({ id }) => id);
  const { reports, others } = listStories(content);
  const stories = [...reports, ...others].map((text) => prepare(text).masked);
  const texts = [...examples.map(({ prepared }) => prepared.masked), ...stories];
  return [
    ...new Set(texts.map((text) => cacheKey(model, text))),
    headKey(examples, programmes, model),
    ...(stories.length === 0 ? [] : [reportKey(content, examples, model)]),
  ];
}

function reportKey(content: Content, examples: readonly Example[], model: string): string {
  const { reports, others } = listStories(content);
  const asks = examples.map(({ prepared, unit }) => [unit.topic, prepared.masked]);
  return cacheKey('reports', HEAD_VERSION, model, JSON.stringify([reports, others, asks]));
}

function headKey(examples: readonly Example[], programmes: readonly string[], model: string): string {
  const what = examples.map(({ prepared, unit }) => [unit.id, prepared.masked, prepared.named]);
  return cacheKey('head', HEAD_VERSION, model, JSON.stringify([listUnitIds(examples), programmes, what]));
}

/** One vector for each example, from the cache as far as it goes, the rest computed in the background. */
export async function embedExamples(
  examples: readonly Example[],
  embedder: Embedder,
  cache: VectorCache,
): Promise<Float32Array[]> {
  return embedTexts(
    examples.map(({ prepared }) => prepared.masked),
    embedder,
    cache,
  );
}

async function embedTexts(
  texts: readonly string[],
  embedder: Embedder,
  cache: VectorCache,
): Promise<Float32Array[]> {
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

function trainInWorker(set: TrainingSet, workerFile: string): Promise<Float32Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, { workerData: set });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      reject(new AppError('understanding-unavailable', `Training ended with code ${code}.`));
    });
  });
}
