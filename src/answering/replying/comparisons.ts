import type { Content } from '../../knowledge/model/content';
import { createPhrases } from '../../knowledge/search/phrases';
import { createProgrammeNames } from '../../knowledge/search/programme-names';
import type { ComparisonView, Reply } from '../reply';
import { createStatements } from './statements';

const COMPARES =
  /\b(?:differen(?:t|ce|ces)|differs?|compar(?:e|ed|ing|ison)|versus|vs|better|or|rather than|instead of|same as)\b|\S\/\S/i;
/** More things than this side by side don't fit a phone. */
const MOST_THINGS = 3;

/** Puts a comparison below an answer to a question that names two or three things which the content compares. */
export function createComparisons(content: Content): (text: string, reply: Reply) => Reply {
  const statements = createStatements(content);
  const programmeNames = createProgrammeNames(content);
  const termNames = createPhrases(
    content.terms.flatMap(({ id, term, expansion }) =>
      [term, ...(expansion === undefined ? [] : [expansion])].map((name) => [name, id] as const),
    ),
  );
  const programmes = new Map(content.programmes.map((one) => [one.id, one.shortName]));
  const terms = new Map(content.terms.map((one) => [one.id, one.term]));

  const find = (text: string, topic: string): ComparisonView | undefined => {
    const named = new Set([
      ...programmeNames.find(text).map((id) => `programme:${id}`),
      ...termNames.find(text).map(({ value }) => `term:${value}`),
    ]);
    for (const { title, topics, aspects, things, ...comparison } of content.comparisons) {
      const shown = things
        .map(({ programme, term, facts }) => ({
          isNamed: named.has(`programme:${programme ?? ''}`) || named.has(`term:${term ?? ''}`),
          name: programmes.get(programme ?? '') ?? terms.get(term ?? '') ?? '',
          facts,
        }))
        .filter(({ isNamed }) => isNamed);
      if (shown.length < 2 || shown.length > MOST_THINGS) continue;
      if (!topics.includes(topic) && !COMPARES.test(text)) continue;
      return {
        title,
        names: shown.map(({ name }) => name),
        aspects: aspects
          .filter(({ id }) => shown.some(({ facts }) => facts[id] !== undefined))
          .map(({ id, name }) => ({
            name,
            values: shown.map((thing) => ({ name: thing.name, text: thing.facts[id] ?? null })),
          })),
        notStated: aspects
          .filter(({ id }) => shown.every(({ facts }) => facts[id] === undefined))
          .map(({ name }) => name),
        flag: comparison.flag ?? null,
        provenance: {
          ...statements.cite(comparison.source),
          ...{ owner: comparison.owner, verified: comparison.verified, reviewBy: comparison.reviewBy },
        },
      };
    }
    return undefined;
  };

  return (text, reply) => {
    if (reply.kind !== 'answer') return reply;
    const comparison = find(text, reply.topic);
    return comparison === undefined ? reply : { ...reply, next: [], comparison };
  };
}
