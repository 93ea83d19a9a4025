import { renderCard } from '../../cards';
import type { Words } from '../../cards/words/languages';
import type { RenderedCard } from '../../cards/define-card';
import type { Answerer } from '../answering/dialogue';
import type { Eligibility } from '../answering/reply';
import { canTell } from '../shared/story';

/**
 * The card that turns away words which may report a vulnerability, before anything of them is stored, sent on or shown
 * again; null where there are none. Everything that people write into requests goes through here.
 */
export async function refuseReport(
  answerer: Pick<Answerer, 'findReport'>,
  input: object,
  words: Words,
): Promise<RenderedCard | null> {
  // IDs need no check. All other fields are checked without a list here, so new ones can't be forgotten.
  for (const one of listTexts(input)) {
    const refusal = await answerer.findReport(one, words.language);
    if (refusal === null) continue;
    return drawRefusal(refusal, words);
  }
  return null;
}

/** The card for what was recognised as a report. */
export function drawRefusal({ explanation, rule, door }: Eligibility, words: Words): RenderedCard {
  return renderCard(
    'refusal',
    {
      ...{ kind: 'refused', explanation, rule, door },
      ...{ paste: [], values: null, next: [] },
    },
    words,
  );
}

/** Of its fields, and of those that the service declares for itself, which are one record. */
function listTexts(input: object): readonly string[] {
  const values = (of: unknown): readonly unknown[] =>
    typeof of === 'object' && of !== null ? Object.values<unknown>({ ...of }) : [];
  const own = 'fields' in input ? values(input.fields) : [];
  return [...values(input), ...own].filter(
    (value): value is string => typeof value === 'string' && canTell(value),
  );
}
