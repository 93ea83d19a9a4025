import { describe, expect, it } from '@jest/globals';
import { findLeaning } from '../../../src/answering/reading/follow-up';
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

  it.each(['thanks!', 'Thanks', 'ok thanks', 'Great, thank you.', 'fine'])(
    'is none that only says thank you: %s',
    (text) => {
      expect(findLeaning(text, names)).toMatchObject({ carriesQuestion: false, leans: false, instead: null });
    },
  );
});
