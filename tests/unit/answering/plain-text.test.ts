import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hasWords, toPlainText } from '../../../src/answering/plain-text';

describe('toPlainText', () => {
  it('takes mentions and markup off and decodes entities', () => {
    expect(toPlainText('<p><at>Partner Desk</at> what&nbsp;is <b>R&amp;D</b> &#191;</p>')).toBe(
      'what is R&D ¿',
    );
  });

  it('keeps a comparison that is no markup', () => {
    expect(toPlainText('is 3 < 5 and 7 > 6?')).toBe('is 3 < 5 and 7 > 6?');
  });

  it('keeps the beginning and the end of a text that is too long', () => {
    const text = toPlainText(`first words ${'x '.repeat(60_000)}`);
    expect(text.startsWith('first words')).toBe(true);
    expect(text.length).toBeLessThan(1_600);
  });

  it('is quick and never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (raw) => {
        expect(toPlainText(raw)).not.toMatch(/\s{2,}/);
      }),
    );
    const startedAt = performance.now();
    toPlainText('<'.repeat(100_000));
    toPlainText('<a '.repeat(40_000));
    toPlainText('&'.repeat(100_000));
    expect(performance.now() - startedAt).toBeLessThan(1_500);
  });
});

describe('hasWords', () => {
  it.each(['', ' ', '👍', '12.5', '??', '{{7*7}}'])('finds none in %j', (text) => {
    expect(hasWords(text)).toBe(false);
  });
  it.each(['hi', 'ça va', '¿qué?'])('finds some in %j', (text) => {
    expect(hasWords(text)).toBe(true);
  });
});
