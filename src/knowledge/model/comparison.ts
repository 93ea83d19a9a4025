import { z } from 'zod/v4';
import { Id, Line, ListLine, provenance } from './authored';

/** A programme or a term with its known facts by aspect. Facts that aren't stated are left out and never guessed. */
const Thing = z
  .strictObject({ programme: Id.optional(), term: Id.optional(), facts: z.record(z.string(), Line) })
  .refine(({ programme, term }) => (programme === undefined) !== (term === undefined), {
    message: 'must name either a programme or a term',
  });

/** Things that people compare: content/comparisons.yaml. */
export const Comparison = z
  .strictObject({
    id: Id,
    title: ListLine,
    /** The topics whose answers always show this comparison, even if the question doesn't compare. */
    topics: z.array(Id).default([]),
    ...provenance,
    flag: Line.optional(),
    aspects: z.array(z.strictObject({ id: Id, name: Line.max(40) })).min(1),
    things: z.array(Thing).min(2),
  })
  .check(({ value: { aspects, things }, issues }) => {
    const known = new Set(aspects.map(({ id }) => id));
    for (const [index, { facts }] of things.entries())
      for (const aspect of Object.keys(facts))
        if (!known.has(aspect))
          issues.push({
            code: 'custom',
            input: facts,
            path: ['things', index, 'facts', aspect],
            message: 'isn’t one of the aspects',
          });
  });
export type Comparison = z.infer<typeof Comparison>;
