import { expect, it } from '@jest/globals';
import { cards, renderCard } from '../../../cards';
import { languages } from '../../../cards/words/languages';
import { cardToText } from '../../../cards/elements/card-text';

it('reads what a form is filled with, beside its label', () => {
  const [sample] = Object.values(cards.intake.samples);
  const filled = { ...sample!, values: { ...sample!.values, customer: 'Contoso' } };
  const text = cardToText(renderCard('intake', filled, languages.en).content);
  expect(text).toMatch(/Customer.*: Contoso/);
});
