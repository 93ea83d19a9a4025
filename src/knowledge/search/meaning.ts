/**
 * Everything that the model contributes: a vector for each text and what's learned from the vectors, cached or
 * computed.
 */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/app-error';
import type { Content } from '../model/content';
import type { Embedder } from '../embed/embedder';
import { cacheKey, type VectorCache } from '../embed/vector-cache';
import { createNeedReader, type NeedReader, type ReadNeed } from '../needs/read-needs';
import { listUnits } from './examples';
import type { Classifier, TrainingSet } from './softmax-classifier';
import { createTrainingSet, listUnitIds, type Example, type Meaning } from './rank-topics';
import { createPreparation, type Prepared } from './prepare';
import {
  createReportTrainingSet,
  listStories,
  REPORT_CLASSES,
  type ReportStories,
  type Told,
} from './report-classifier';
import { createTranslate } from '../languages/translate';
import type { Lesson } from './train-worker';

const SAVE_EVERY = 200;
/** Raise a version if its training changes, so that older results in the cache aren't used for it. */
const VERSION = { head: '4', familiarity: '1', reports: '7', needs: '9' };

export interface Asks {
  readonly prepare: (text: string) => Prepared;
  readonly examples: readonly Example[];
}

export interface Learnt extends Meaning {
  /** The weights for {@link judgeFamiliarity}. */
  readonly familiarity: Float32Array;
  /** Null if the content has no stories to learn from. */
  readonly reportHead: Classifier | null;
  /** Null if the content has no table of needs. */
  readonly readNeed: ReadNeed | null;
}

/** Returns all asks of the content in the form that search compares. */
export function prepareAsks(content: Content, knownWords: ReadonlySet<string>): Asks {
  const units = listUnits(content);
  const prepare = createPreparation(content, units, knownWords);
  const examples = units.flatMap((unit) => unit.asks.map((ask) => ({ unit, prepared: prepare(ask) })));
  return { prepare, examples };
}

/** Loads what it can from the cache, computes the rest in the background, and caches that, too. */
export async function loadMeaning(
  content: Content,
  asks: Asks,
  embedder: Embedder,
  cache: VectorCache,
  workerFile = path.join(__dirname, 'train-worker.js'),
): Promise<Learnt> {
  const { examples } = asks;
  const programmes = content.programmes.map(({ id }) => id);
  const keys = listLessons(content, asks, embedder.id);
  const vectors = await embedTexts(
    examples.map(({ prepared }) => prepared.masked),
    embedder,
    cache,
  );
  const learn = async (key: string, createLesson: () => Lesson | Promise<Lesson>): Promise<Float32Array> => {
    if (!cache.has(key)) cache.put(key, await learnInWorker(await createLesson(), workerFile));
    return cache.find(key) ?? new Float32Array();
  };
  // A head has a row for each feature and one for the bias, so a cached one needs no training set.
  const trainClassifier = async (
    key: string,
    classes: number,
    createSet: () => TrainingSet | Promise<TrainingSet>,
  ): Promise<Classifier> => {
    const weights = await learn(key, async () => ({ what: 'head', set: await createSet() }));
    return { classes, features: weights.length / classes - 1, weights };
  };
  // Reading thousands of stories takes seconds, so this happens only if the cache has no result.
  const createReports = async (): Promise<TrainingSet> => {
    const stories = await embedStories(content, asks, embedder, cache);
    const topic = content.cues.safety.vulnerability?.topic;
    return createReportTrainingSet({
      ...stories,
      asks: examples.flatMap(({ unit, prepared }, at) =>
        unit.topic === topic ? [] : [{ text: prepared.masked, vector: vectors[at] ?? new Float32Array() }],
      ),
    });
  };
  const learnReports = async (): Promise<Classifier | null> =>
    hasStories(content) ? trainClassifier(keys.reports, REPORT_CLASSES, createReports) : null;

  const learnNeeds = async (): Promise<ReadNeed | null> => {
    const { reader, prepared } = prepareNeeds(content, asks);
    if (reader === null) return null;
    const embedded = await embedTexts(
      prepared.map(({ masked }) => masked),
      embedder,
      cache,
    );
    const needHead = await trainClassifier(keys.needs, reader.classes, () =>
      reader.createTrainingSet(prepared, embedded),
    );
    return reader.open(needHead, prepared, embedded);
  };

  const head = await trainClassifier(keys.head, listUnitIds(examples).length, () =>
    createTrainingSet(examples, vectors, programmes),
  );
  const familiarity = await learn(keys.familiarity, () => ({
    what: 'familiarity',
    examples,
    vectors,
    programmes,
  }));
  return { vectors, head, familiarity, reportHead: await learnReports(), readNeed: await learnNeeds() };
}

/** Returns the stories that teach what a report is, with their vectors. */
export async function embedStories(
  content: Content,
  asks: Asks,
  embedder: Embedder,
  cache: VectorCache,
): Promise<Record<keyof ReportStories, Told[]>> {
  const { reports, others, wishes } = prepareStories(content, asks);
  const tell = async (texts: readonly string[]): Promise<Told[]> => {
    const vectors = await embedTexts(texts, embedder, cache);
    return vectors.map((vector, at) => ({ text: texts[at] ?? '', vector }));
  };
  return { reports: await tell(reports), others: await tell(others), wishes: await tell(wishes) };
}

/** Lists every cache key that this content needs. */
export function listKeys(content: Content, asks: Asks, model: string): string[] {
  const learnsReports = hasStories(content);
  const needs = prepareNeeds(content, asks);
  const texts = [
    ...asks.examples.map(({ prepared }) => prepared.masked),
    ...(learnsReports ? Object.values(prepareStories(content, asks)).flat() : []),
    ...needs.prepared.map(({ masked }) => masked),
  ];
  const { reports, needs: need, ...always } = listLessons(content, asks, model);
  return [
    ...new Set(texts.map((text) => cacheKey(model, text))),
    ...Object.values(always),
    ...(learnsReports ? [reports] : []),
    ...(needs.reader === null ? [] : [need]),
  ];
}

/** The key of each learned result. It's a hash of what the result is learned from. */
function listLessons(content: Content, asks: Asks, model: string): Record<keyof typeof VERSION, string> {
  const { examples } = asks;
  const programmes = content.programmes.map(({ id }) => id);
  const wordings = examples.map(({ prepared, unit }) => [unit.id, prepared.masked, prepared.named]);
  const from = [listUnitIds(examples), programmes, wordings];
  const key = (what: keyof typeof VERSION, ...more: unknown[]): string =>
    cacheKey(what, VERSION[what], model, JSON.stringify([...from, ...more]));
  return {
    head: key('head'),
    familiarity: key('familiarity'),
    reports: key('reports', listStories(content), content.languages),
    needs: key('needs', content.needs, content.situations),
  };
}

function hasStories(content: Content): boolean {
  const { reports, others } = listStories(content);
  return reports.length > 0 && others.length > 0;
}

function prepareStories(content: Content, { prepare }: Asks) {
  const { reports, others, wishes } = listStories(content);
  // Texts are translated before they're weighed, so the stories are, too.
  const translate = createTranslate(content);
  const toMasked = (text: string): string => prepare(translate(text).text).masked;
  return { reports: reports.map(toMasked), others: others.map(toMasked), wishes: wishes.map(toMasked) };
}

/**
 * Creates the reader of needs, with its examples as they're embedded. The reader is null if the content has no table of
 * needs.
 */
export function prepareNeeds(
  content: Content,
  { prepare }: Asks,
): { readonly reader: NeedReader | null; readonly prepared: readonly Prepared[] } {
  const reader = createNeedReader(content, listUnits(content));
  return { reader, prepared: (reader?.examples ?? []).map(({ text }) => prepare(text)) };
}

/** Returns one vector per example, from the cache if possible. The rest is computed in the background. */
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
    // An interrupted start continues where it stopped.
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
