import type { Entity } from 'botbuilder';
import type { Citation } from '../../conversation/answers/citations';
import { cutStart } from '../../shared/cut';

/** Teams' limits. It rejects the whole message if one is exceeded. */
const MOST_CITATIONS = 20;
const LONGEST_NAME = 80;
const LONGEST_ABSTRACT = 160;

/**
 * What Teams should know of a message beside its words: its citations, and that a model wrote it, which it labels "AI
 * generated". One entity at most, as two are refused; null where there is nothing to say.
 */
export function describeMessage(citations: readonly Citation[], byModel: boolean): Entity | null {
  if (citations.length === 0 && !byModel) return null;
  return {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    '@id': '',
    ...(byModel && { additionalType: ['AIGeneratedContent'] }),
    ...(citations.length > 0 && { citation: citations.slice(0, MOST_CITATIONS).map(toClaim) }),
  };
}

function toClaim({ position, name, url, abstract }: Citation) {
  return {
    '@type': 'Claim',
    position,
    appearance: {
      '@type': 'DigitalDocument',
      name: cut(name, LONGEST_NAME),
      ...(url !== null && { url }),
      abstract: cut(abstract, LONGEST_ABSTRACT),
    },
  };
}

function cut(words: string, longest: number): string {
  return words.length <= longest ? words : `${cutStart(words, longest - 1).trimEnd()}…`;
}
