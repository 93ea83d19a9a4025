import { describe, expect, it } from '@jest/globals';
import { createOffers } from '../../../src/answering/replying/offers';
import { createStatements } from '../../../src/answering/replying/statements';
import { content } from '../../support/shared';

const findOffered = createOffers(content);

describe('the words of a suggestion', () => {
  it('name what it shows, for every entry, rule and term', () => {
    const ids = [...content.entries, ...content.rules, ...content.terms].map(({ id }) => id);
    const offers = createStatements(content).suggest(ids, ids.length);
    expect(offers.length).toBeGreaterThan(80);
    for (const { text, shows } of offers) expect([text, findOffered(text)]).toEqual([text, shows]);
  });

  it('name the entry of each starter that is a question', () => {
    const shown = content.starters.flatMap(({ text, shows }) => (shows === undefined ? [] : [[text, shows]]));
    expect(shown).not.toEqual([]);
    for (const [text = '', shows] of shown) expect(findOffered(text)).toBe(shows);
  });

  it.each(['', 'TPD', 'and tpd?', 'how many hours'])(
    'are not %j, which may go on from what was said',
    (text) => {
      expect(findOffered(text)).toBeUndefined();
    },
  );
});
