/** Learns what a report of a vulnerability is like, beside the topics: from stories, near misses and ordinary asks. */
import type { Content } from '../model/content';
import { scoreRow, toProbabilities, type Classifier, type TrainingSet } from './softmax-classifier';

/** The head's two classes. */
export const REPORT_CLASSES = 2;
const OTHER = 0;
const REPORT = 1;
const INPUT_SCALE = 3;
/** How often each kind counts, so that the many asks do not drown the stories. */
const REPEATS = { reports: 5, others: 3 };
const EVERY_ASK = 10;

export interface ReportStories {
  readonly reports: readonly string[];
  readonly others: readonly string[];
}

export function listStories({ cues }: Pick<Content, 'cues'>): ReportStories {
  const { reports = [], others = [] } = cues.safety.vulnerability ?? {};
  return { reports, others };
}

/** `asks`: vectors of what is asked of other topics. */
export function createReportTrainingSet(
  reports: readonly Float32Array[],
  others: readonly Float32Array[],
  asks: readonly Float32Array[],
): TrainingSet {
  const repeat = (vectors: readonly Float32Array[], times: number) =>
    Array.from({ length: times }, () => vectors).flat();
  const negatives = [
    ...repeat(others, REPEATS.others),
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
