import type { Entity } from 'botbuilder';
import type { Citation } from '../../conversation/answers/citations';
import { cutStart } from '../../shared/cut';

/** Teams' limits. It rejects the whole message if it exceeds one. */
const MOST_CITATIONS = 20;
const LONGEST_NAME = 80;
const LONGEST_ABSTRACT = 160;

/**
 * What Teams should know about a message besides its words: its citations, and whether a model wrote it, which Teams
 * labels "AI generated". Returns at most one entity, because Teams rejects two; null if there's nothing to say.
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
