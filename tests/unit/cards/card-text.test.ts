import { describe, expect, it } from '@jest/globals';
import { cards, renderCard } from '../../../cards';
import { languages } from '../../../cards/words/languages';
import { plain } from '../../../cards/elements/text';
import { cardToMessage, cardToText } from '../../../cards/elements/card-text';

it('reads what a form is filled with, beside its label', () => {
  const [sample] = Object.values(cards.intake.samples);
  const filled = { ...sample!, values: { ...sample!.values, customer: 'Contoso' } };
  const text = cardToText(renderCard('intake', filled, languages.en).content);
  expect(text).toMatch(/Customer.*: Contoso/);
});

describe('a card as a message', () => {
  it('makes no link, mention or emphasis of what people typed, and writes times out', () => {
    const typed = '[Contoso](https://evil.example/c) <at>Everyone</at> **now** _here_';
    const text = cardToMessage({
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      fallbackText: '',
      body: [
        plain(typed),
        {
          type: 'TextBlock',
          text: 'Sent {{DATE(2026-12-01T01:56:01Z, SHORT)}} {{TIME(2026-12-01T01:56:01Z)}}',
        },
      ],
    });
    expect(text).not.toMatch(/(?<!\\)[[\]*_]|[<>]|\{\{/);
    expect(text).toContain('Contoso');
    expect(text).toContain('Sent 2026-12-01 01:56 UTC');
  });
});
