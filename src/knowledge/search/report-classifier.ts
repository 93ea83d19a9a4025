/** Learns what a report of a vulnerability is like, beside the topics: from stories, near misses and ordinary asks. */
import type { Content } from '../model/content';
import { scoreRow, toProbabilities, type Classifier, type TrainingSet } from './softmax-classifier';

/** The head's two classes. */
export const REPORT_CLASSES = 2;
const OTHER = 0;
const REPORT = 1;
const INPUT_SCALE = 3;
/** How often each kind counts, so that the many asks do not drown the stories. */
const REPEATS = { reports: 5, others: 5 };
const EVERY_ASK = 2;

export interface ReportStories {
  readonly reports: readonly string[];
  readonly others: readonly string[];
  /** What people write who want something and report nothing. */
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

export interface StoryVectors {
  readonly reports: readonly Float32Array[];
  readonly others: readonly Float32Array[];
  readonly wishes: readonly Float32Array[];
  /** What is asked of other topics. */
  readonly asks: readonly Float32Array[];
}

export function createReportTrainingSet({ reports, others, wishes, asks }: StoryVectors): TrainingSet {
  const repeat = (vectors: readonly Float32Array[], times: number) =>
    Array.from({ length: times }, () => vectors).flat();
  const negatives = [
    ...repeat(others, REPEATS.others),
    ...wishes,
    ...asks.filter((_, index) => index % EVERY_ASK === 0),
  ];
  const all = [...repeat(reports, REPEATS.reports), ...negatives];
  const features = all[0]?.length ?? 0;
  const rows = new Float32Array(all.length * features);
  all.forEach((vector, index) => {
    rows.set(scale(vector), index * features);
  });
  const labels = Int32Array.from(all, (_, index) => (index < all.length - negatives.length ? REPORT : OTHER));
  return { features, classes: REPORT_CLASSES, rows, labels };
}

/** How likely a text with this vector reports a vulnerability, 0 to 1. */
export function weighReport(head: Classifier, vector: Float32Array): number {
  const odds = new Float32Array(2);
  scoreRow(head, scale(vector), odds);
  toProbabilities(odds);
  return odds[REPORT] ?? 0;
}

function scale(vector: Float32Array): Float32Array {
  return vector.map((value) => value * INPUT_SCALE);
}
