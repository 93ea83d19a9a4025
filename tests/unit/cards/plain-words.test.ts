import * as AdaptiveCards from 'adaptivecards';
import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { renderCard } from '../../../cards';
import type { HandoffModel } from '../../../cards/handoff';
import { handoff } from '../../../cards/handoff';
import { hostile } from '../../../cards/elements/samples';
import { plain, withoutMarkdown } from '../../../cards/elements/text';
import { languages } from '../../../cards/words/languages';
import { objectsOf } from '../../support/card-check';

const submitted: HandoffModel = handoff.samples.submitted!;

function curatedTexts(card: unknown): string[] {
  return objectsOf(card)
    .filter((object) => object.type === 'TextBlock')
    .map((object) => String(object.text));
}

describe('what people write', () => {
  it('never reaches an element that reads markdown', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 8 }), (written) => {
        const marked = `${hostile}${written}`;
        const card = renderCard(
          'handoff',
          {
            ...submitted,
            customer: { kind: 'named', name: marked },
            partnerName: marked,
            requesterName: marked,
            ownerName: marked,
            why: marked,
            latest: {
              what: { event: 'transfer-to-person', who: marked, to: marked, acceptedFor: null },
              at: submitted.sentAt,
            },
            others: [{ name: marked, as: 'PTS' }],
            background: { scope: marked, asked: [{ text: marked, answerTitle: marked }] },
          },
          languages.en,
        );
        expect(curatedTexts(card.content).filter((shown) => shown.includes('evil.example'))).toEqual([]);
      }),
    );
  });

  it('stays as it was written, even where it looks like a date function', () => {
    const element = plain('Start {{DATE(2026-01-01T00:00:00Z, SHORT)}}');
    const card = new AdaptiveCards.AdaptiveCard();
    card.parse({ type: 'AdaptiveCard', version: '1.5', body: [element] });
    const block = card.getItemAt(0);
    if (!(block instanceof AdaptiveCards.RichTextBlock)) throw new Error('not drawn as rich text');
    const shown = block.asString() ?? '';
    expect(shown.replaceAll('\u200b', '')).toBe('Start {{DATE(2026-01-01T00:00:00Z, SHORT)}}');
    expect(shown).not.toMatch(/\{\{DATE/);
  });

  it('has no way to name a confidential customer on a handoff card', () => {
    const card = renderCard('handoff', { ...submitted, customer: { kind: 'confidential' } }, languages.en);
    expect(JSON.stringify(card)).not.toContain('Contoso');
    expect(JSON.stringify(card)).toContain(languages.en.handoff.confidential);
  });
});

describe('withoutMarkdown', () => {
  it('keeps the words of links, bold and lists', () => {
    expect(withoutMarkdown('**Yes.** See [the page](https://example.com).\n- one\n- two')).toBe(
      'Yes. See the page. one two',
    );
  });
});
