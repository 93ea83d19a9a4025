import type { Content } from '../knowledge/content';
import { phrasePattern } from '../knowledge/search/words';

/**
 * Recognises texts that may describe a vulnerability, before anything else looks at them and without a model. It errs
 * towards yes: a question about a report that is not kept costs a follow-up, a kept description costs more.
 */
export interface Safety {
  /** The topic to answer with, or null when the text describes no vulnerability. */
  findVulnerability(text: string): string | null;
}

export function createSafety({ cues }: Pick<Content, 'cues'>): Safety {
  const { vulnerability } = cues.safety;
  const pattern = phrasePattern(vulnerability?.phrases ?? []);
  const elsewhere = phrasePattern(vulnerability?.notWith ?? []);
  return {
    findVulnerability(text) {
      if (vulnerability === undefined || pattern === null || text.search(pattern) < 0) return null;
      return elsewhere !== null && text.search(elsewhere) >= 0 ? null : vulnerability.topic;
    },
  };
}
