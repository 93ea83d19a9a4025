import type { Candidate } from '../../knowledge/search/rank-topics';
import type { Ranking } from '../../knowledge/search/search';

/** One way of reading a message, with how much it counts. */
export interface Reading {
  readonly ranking: Ranking;
  readonly weight: number;
}

/** One ranking of several readings: probabilities are averaged by weight, each topic keeps its best likeness. */
export function fuseReadings(readings: readonly Reading[]): Ranking | undefined {
  const [first] = readings;
  if (first === undefined || readings.length === 1) return first?.ranking;
  const total = readings.reduce((sum, { weight }) => sum + weight, 0);
  const byTopic = new Map<string, Candidate>();
  for (const { ranking, weight } of readings)
    for (const candidate of ranking.candidates) {
      const share = (candidate.probability * weight) / total;
      const known = byTopic.get(candidate.topic);
      const better = known === undefined || candidate.likeness > known.likeness ? candidate : known;
      byTopic.set(candidate.topic, { ...better, probability: (known?.probability ?? 0) + share });
    }
  const candidates = [...byTopic.values()].sort((a, b) => b.probability - a.probability);
  return {
    ...first.ranking,
    candidates,
    byMeaning: readings.every(({ ranking }) => ranking.byMeaning),
    familiarity: Math.max(...readings.map(({ ranking }) => ranking.familiarity)),
  };
}
