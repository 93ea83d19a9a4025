import { describe, expect, it } from '@jest/globals';
import { findLeaning, isAboutEarlier } from '../../../src/answering/reading/follow-up';
import { createProgrammeNames } from '../../../src/knowledge/search/programme-names';
import { content } from '../../support/shared';

const names = createProgrammeNames(content);

describe('a follow-up', () => {
  it.each(['and for TPD?', 'really?', 'what about GPS', 'not even then?', 'does the desk?', 'Can GPS?'])(
    'asks the earlier question again: %s',
    (text) => {
      expect(findLeaning(text, names).carriesQuestion).toBe(true);
    },
  );

  it.each<[boolean, string]>([
    [false, 'Could the IT of our client phone you?'],
    [true, 'Could the client phone it in?'],
    [true, 'IS IT FREE?'],
  ])('leans: %s, of a message that says IT or it: %s', (leans, text) => {
    expect(findLeaning(text, names).leans).toBe(leans);
  });

  it.each([
    ['Fabric too?', 'Fabric'],
    ['and tenders', 'tenders'],
  ])('asks about one thing in place of another: %s', (text, instead) => {
    expect(findLeaning(text, names).instead).toBe(instead);
  });

  it.each(['since two weeks', 'in French?', 'next Tuesday at 2', 'seit Montag'])(
    'may be a piece of a sentence: %s',
    (text) => {
      expect(isAboutEarlier(text)).toBe(true);
    },
  );

  it.each([
    'for whom is TPD',
    'in which case do I need a PTS?',
    'since when do you have architects in Europe',
  ])('is none that says something of its own: %s', (text) => {
    expect(isAboutEarlier(text)).toBe(false);
  });

  it.each(['thanks!', 'Thanks', 'ok thanks', 'Great, thank you.', 'fine'])(
    'is none that only says thank you: %s',
    (text) => {
      expect(findLeaning(text, names)).toMatchObject({ carriesQuestion: false, leans: false, instead: null });
    },
  );
});
