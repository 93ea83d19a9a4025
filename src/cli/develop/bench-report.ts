import type { LabelledLine } from './labelled-lines';

/** The result for one labelled line. */
export interface Outcome {
  readonly line: LabelledLine;
  /** The topic of the answer. */
  readonly topic: string;
  /** The search's most likely topics. */
  readonly top: readonly string[];
  readonly tookMs: number;
}

const isRight = (line: LabelledLine, topic: string): boolean =>
  topic === line.label || line.acceptable.includes(topic);

/** For example `91.3 % (264/289, 87.5-94.0)`: the share and its 95 % confidence interval (Wilson). */
export function formatShare(right: number, all: number): string {
  if (all === 0) return '-';
  const z = 1.96;
  const share = right / all;
  const scale = 1 + (z * z) / all;
  const middle = (share + (z * z) / (2 * all)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all));
  const percent = (value: number): string => (value * 100).toFixed(1);
  return `${percent(share)} % (${right}/${all}, ${percent(Math.max(0, middle - half))}-${percent(Math.min(1, middle + half))})`;
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Lists the lines of one file's report. `gaps` are the topics that the content doesn't cover. */
export function reportOutcomes(outcomes: readonly Outcome[], gaps: ReadonlySet<string>): string[] {
  const right = outcomes.filter(({ line, topic }) => isRight(line, topic));
  const inTop = outcomes.filter(
    ({ line, topic, top }) => isRight(line, topic) || top.slice(0, 3).some((one) => isRight(line, one)),
  );
  const calledGap = outcomes.filter(({ topic }) => gaps.has(topic));
  const areGaps = outcomes.filter(({ line }) => gaps.has(line.label));
  const foundGaps = areGaps.filter(({ line, topic }) => gaps.has(topic) || isRight(line, topic));
  const rightGaps = calledGap.filter(({ line, topic }) => gaps.has(line.label) || isRight(line, topic));
  const times = outcomes.map(({ tookMs }) => tookMs);
  return [
    `right topic      ${formatShare(right.length, outcomes.length)}`,
    `in the top three ${formatShare(inTop.length, outcomes.length)}`,
    `not covered: precision ${formatShare(rightGaps.length, calledGap.length)}, recall ${formatShare(foundGaps.length, areGaps.length)}`,
    `latency: p50 ${quantile(times, 0.5).toFixed(1)} ms, p99 ${quantile(times, 0.99).toFixed(1)} ms`,
    'by kind:',
    ...tally(outcomes, ({ line }) => line.kind),
    'by topic, only those with errors:',
    ...tally(outcomes, ({ line }) => line.label, true),
    'confusion (labelled > answered):',
    ...listConfusions(outcomes),
  ];
}

function tally(
  outcomes: readonly Outcome[],
  keyOf: (outcome: Outcome) => string,
  onlyImperfect = false,
): string[] {
  const counts = new Map<string, { right: number; all: number }>();
  for (const outcome of outcomes) {
    const count = counts.get(keyOf(outcome)) ?? { right: 0, all: 0 };
    count.all += 1;
    if (isRight(outcome.line, outcome.topic)) count.right += 1;
    counts.set(keyOf(outcome), count);
  }
  return [...counts]
    .filter(([, { right, all }]) => !onlyImperfect || right < all)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([key, { right, all }]) => `  ${key.padEnd(30)} ${right}/${all}`);
}

function listConfusions(outcomes: readonly Outcome[]): string[] {
  const pairs = new Map<string, string[]>();
  for (const { line, topic } of outcomes) {
    if (isRight(line, topic)) continue;
    const pair = `${line.label} > ${topic}`;
    pairs.set(pair, [...(pairs.get(pair) ?? []), line.id]);
  }
  return [...pairs]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([pair, ids]) => `  ${pair}: ${ids.join(', ')}`);
}
