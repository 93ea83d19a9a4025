import { describe, expect, it } from '@jest/globals';
import { findLeaning } from '../../../src/answering/follow-up';
import { loadContent } from '../../../src/knowledge/load-content';
import { createProgrammeNames } from '../../../src/knowledge/search/programme-names';
import { CONTENT } from '../../support/desk';

const names = createProgrammeNames(loadContent({ dir: CONTENT }));

describe('a follow-up', () => {
  it.each(['and for TPD?', 'really?', 'what about GPS', 'not even then?'])(
    'asks the earlier question again: %s',
    (text) => {
      expect(findLeaning(text, names).carriesQuestion).toBe(true);
    },
  );

  it.each(['thanks!', 'Thanks', 'ok thanks', 'Great, thank you.', 'fine'])(
    'is none that only says thank you: %s',
    (text) => {
      expect(findLeaning(text, names)).toMatchObject({ carriesQuestion: false, leans: false, instead: null });
    },
  );
});
