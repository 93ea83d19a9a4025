import { describe, expect, it } from '@jest/globals';
import { isNegated } from '../../../src/answering/reading/negation';

describe('isNegated', () => {
  it.each([
    'When is it not the right place?',
    "What doesn't it do?",
    'what is the wrong use of it',
    'which things should never go there',
  ])('hears the negative in %j', (text) => {
    expect(isNegated(text)).toBe(true);
  });

  it.each([
    'It is a good idea, isn’t it?',
    "Isn't it the right place for this?",
    "So don't they have some advantages?",
    'What is it good for, if I may ask',
    'It is remote, right?',
  ])('takes %j for a question that expects a yes', (text) => {
    expect(isNegated(text)).toBe(false);
  });
});
