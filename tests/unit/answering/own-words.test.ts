import { describe, expect, it } from '@jest/globals';
import { needsQuote } from '../../../src/answering/intake/own-words';

describe('what stands above a forwarded mail', () => {
  it.each(['Who can help with this?', 'What do I answer?', 'FW: from the boss. Can anybody assist?'])(
    'is read with the mail: %s',
    (own) => {
      expect(needsQuote(own)).toBe(true);
    },
  );

  it.each([
    'Thanks!',
    'How many hours does TPD give?',
    'We have a customer in Ulm with 40 shops who wants a design for Azure, please help us with the network part.',
  ])('is read alone: %s', (own) => {
    expect(needsQuote(own)).toBe(false);
  });
});
