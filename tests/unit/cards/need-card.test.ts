import { describe, expect, it } from '@jest/globals';
import { need } from '../../../cards/need';
import { languages } from '../../../cards/words/languages';

describe.each(Object.entries(languages))('the card of a need in %s', (_language, words) => {
  const draw = (verdict: 'in' | 'out') =>
    JSON.stringify(need.render({ ...need.samples.in!, verdict }, words).content.actions);

  it('offers to request what is in scope', () => {
    expect(draw('in')).toContain(`"${words.need.request}"`);
  });

  it('offers something else, and not the very thing, after a "no"', () => {
    expect(draw('out')).toContain(`"${words.need.requestInstead}"`);
    expect(draw('out')).not.toContain(`"${words.need.request}"`);
  });
});
