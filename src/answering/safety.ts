import type { Content } from '../knowledge/content';
import { createPhrases } from '../knowledge/search/phrases';

/**
 * Recognises texts that may describe a vulnerability, before anything else looks at them and without a model. It errs
 * towards yes: a question about a report that is not kept costs a follow-up, a kept description costs more.
 */
export interface Safety {
  /** The topic to answer with, or null when the text describes no vulnerability. */
  findVulnerability(text: string): string | null;
  /** May the text tell of a vulnerability, by its words? */
  hints(text: string): boolean;
  /** Names a maker whose vulnerabilities belong elsewhere. */
  namesOtherMaker(text: string): boolean;
}

export function createSafety({ cues }: Pick<Content, 'cues'>): Safety {
  const { vulnerability } = cues.safety;
  const phrases = createPhrases([
    ...(vulnerability?.notWith ?? []).map((phrase) => [phrase, 'elsewhere'] as const),
    ...(vulnerability?.phrases ?? []).map((phrase) => [phrase, 'vulnerability'] as const),
  ]);
  const words = createPhrases([
    ...(vulnerability?.notWords ?? []).map((word) => [word, false] as const),
    ...(vulnerability?.words ?? []).map((word) => [word, true] as const),
  ]);
  return {
    hints: (text) => words.find(text).some(({ value }) => value),
    namesOtherMaker: (text) => phrases.find(text).some(({ value }) => value === 'elsewhere'),
    findVulnerability(text) {
      const found = phrases.find(text).map(({ value }) => value);
      if (!found.includes('vulnerability') || found.includes('elsewhere')) return null;
      return vulnerability?.topic ?? null;
    },
  };
}
