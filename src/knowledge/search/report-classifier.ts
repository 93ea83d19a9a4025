/**
 * Learns what a report of a vulnerability looks like, separately from the topics, from stories, similar texts and
 * ordinary asks. It weighs a text's meaning, its words and pairs of words, and whether it's a question. The meaning
 * alone confuses a flaw with a wish to be protected from it, but the words tell who does what to whom.
 */
import type { Content } from '../model/content';
import { scoreRow, toProbabilities, type Classifier, type TrainingSet } from './softmax-classifier';
import { toWords } from './words';

/** The head has two classes. */
export const REPORT_CLASSES = 2;
const OTHER = 0;
const REPORT = 1;
const MEANING_SCALE = 3;
const WORDS_SCALE = 5;
/** Words and pairs of words share this many features. */
const WORD_PLACES = 4096;
/** How much a story counts. Otherwise the many asks would outweigh the stories. */
const STORY_WEIGHT = 3;
const EVERY_ASK = 4;

export interface ReportStories {
  readonly reports: readonly string[];
  readonly others: readonly string[];
  /** Messages of people who want something and report nothing. */
  readonly wishes: readonly string[];
}

export function listStories({
  cues,
  needs,
  situations,
}: Pick<Content, 'cues' | 'needs' | 'situations'>): ReportStories {
  const { reports = [], others = [], topic } = cues.safety.vulnerability ?? {};
  const reporting = (needs?.rows ?? []).filter(({ entry }) => entry !== undefined && entry === topic);
  const isReport = (values: Readonly<Record<string, string>>): boolean =>
    reporting.some(({ when }) =>
      Object.entries(when).every(([facet, options]) => options.includes(values[facet] ?? '')),
    );
  const wishes = situations.filter(({ values }) => !isReport(values)).flatMap(({ says }) => says);
  return { reports, others, wishes };
}

export interface Told {
  /** The text as the embedder got it. */
  readonly text: string;
  readonly vector: Float32Array;
}

/** The stories, and the asks of other topics. */
export type ToldStories = Readonly<Record<keyof ReportStories | 'asks', readonly Told[]>>;

export function createReportTrainingSet({ reports, others, wishes, asks }: ToldStories): TrainingSet {
  const negatives = [...others, ...wishes, ...asks.filter((_, index) => index % EVERY_ASK === 0)];
  const all = [...reports, ...negatives];
  const features = (all[0]?.vector.length ?? 0) + WORD_PLACES + 1;
  const rows = new Float32Array(all.length * features);
  all.forEach((story, index) => {
    rows.set(describe(story), index * features);
  });
  const stories = reports.length + others.length;
  const labels = Int32Array.from(all, (_, index) => (index < reports.length ? REPORT : OTHER));
  const rowWeights = Float32Array.from(all, (_, index) => (index < stories ? STORY_WEIGHT : 1));
  return { features, classes: REPORT_CLASSES, rows, labels, rowWeights };
}

/** The probability that a text reports a vulnerability, 0 to 1. */
export function weighReport(head: Classifier, story: Told): number {
  const odds = new Float32Array(2);
  scoreRow(head, describe(story), odds);
  toProbabilities(odds);
  return odds[REPORT] ?? 0;
}

/** The features: the meaning, the words, and whether it's a question. */
function describe({ text, vector }: Told): Float32Array {
  const row = new Float32Array(vector.length + WORD_PLACES + 1);
  row.set(vector.map((value) => value * MEANING_SCALE));
  const places = new Set(listPhrases(toWords(text)).map(findPlace));
  for (const place of places) row[vector.length + place] = WORDS_SCALE / Math.sqrt(places.size);
  row[row.length - 1] = text.trimEnd().endsWith('?') ? 1 : 0;
  return row;
}

function listPhrases(words: readonly string[]): string[] {
  return words.flatMap((word, at) => (at === 0 ? [word] : [word, `${words[at - 1] ?? ''} ${word}`]));
}

/** FNV-1a. */
function findPlace(phrase: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < phrase.length; at += 1) hash = Math.imul(hash ^ phrase.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % WORD_PLACES;
}
