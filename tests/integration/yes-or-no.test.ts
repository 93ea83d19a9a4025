/** The real model over plain yes-or-no questions: the first word and the rest of the answer agree. */
import { describe, expect, it } from '@jest/globals';
import { content } from '../support/shared';
import { useUnderstanding } from '../support/understanding';

const warm = useUnderstanding();

describe('a plain yes-or-no question', () => {
  it.each([
    ['Can TPD do a proof of concept?', 'depends'],
    ['Does TPD build light POCs?', 'yes'],
    ['Can a TPD engagement last 10 hours?', undefined],
  ])('about what a rule leaves in scope is no exclusion: %s', async (text, yesOrNo) => {
    const reply = await warm.ask(text);
    expect(reply).toMatchObject({ kind: 'answer', statements: [expect.anything()] });
    const [statement] = reply.kind === 'answer' ? reply.statements : [];
    expect(statement?.title).not.toContain(content.wording.outOfScope);
    expect(statement?.yesOrNo).toBe(yesOrNo);
  });

  it('about a need for a customer gets no verdict', async () => {
    expect(await warm.ask('Is a customer needed for TPD?')).not.toMatchObject({ kind: 'verdict' });
  });

  it('gets its word after another question, with a "too" at its end', async () => {
    expect(await warm.ask('Is ASfP unlimited?', 'Is PSfP unlimited too?')).toMatchObject({
      topic: 'faq-incident-limits',
      statements: [{ yesOrNo: 'depends' }],
    });
  });

  it('that is only a name asks the question before it of that programme', async () => {
    expect(await warm.ask('Does TPD help with licensing?', 'does the desk?')).toMatchObject({
      kind: 'verdict',
      verdict: 'not-stated',
    });
  });
});
