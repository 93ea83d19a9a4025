/** People who report an outage or are upset get half a sentence before the answer, and the same answer as everyone else. */
import { describe, expect, it } from '@jest/globals';
import type { Reply } from '../../src/answering/reply';
import { content } from '../support/shared';
import { useUnderstanding } from '../support/understanding';

const warm = useUnderstanding();
const [forOutage = '', forTrouble = ''] = content.cues.sympathy.map(({ say }) => say);

function statementOf(reply: Reply) {
  if (reply.kind === 'verdict' || reply.kind === 'need') return reply.statement;
  return reply.kind === 'answer' ? reply.statements[0] : undefined;
}

describe('an answer', () => {
  it.each([
    ['our customer’s production SQL is down and nobody is answering!!! help', forOutage],
    ['Teams is down for our client since this morning, what now', forOutage],
    ['I’m really frustrated. Does the desk do implementation?', forTrouble],
  ])('begins with a few words of sympathy: %s', async (text, say) => {
    expect(statementOf(await warm.ask(text))?.sympathy).toBe(say);
  });

  it.each([
    'What should I do when something is broken?',
    'Does the Architecture Desk do break-fix?',
    'Can I open a ticket for an EA customer on my ASfP?',
  ])('to a plain question has none: %s', async (text) => {
    const statement = statementOf(await warm.ask(text));
    expect(statement).toBeDefined();
    expect(statement?.sympathy).toBeUndefined();
  });

  it('is otherwise the same', async () => {
    const plain = statementOf(await warm.ask('What should I do when something is broken?'));
    const upset = statementOf(await warm.ask('Teams is down for our client since this morning, what now'));
    expect(upset?.answer).toBe(plain?.answer);
  });
});

it('a pressed question gets the yes or no that it asks for, whatever else its item answers', () => {
  for (const { id, title, yesOrNo } of content.entries) {
    if (yesOrNo.length === 0 || !/^(?:can|does)\b/iu.test(title)) continue;
    const pressed = statementOf(warm.answerer.show({ shows: id }) ?? { kind: 'unclear', topic: '' });
    expect([title, pressed?.yesOrNo]).toEqual([title, id === 'faq-end-customer-entitlement' ? 'no' : 'yes']);
  }
});
