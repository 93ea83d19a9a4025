/**
 * Finding what a text is about: the words and the meaning of the asks against the words and the meaning of the text.
 *
 * Words: an *example* is one ask; a *candidate* a topic that the text may be about; *warm* means that the meaning of
 * all asks is known, until then words alone decide. What is said to the person is decided in src/answering.
 */
import { LRUCache } from 'lru-cache';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../../shared/app-error';
import type { Content } from '../model/content';
import type { Embedder } from '../embed/embedder';
import { openVectorCache } from '../embed/vector-cache';
import type { NeedReading, ReadNeed } from '../needs/read-needs';
import { judgeFamiliarity } from './familiarity';
import type { Classifier } from './softmax-classifier';
import { createTopicRanker, type Candidate, type TopicRanker } from './rank-topics';
import { loadMeaning, prepareAsks } from './meaning';
import { weighReport } from './report-classifier';
import type { Prepared } from './prepare';

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
  /** How likely the text is about anything in the content, 0 to 1 at even odds; 1 while words alone decide. */
  readonly familiarity: number;
  /** Which need it tells; null where the content knows none, and while words alone decide. */
  readonly need: NeedReading | null;
}

export interface Search {
  /** Resolves when warm; rejects when the model cannot be had at first. Words alone answer until another try works. */
  readonly ready: Promise<void>;
  isWarm(): boolean;
  /** Ranks each text on its own, with at most one call of the embedder. Falls back to words when that fails. */
  rank(queries: readonly Query[]): Promise<Ranking[]>;
  /**
   * How likely each text reports a vulnerability, 0 to 1; null while there is no model. Rejects with `too-busy` rather than
   * let words alone decide because somebody keeps the model busy.
   */
  weighReports(texts: readonly string[]): Promise<(number | null)[]>;
  /** The text with corrected spelling. */
  mend(text: string): string;
  /** Ids of the programmes that a text names. */
  findProgrammes(text: string): readonly string[];
}

export interface SearchOptions {
  readonly content: Content;
  readonly embedder: Embedder;
  /** Where vectors are kept between starts. */
  readonly cacheFolder: string;
  /** Where vectors that came with the content are read from. */
  readonly shippedFolders?: readonly string[];
  /** Told each time that the model could not be had. */
  readonly onProblem?: (problem: unknown) => void;
  /** The compiled train-worker.js. */
  readonly trainWorkerFile?: string;
}

const REMEMBERED_QUERIES = 1000;
const KEPT_CANDIDATES = 12;
/** What keeps the model away at a start (memory that others hold) may pass. */
const TRY_AGAIN_AFTER_MS = 15_000;

interface State {
  readonly prepare: (text: string) => Prepared;
  readonly index: TopicRanker;
  /** Null where the content has no stories to learn from, and while words alone decide. */
  readonly reportHead: Classifier | null;
  readonly byMeaning: boolean;
  readonly familiarity: Float32Array;
  /** Null where the content has no table of needs, and while words alone decide. */
  readonly readNeed: ReadNeed | null;
}

/** Answers by words at once, and by meaning as soon as the vectors are computed in the background or read from the cache. */
export function createSearch(options: SearchOptions): Search {
  const { content, embedder } = options;
  const programmes = content.programmes.map(({ id }) => id);
  const remembered = new LRUCache<string, Ranking>({ max: REMEMBERED_QUERIES });

  /** Made for the first who asks before it is warm: with the vectors at hand that is hardly ever anybody. */
  const startByWords = (): State => {
    const { prepare, examples } = prepareAsks(content, new Set());
    return {
      prepare,
      index: createTopicRanker(examples, programmes, null),
      byMeaning: false,
      familiarity: new Float32Array(),
      reportHead: null,
      readNeed: null,
    };
  };
  let state: State | undefined;
  const current = (): State => (state ??= startByWords());

  const warmUp = async (): Promise<void> => {
    const asks = prepareAsks(content, await embedder.loadKnownWords());
    const { cacheFolder: folder, shippedFolders: shipped, trainWorkerFile } = options;
    const cache = openVectorCache({ folder, name: embedder.id, ...(shipped && { shipped }) });
    const learnt = await loadMeaning(content, asks, embedder, cache, trainWorkerFile);
    cache.save();
    const index = createTopicRanker(asks.examples, programmes, learnt);
    const { familiarity, reportHead, readNeed } = learnt;
    state = { prepare: asks.prepare, index, familiarity, reportHead, readNeed, byMeaning: true };
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

  const vectorsOf = new LRUCache<string, Float32Array>({ max: REMEMBERED_QUERIES });
  const embedQueries = async (texts: readonly string[]): Promise<(Float32Array | null)[]> => {
    const missing = [...new Set(texts)].filter((text) => !vectorsOf.has(text));
    try {
      const vectors = missing.length === 0 ? [] : await embedder.embed(missing);
      vectors.forEach((vector, at) => vectorsOf.set(missing[at] ?? '', vector));
      const fresh = new Map(vectors.map((vector, at) => [missing[at], vector]));
      return texts.map((text) => vectorsOf.get(text) ?? fresh.get(text) ?? null);
    } catch {
      return texts.map(() => null);
    }
  };

  const rankAll = async (queries: readonly Query[]): Promise<Ranking[]> => {
    const { prepare, index, byMeaning, readNeed, familiarity: weights } = current();
    const prepared = queries.map(({ text }) => prepare(text));
    const vectors = byMeaning ? await embedQueries(prepared.map(({ masked }) => masked)) : [];
    return prepared.map((text, at) => {
      const programmes = text.named.length > 0 ? text.named : (queries[at]?.carried ?? []);
      const vector = vectors[at] ?? null;
      const { candidates, signals } = index.rank(text, vector, programmes);
      const familiarity = signals === null ? 1 : judgeFamiliarity(weights, signals);
      const need = readNeed === null || vector === null ? null : readNeed(text, vector);
      return { prepared: text, programmes, candidates, byMeaning: vector !== null, familiarity, need };
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
    async weighReports(texts) {
      const { prepare, reportHead } = current();
      if (reportHead === null) return texts.map(() => null);
      const masked = texts.map((text) => prepare(text).masked);
      const vectors = await embedQueries(masked);
      if (vectors.includes(null) && embedder.state() === 'ok')
        throw new AppError('too-busy', 'The embedding worker is too busy for this text.');
      return vectors.map((vector, at) =>
        vector === null ? null : weighReport(reportHead, { text: masked[at] ?? '', vector }),
      );
    },
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
