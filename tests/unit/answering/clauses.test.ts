import { describe, expect, it } from '@jest/globals';
import {
  findAskingSentences,
  findWish,
  isQuestion,
  splitQuestions,
} from '../../../src/answering/reading/clauses';

describe('splitQuestions', () => {
  it.each([
    ['Is it free, and where do I book it?', ['Is it free', 'where do I book it?']],
    ['What is it for? And who runs the thing?', ['What is it for', 'who runs the thing?']],
    ['do they travel and how long do they stay', ['do they travel', 'how long do they stay']],
    ['who runs it plus how do we join in', ['who runs it', 'how do we join in']],
    ['does it cost money also where is it held', ['does it cost money', 'where is it held']],
    ['how do I book it, what does it cost', ['how do I book it', 'what does it cost']],
  ])('takes %j for two questions', (text, [first, second]) => {
    expect(splitQuestions(text)).toEqual({ first, second, isSure: true });
  });

  it.each([
    ['Does it cost anything? And hours?', ['Does it cost anything', 'And hours?']],
    ['do they do break-fix and implementation?', ['do they do break-fix', 'implementation?']],
    ['Can they review and improve our design?', ['Can they review', 'improve our design?']],
  ])('takes %j for what may be two', (text, [first, second]) => {
    expect(splitQuestions(text)).toEqual({ first, second, isSure: false });
  });

  it.each([
    'When the customer has one, can the partner use it?',
    'We looked around and found nothing. Who helps?',
    'Research and development: who does that?',
    'why?',
  ])('takes %j for one', (text) => {
    expect(splitQuestions(text)).toBeNull();
  });
});

describe('a message of one endless word', () => {
  it.each(['does it do x and ', 'what is it and ', 'hello? also '])('comes to an end after %j', (start) => {
    expect(splitQuestions(`${start}${'a'.repeat(850)}!`)).toBeNull();
  });
});

describe('findWish', () => {
  it.each([
    ['We do not want training, we want our design checked', 'we want our design checked'],
    ["I don't need another licence. Who can look at the rollout?", 'Who can look at the rollout?'],
    ['Don’t just explain it, book the session for Contoso', 'book the session for Contoso'],
    ["This isn't a sales question, the server is down", 'the server is down'],
    ['Not after a discount; how do I reach them?', 'how do I reach them?'],
    ['No slides please, just say who pays', 'just say who pays'],
    ['Forget the membership, what does PSfP cover?', 'what does PSfP cover?'],
    ['No need for a workshop. Where is the ticket form?', 'Where is the ticket form?'],
    ['Hi, please don’t quote the rules again, can they come here?', 'can they come here?'],
  ])('finds in %j what is wanted', (text, wish) => {
    expect(findWish(text)).toBe(wish);
  });
  it.each([
    'We want our design checked, not training',
    "I don't need my PDM for that, right?",
    'We have no customer yet, can they help?',
    'Is that not a sales question, strictly?',
    'We do not want training',
    'No customer yet, can they help?',
    'No PDM here, who do we ask?',
  ])('finds none in %j', (text) => {
    expect(findWish(text)).toBeNull();
  });
});

describe('isQuestion', () => {
  it.each([
    'whats the time to log a case',
    'how does it work',
    'Could you book it?',
    'I would like to know what it costs',
    'ok so can they',
  ])('is %j', (text) => {
    expect(isQuestion(text)).toBe(true);
  });
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
    expect(findAskingSentences(story)).toEqual([
      'Then the customer grew and so did their wishes. Who can help us with that?',
      'It is urgent.',
    ]);
  });
  it('reads one that only points back together with what it points to', () => {
    const story =
      'We met the auditors in spring and all of us got along with each other very well. They would check our books again next year. Would you call that normal?';
    expect(findAskingSentences(story)).toEqual([
      'They would check our books again next year. Would you call that normal?',
    ]);
  });
  it('leaves one of its own content, or that asks nothing, alone', () => {
    const story =
      'We met the auditors in spring and all of us got along with each other very well. Does their firm travel to customers abroad for that? Tell them so.';
    expect(findAskingSentences(story)).toEqual([
      'Does their firm travel to customers abroad for that?',
      'Tell them so.',
    ]);
  });
  it('leaves a short message whole', () => {
    expect(findAskingSentences('Hello. Who can help us?')).toEqual([]);
  });
});
