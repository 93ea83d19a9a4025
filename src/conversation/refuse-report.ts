import { renderCard } from '../../cards';
import type { Words } from '../../cards/words/languages';
import type { RenderedCard } from '../../cards/define-card';
import type { Answerer } from '../answering/dialogue';

/** What a form or command may hold of people's own words, by the names of its fields. */
const FIELDS_WITH_WORDS: ReadonlySet<string> = new Set(['text', 'details', 'customer', 'person']);

/**
 * The card that turns away words which may report a vulnerability, before anything of them is stored, sent on or shown
 * again; null where there are none. Everything that people write into requests goes through here.
 */
export async function refuseReport(
  answerer: Pick<Answerer, 'findReport'>,
  input: object,
  words: Words,
): Promise<RenderedCard | null> {
  const written = Object.entries(input).flatMap(([field, value]) =>
    typeof value === 'string' && value.trim() !== '' && FIELDS_WITH_WORDS.has(field) ? [value] : [],
  );
  for (const one of written) {
    const refusal = await answerer.findReport(one);
    if (refusal === null) continue;
    const { explanation, rule, door } = refusal;
    return renderCard(
      'refusal',
      {
        ...{ kind: 'refused', explanation, rule, door },
        ...{ paste: [], values: null, next: [] },
      },
      words,
    );
  }
  return null;
}
