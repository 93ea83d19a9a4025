import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { CardDefinition, CardActions } from '../../../cards/define-card';
import { cards, sayAsData, verbs } from '../../../cards';
import { LANGUAGES, languages } from '../../../cards/words/languages';
import { findCardProblems, verbsOf } from '../../support/card-check';

type AnyCard = CardDefinition<string, never, CardActions>;
const registered = Object.entries(cards) as unknown as [string, AnyCard][];
const drawn = registered.flatMap(([name, card]) =>
  Object.entries(card.samples).flatMap(([sample, model]) =>
    LANGUAGES.map((language) => ({ name, sample, language, card: card.render(model, languages[language]) })),
  ),
);

describe.each(drawn)('card $name, sample "$sample", in "$language"', ({ card }) => {
  it('is fit to be sent', () => {
    expect(findCardProblems(card.content)).toEqual([]);
  });

  it('has a summary that stands alone on one line', () => {
    expect(card.summary.trim()).toMatch(/^\S.*$/);
  });
});

describe('the registry', () => {
  it('holds the files of the folder, each by its own name', () => {
    const files = readdirSync(path.join(__dirname, '../../../cards'))
      .filter((file) => file.endsWith('.ts') && file !== 'index.ts' && file !== 'define-card.ts')
      .map((file) => path.basename(file, '.ts'));
    expect(registered.map(([name]) => name).sort()).toEqual(files.sort());
    for (const [name, card] of registered) expect(card.name).toBe(name);
  });

  it('shows each card in more than one state', () => {
    for (const [name, card] of registered)
      expect([name, Object.keys(card.samples).length > 1]).toEqual([name, true]);
  });

  it('declares exactly the verbs that buttons send', () => {
    const sent = new Set(drawn.flatMap(({ card }) => verbsOf(sayAsData(card.content))));
    expect([...sent].sort()).toEqual([...verbs].sort());
  });
});
