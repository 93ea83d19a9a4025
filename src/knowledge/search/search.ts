/**
 * Finding what a text is about: the words and the meaning of the asks against the words and the meaning of the text.
 *
 * Words: an *example* is one ask; a *candidate* a topic that the text may be about; *warm* means that the meaning of
 * all asks is known, until then words alone decide. What is said to the person is decided in src/answering.
 */
import { LRUCache } from 'lru-cache';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/app-error';
import type { Content } from '../content';
import type { Embedder } from '../embed/embedder';
import { cacheKey, openVectorCache, type VectorCache } from '../embed/vector-cache';
import { createNeedReader, type NeedReading } from '../needs/read-needs';
import { listUnits } from './examples';
import type { Head, TrainingSet } from './head';
import {
  createIndex,
  createTrainingSet,
  listUnitIds,
  type Candidate,
  type Example,
  type Index,
} from './index';
import { createPreparation, type Prepared } from './prepare';

export interface Query {
  readonly text: string;
  /** Programmes that the dialogue is about, used when the text names none. */
  readonly carried: readonly string[];
}

export interface Ranking {
  readonly prepared: Prepared;
  /** The programmes that were searched for: named, else carried. */
  readonly programmes: readonly string[];
  /** Likeliest first. */
  readonly candidates: readonly Candidate[];
  /** False while words alone decided: trust it less. */
  readonly byMeaning: boolean;
  /** Which need it tells; null where the content knows none, and while words alone decide. */
  readonly need: NeedReading | null;
}

export interface Search {
  /** Resolves when warm; rejects when the model cannot be had at first. Words alone answer, and it is tried anew. */
  readonly ready: Promise<void>;
  isWarm(): boolean;
  /** Ranks each text on its own, with at most one call of the embedder. Falls back to words when that fails. */
  rank(queries: readonly Query[]): Promise<Ranking[]>;
  /** The text with its typing mistakes mended. */
  mend(text: string): string;
  /** Ids of the programmes that a text names. */
  findProgrammes(text: string): readonly string[];
}

export interface SearchOptions {
  readonly content: Content;
  readonly embedder: Embedder;
  /** Where vectors are kept between starts. */
  readonly cacheFolder: string;
  /** Told each time that the model could not be had. */
  readonly onProblem?: (problem: unknown) => void;
  /** The compiled train-worker.js. */
  readonly trainWorkerFile?: string;
}

const REMEMBERED_QUERIES = 1000;
const KEPT_CANDIDATES = 12;
const SAVE_EVERY = 200;
/** What keeps the model away at a start (memory that others hold) may pass. */
const TRY_AGAIN_AFTER_MS = 15_000;

interface State {
  readonly prepare: (text: string) => Prepared;
  readonly index: Index;
  readonly byMeaning: boolean;
  readonly readNeed: (prepared: Prepared, vector: Float32Array) => NeedReading | null;
}

/** Answers by words at once, and by meaning as soon as the vectors are computed in the background or read from the cache. */
export function createSearch(options: SearchOptions): Search {
  const { content, embedder } = options;
  const units = listUnits(content);
  const programmes = content.programmes.map(({ id }) => id);
  const needs = createNeedReader(content, units);
  const remembered = new LRUCache<string, Ranking>({ max: REMEMBERED_QUERIES });

  const prepareWith = (
    knownWords: ReadonlySet<string>,
  ): { prepare: State['prepare']; examples: Example[] } => {
    const prepare = createPreparation(content, units, knownWords);
    const examples = units.flatMap((unit) => unit.asks.map((ask) => ({ unit, prepared: prepare(ask) })));
    return { prepare, examples };
  };

  /** Made for the first who asks before it is warm: with the vectors in the cache that is hardly ever anybody. */
  const startByWords = (): State => {
    const { prepare, examples } = prepareWith(new Set());
    const index = createIndex(examples, programmes, null);
    return { prepare, index, byMeaning: false, readNeed: () => null };
  };
  let state: State | undefined;
  const current = (): State => (state ??= startByWords());

  const warmUp = async (): Promise<void> => {
    const { prepare, examples } = prepareWith(await embedder.loadKnownWords());
    const cache = openVectorCache(options.cacheFolder, embedder.id);
    const vectors = await embedExamples(examples, embedder, cache);
    const train = { cache, model: embedder.id, workerFile: options.trainWorkerFile };
    const head = await loadHead(
      createTrainingSet(examples, vectors, programmes),
      [
        listUnitIds(examples),
        programmes,
        examples.map(({ prepared, unit }) => [unit.id, prepared.masked, prepared.named]),
      ],
      train,
    );
    const readNeed = await warmNeeds(prepare, cache, train);
    cache.save();
    const index = createIndex(examples, programmes, { vectors, head });
    state = { prepare, index, byMeaning: true, readNeed };
  };
  const warmNeeds = async (
    prepare: State['prepare'],
    cache: VectorCache,
    train: Training,
  ): Promise<State['readNeed']> => {
    if (needs === null) return () => null;
    const prepared = needs.examples.map(({ text }) => prepare(text));
    const vectors = await embedExamples(
      prepared.map((one) => ({ prepared: one })),
      embedder,
      cache,
    );
    const what = [content.needs, needs.examples.map((example, at) => [example, prepared[at]?.masked])];
    const head = await loadHead(needs.createTrainingSet(prepared, vectors), what, train);
    return (one, vector) => needs.read(head, one, vector);
  };
  const ready = warmUp();
  const keepTrying = async (): Promise<void> => {
    for (let attempt = ready; ; attempt = warmUp()) {
      try {
        await attempt;
        return;
      } catch (problem) {
        options.onProblem?.(problem);
      }
      await sleep(TRY_AGAIN_AFTER_MS, undefined, { ref: false });
      if (embedder.state() === 'closed') return;
    }
  };
  void keepTrying();

  const embedQueries = async (texts: readonly string[]): Promise<(Float32Array | null)[]> => {
    try {
      return await embedder.embed(texts);
    } catch {
      return texts.map(() => null);
    }
  };

  const rankAll = async (queries: readonly Query[]): Promise<Ranking[]> => {
    const { prepare, index, byMeaning, readNeed } = current();
    const prepared = queries.map(({ text }) => prepare(text));
    const vectors = byMeaning ? await embedQueries(prepared.map(({ masked }) => masked)) : [];
    return prepared.map((text, at) => {
      const programmes = text.named.length > 0 ? text.named : (queries[at]?.carried ?? []);
      const vector = vectors[at] ?? null;
      const candidates = index.rank(text, vector, programmes);
      const need = vector === null ? null : readNeed(text, vector);
      return { prepared: text, programmes, candidates, byMeaning: vector !== null, need };
    });
  };

  const keep = (key: string, ranking: Ranking): void => {
    // What words alone decided while the model was not there must not outlive that.
    if (!ranking.byMeaning) return;
    remembered.set(key, { ...ranking, candidates: ranking.candidates.slice(0, KEPT_CANDIDATES) });
  };

  return {
    ready,
    isWarm: () => state?.byMeaning === true,
    mend: (text) => current().prepare(text).mended,
    findProgrammes: (text) => current().prepare(text).named,
    async rank(queries) {
      const keys = queries.map(({ text, carried }) => [text, ...carried].join('\0'));
      const known = keys.map((key) => remembered.get(key));
      const missing = queries.filter((_, at) => known[at] === undefined);
      const fresh = missing.length === 0 ? [] : await rankAll(missing);
      return known.flatMap((ranking, at) => {
        const found = ranking ?? fresh.shift();
        if (found === undefined) return [];
        keep(keys[at] ?? '', found);
        return [found];
      });
    },
  };
}

/** One vector for each example, from the cache as far as it goes, the rest computed in the background. */
export async function embedExamples(
  examples: readonly Pick<Example, 'prepared'>[],
  embedder: Embedder,
  cache: VectorCache,
): Promise<Float32Array[]> {
  const texts = examples.map(({ prepared }) => prepared.masked);
  const missing = [...new Set(texts)].filter((text) => cache.find(cacheKey(embedder.id, text)) === undefined);
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

const HEAD_VERSION = '4';

interface Training {
  readonly cache: VectorCache;
  readonly model: string;
  readonly workerFile: string | undefined;
}

/** The head for a training set, from the cache where it was trained on the same (`what`) before. */
async function loadHead(
  set: TrainingSet,
  what: unknown,
  { cache, model, workerFile }: Training,
): Promise<Head> {
  const key = cacheKey('head', HEAD_VERSION, model, JSON.stringify(what));
  let weights = cache.find(key);
  if (weights?.length !== (set.features + 1) * set.classes) {
    weights = await trainInWorker(set, workerFile ?? path.join(__dirname, 'train-worker.js'));
    cache.put(key, weights);
  }
  return { classes: set.classes, features: set.features, weights };
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
