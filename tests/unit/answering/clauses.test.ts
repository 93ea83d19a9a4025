import { describe, expect, it } from '@jest/globals';
import { findAskingSentences, isQuestion, splitQuestions } from '../../../src/answering/clauses';

describe('splitQuestions', () => {
  it.each([
    ['Is it free, and where do I book it?', ['Is it free', 'where do I book it?']],
    ['What is it for? And who runs the thing?', ['What is it for', 'who runs the thing?']],
    ['do they travel and how long do they stay', ['do they travel', 'how long do they stay']],
  ])('takes %j for two questions', (text, parts) => {
    expect(splitQuestions(text)).toEqual(parts);
  });

  it.each([
    'Can they review and improve our design?',
    'We looked around and found nothing. Who helps?',
    'Research and development: who does that?',
    'why?',
  ])('takes %j for one', (text) => {
    expect(splitQuestions(text)).toBeNull();
  });
});

describe('isQuestion', () => {
  it.each(['how does it work', 'Could you book it?', 'I would like to know what it costs', 'ok so can they'])(
    'is %j',
    (text) => {
      expect(isQuestion(text)).toBe(true);
    },
  );
  it.each(['Book a session for Contoso', "Don't just tell me about it, open the request", 'new request'])(
    'is not %j',
    (text) => {
      expect(isQuestion(text)).toBe(false);
    },
  );
});

describe('findAskingSentences', () => {
  it('finds the question in a long story', () => {
    const story =
      'We started last year with a small team and it went well. Then the customer grew and so did their wishes. Who can help us with that? It is urgent.';
    expect(findAskingSentences(story)).toEqual(['Who can help us with that?', 'It is urgent.']);
  });
  it('leaves a short message whole', () => {
    expect(findAskingSentences('Hello. Who can help us?')).toEqual([]);
  });
});
