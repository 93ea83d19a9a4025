import { LRUCache } from 'lru-cache';
import type { Content } from '../../knowledge/model/content';
import { createPhrases, replaceFound } from '../../knowledge/search/phrases';
import type { Ranking } from '../../knowledge/search/search';
import { toSkeleton } from '../../shared/unmask';
import { createReportScale, REPORTED_AT } from './report-evidence';
import { createReportReading } from './report-reading';
import { cutStart } from '../../shared/cut';

/** `slight`: anything that speaks for a report is enough. */
export type Sureness = 'likely' | 'slight';

/**
 * The one recogniser of texts that may describe a vulnerability, in anybody's product. Whatever would be stored or
 * passed on goes through it. It errs towards yes: a person who is turned away can use other words, but a report that is
 * stored costs more.
 */
export interface Safety {
  /** The topic to answer with, or null when the words describe no vulnerability, or one that belongs to another maker. */
  findVulnerability(text: string): string | null;
  /** By words, by what the search took its readings for, and by how likely it is a report (null: not known). */
  describesVulnerability(
    text: string,
    readings?: readonly (Ranking | undefined)[],
    likelihood?: number | null,
    sureness?: Sureness,
  ): boolean;
  /** May the text tell of a vulnerability, by its words? */
  hints(text: string): boolean;
  /** The text as it is weighed by meaning: in English and plain letters, without markup. */
  read(text: string): string;
  /** Names a maker whose vulnerabilities belong elsewhere. */
  namesOtherMaker(text: string): boolean;
}

/**
 * What a reading adds that is more likely a report than not. Without any evidence in words it takes one that is nearly
 * certain; a question about reporting has evidence against it.
 */
const BY_MEANING = [
  { probability: 0.9, likeness: 0, weight: 3 },
  { probability: 0.5, likeness: 0.45, weight: 3 },
  { probability: 0.5, likeness: 0, weight: 2 },
  { probability: 0.25, likeness: 0, weight: 1 },
];

/**
 * What the likelihood of a report adds, in the same way. Chosen on stories and situations that the classifier hadn't
 * learnt: half of these bounds find one report more (86 of 89) and take 24 of 502 needs for one in place of 4.
 */
const BY_LIKELIHOOD = [
  { least: 0.9, weight: 3 },
  { least: 0.55, weight: 2 },
  { least: 0.2, weight: 1 },
];

/** Of a longer text no more is read than a form takes, with room for markup. */
const LONGEST_READ = 20_000;
/** Five of six missed stories reach one of these, and one of eight ordinary messages. */
const SLIGHT = { weight: 1, likelihood: 0.05 };
const REMEMBERED = 50;
/** A text of fewer words tells no story: how it sounds isn't enough there. */
const STORY_WORDS = 7;

function weighLikelihood(likelihood: number): number {
  return BY_LIKELIHOOD.find(({ least }) => likelihood >= least)?.weight ?? 0;
}

export function createSafety(content: Content): Safety {
  const { vulnerability } = content.cues.safety;
  const evidence = vulnerability?.evidence ?? [];
  const makers = createPhrases((vulnerability?.notWith ?? []).map((phrase) => [phrase, true] as const));
  const words = createPhrases([
    ...(vulnerability?.notWords ?? []).map((word) => [word, false] as const),
    ...(vulnerability?.words ?? []).map((word) => [word, true] as const),
  ]);
  const read = createReportReading(content);
  const weighWords = createReportScale(evidence);
  const weighSkeleton = createReportScale(
    evidence.map((kind) => ({ ...kind, all: kind.all.map((group) => group.map(toSkeleton)) })),
  );
  const withoutNotWords = (text: string): string =>
    replaceFound(text, words.find(text), (isSaidOfOne) => (isSaidOfOne ? null : ' '));
  // As written, since what a story quotes may be markup itself; as read; and as it looks.
  const weighAll = (text: string): number => {
    const said = withoutNotWords(text);
    const plainly = withoutNotWords(read(text));
    return Math.max(
      weighWords(said),
      plainly === said ? -Infinity : weighWords(plainly),
      weighSkeleton(toSkeleton(said)),
    );
  };
  /** A turn asks about the same text several times. */
  const weighed = new LRUCache<string, number>({ max: REMEMBERED });
  const weigh = (whole: string): number => {
    const text = cutStart(whole, LONGEST_READ);
    const known = weighed.get(text) ?? weighAll(text);
    weighed.set(text, known);
    return known;
  };
  const namesOtherMaker = (text: string): boolean => makers.find(text).length > 0;

  const weighReadings = (readings: readonly (Ranking | undefined)[]): number => {
    const reports = readings.flatMap((ranking) =>
      (ranking?.candidates ?? []).filter(({ topic }) => topic === vulnerability?.topic),
    );
    return Math.max(
      0,
      ...reports.map(
        ({ probability, likeness }) =>
          BY_MEANING.find((least) => probability >= least.probability && likeness >= least.likeness)
            ?.weight ?? 0,
      ),
    );
  };

  /** What is about reporting, and is not like a report at all, asks about it. */
  const weighMeaning = (
    readings: readonly (Ranking | undefined)[],
    likelihood: number | null,
    text: string,
  ): number => {
    const asRead = weighReadings(readings);
    if (likelihood === null) return asRead;
    const asStory = weighLikelihood(likelihood);
    const canTell = text.trim().split(/\s+/).length >= STORY_WORDS;
    if (asStory === 0) return Math.min(asRead, 1);
    return canTell ? Math.max(asRead, asStory) : Math.max(asRead, Math.min(asStory, REPORTED_AT - 1));
  };

  return {
    hints: (text) => [text, read(text)].some((one) => words.find(one).some(({ value }) => value)),
    read,
    namesOtherMaker,
    findVulnerability: (text) =>
      weigh(text) >= REPORTED_AT && !namesOtherMaker(text) ? (vulnerability?.topic ?? null) : null,
    describesVulnerability(text, readings = [], likelihood = null, sureness = 'likely') {
      const weight = weigh(text) + weighMeaning(readings, likelihood, text);
      if (sureness === 'likely') return weight >= REPORTED_AT;
      return weight >= SLIGHT.weight || (likelihood ?? 0) >= SLIGHT.likelihood;
    },
  };
}
