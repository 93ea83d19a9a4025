/**
 * Finds what a text is about. It compares the words and the meaning of the text with those of the asks.
 *
 * Words: an *example* is one ask; a *candidate* is a topic that the text may be about; *warm* means that the meaning of
 * all asks is known, and words alone decide until then. src/answering decides what the bot says.
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
  /** The programmes that were searched: those in the text, or else the carried ones. */
  readonly programmes: readonly string[];
  /** Most likely first. */
  readonly candidates: readonly Candidate[];
  /** False if words alone decided. Trust the result less then. */
  readonly byMeaning: boolean;
  /**
   * The probability that the text is about anything in the content, 0 to 1, assuming even odds; 1 if words alone
   * decided.
   */
  readonly familiarity: number;
  /** The need that it expresses; null if the content has no needs or words alone decided. */
  readonly need: NeedReading | null;
}

export interface Search {
  /**
   * Resolves when warm. Rejects if the first try to use the model fails; words alone then decide until a later try
   * works.
   */
  readonly ready: Promise<void>;
  isWarm(): boolean;
  /** Ranks each text separately, with at most one call to the embedder. If that fails, words alone decide. */
  rank(queries: readonly Query[]): Promise<Ranking[]>;
  /**
   * The probability that each text reports a vulnerability, 0 to 1; null while there's no model. If the model is only
   * busy, it rejects with `too-busy`, so that words alone never decide because of that.
   */
  weighReports(texts: readonly string[]): Promise<(number | null)[]>;
  /** Returns the text with corrected spelling. */
  mend(text: string): string;
  /** Returns the IDs of the programmes in the text. */
  findProgrammes(text: string): readonly string[];
}

export interface SearchOptions {
  readonly content: Content;
  readonly embedder: Embedder;
  /** Where vectors are stored between starts. */
  readonly cacheFolder: string;
  /** Where the vectors that came with the content are. */
  readonly shippedFolders?: readonly string[];
  /** Called after each failed try to use the model. */
  readonly onProblem?: (problem: unknown) => void;
  /** The compiled train-worker.js. */
  readonly trainWorkerFile?: string;
}

const REMEMBERED_QUERIES = 1000;
const KEPT_CANDIDATES = 12;
/** The reason that the model can't load, such as memory that others hold, may pass. */
const TRY_AGAIN_AFTER_MS = 15_000;

interface State {
  readonly prepare: (text: string) => Prepared;
  readonly index: TopicRanker;
  /** Null if the content has no stories to learn from, or while words alone decide. */
  readonly reportHead: Classifier | null;
  readonly byMeaning: boolean;
  readonly familiarity: Float32Array;
  /** Null if the content has no table of needs, or while words alone decide. */
  readonly readNeed: ReadNeed | null;
}

/** Answers by words at once, and by meaning when the vectors are computed in the background or read from the cache. */
export function createSearch(options: SearchOptions): Search {
  const { content, embedder } = options;
  const programmes = content.programmes.map(({ id }) => id);
  const remembered = new LRUCache<string, Ranking>({ max: REMEMBERED_QUERIES });

  /** Created for the first question before the search is warm. With cached vectors, that rarely happens. */
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
    // A result of words alone must not outlive the time without the model.
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
