import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { cards } from '../../../cards';
import type { CardActions, CardDefinition } from '../../../cards/define-card';
import { LANGUAGES, languages, type Words } from '../../../cards/words/languages';
import { findProjectRoot } from '../../../src/shared/project-root';
import { objectsOf } from '../../support/card-check';
import { isForOperators, listLiterals } from '../../support/string-literals';

type AnyCard = CardDefinition<string, never, CardActions>;
const samples = Object.values(cards as unknown as Readonly<Record<string, AnyCard>>).flatMap((card) =>
  Object.entries(card.samples).map(([sample, model]) => ({ name: card.name, sample, card, model })),
);

/** Properties of a card's elements that a person sees or hears. */
const VISIBLE = [
  'text',
  'title',
  'label',
  'placeholder',
  'errorMessage',
  'altText',
  'tooltip',
  'fallbackText',
];

function listVisible({ card, model }: (typeof samples)[number], words: Words): string[] {
  const drawn = card.render(model, words);
  const shown = objectsOf(drawn.content).flatMap((object) =>
    VISIBLE.flatMap((property) => {
      const value = object[property];
      return typeof value === 'string' ? [value] : [];
    }),
  );
  return [drawn.summary, ...shown];
}

/** Lists the words in a model, which belong to the organisation or to somebody's name. */
function listWords(value: unknown): string[] {
  if (typeof value === 'string') return value.match(WORD) ?? [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(listWords);
}

/** The client replaces this with a day or an hour. */
const FUNCTION = /\{\{(?:DATE|TIME)\(.*?\)\}\}/g;
const WORD = /\p{L}{2,}/gu;

/** Words that are the same in several languages. */
const SAME = ['Partner', 'Region', 'Details', 'Team', 'Chat', 'Status'];

describe.each(LANGUAGES.filter((language) => language !== 'en'))('in "%s"', (language) => {
  it.each(samples)('card $name, sample "$sample", says nothing of ours in English', (sample) => {
    const english = new Set(listVisible(sample, languages.en));
    const known = [...SAME, ...listWords(sample.model)];
    // A model's text may be cut in the middle of a word.
    const isKnown = (word: string) => known.some((one) => one.startsWith(word));
    const left = listVisible(sample, languages[language])
      .filter((shown) => english.has(shown))
      .filter((shown) => !(shown.replace(FUNCTION, '').match(WORD) ?? []).every(isKnown));
    expect(left).toEqual([]);
  });
});

describe.each(LANGUAGES)('in "%s"', (language) => {
  it('no day of ours is drawn as markdown that takes its number for a list', () => {
    const lists = samples.flatMap(({ card, model }) =>
      objectsOf(card.render(model, languages[language]).content)
        .filter(({ type, text }) => type === 'TextBlock' && /^\s*\d+[.)]\s/.test(String(text)))
        .map(({ text }) => `${card.name}: ${String(text)}`),
    );
    expect(lists).toEqual([]);
  });
});

/** These files read what people type, answer a program or an operator, or contain text that only samples show. */
const EXCEPT = new Set([
  ...[
    'src/conversation/typed/commands.ts',
    'src/conversation/typed/complaints.ts',
    'src/conversation/typed/date-commands.ts',
    'src/conversation/typed/steps.ts',
    'src/conversation/typed/spoken-commands.ts',
    'src/conversation/typed/spoken-deeds.ts',
    'src/conversation/requests/list-filter.ts',
    'cards/elements/samples.ts',
  ],
  ...['activity', 'authentication', 'body', 'client', 'signing-keys'].map(
    (name) => `src/teams/inbound/${name}.ts`,
  ),
  ...['src/teams/outbound/adapter.ts', 'src/teams/routes/server.ts'],
]);
/** What people type, and samples show. */
const TYPED = new Set(['my requests', 'Request an engagement']);

/** Finds text for people: two words, or one with punctuation around it, unlike an ID, a verb or a property. */
function reads(text: string): boolean {
  if (TYPED.has(text) || /\{\{|\}\}/.test(text)) return false;
  return /\p{L}[,.:;]* \p{L}|^[ ,.;:]+\p{L}{2,}|^\p{Lu}\p{L}+[.!?]$/u.test(text);
}

describe('the code that speaks', () => {
  const root = findProjectRoot();
  const files = ['cards', 'src/conversation', 'src/teams']
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        path.join(folder, name),
      ),
    )
    .filter((file) => file.endsWith('.ts') && !file.startsWith('cards/words/') && !EXCEPT.has(file));

  it('holds no sentence of its own', () => {
    const found = files.flatMap((file) =>
      listLiterals(file, readFileSync(path.join(root, file), 'utf8'), isForOperators)
        .filter(({ text }) => reads(text))
        .map(({ text, line }) => `${file}:${String(line)} ${text}`),
    );
    expect(found).toEqual([]);
  });

  it('would be caught with one, and not with a verb, an id or a property', () => {
    for (const text of ['Nothing was changed.', ' and more', ', because ', 'Sent.'])
      expect(reads(text)).toBe(true);
    for (const text of ['handoff.claim', 'TextBlock', 'Action.Submit', '108px', 'de-AT', ' · ', 'status '])
      expect(reads(text)).toBe(false);
  });
});
