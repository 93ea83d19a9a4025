import { describe, expect, it } from '@jest/globals';
import { languages } from '../../../cards/words/languages';
import type { Reply, Suggestion, Verdict } from '../../../src/answering/reply';
import { createStatements } from '../../../src/answering/replying/statements';
import { offerAfter } from '../../../src/conversation/answers/next-steps';
import { drawReply, NOBODY } from '../../../src/conversation/answers/replies';
import { actor, inPersonal } from '../../support/conversation';
import { content } from '../../support/shared';

const statements = createStatements(content);
const read = (id: string) => statements.find(id)!;
const related: Suggestion[] = [{ topic: 'related', title: 'Related', text: 'Something related' }];

function answer(id: string): Extract<Reply, { kind: 'answer' }> {
  return { kind: 'answer', topic: id, statements: [read(id)], next: related };
}
function verdict(id: string, said: Verdict): Extract<Reply, { kind: 'verdict' }> {
  return { kind: 'verdict', topic: id, verdict: said, rule: null, statement: read(id), next: related };
}
const offer = (reply: Parameters<typeof offerAfter>[0]) => offerAfter(reply, content, languages.en);

describe('an answer', () => {
  it('about a service offers to request it, before all else', () => {
    const [first, second] = offer(answer('desk-design-session'));
    expect(first).toEqual({ title: 'Request an engagement', text: 'request Architecture Design Session' });
    expect(second).toEqual(related[0]);
  });

  it('whose door takes requests offers one after what else may be asked', () => {
    const titles = offer(answer('desk-overview')).map(({ title }) => title);
    expect(titles).toEqual(['Related', 'Request an engagement']);
  });

  it.each(['tpd-overview', 'msrc-report', 'faq-ea-asfp'])('of another door offers none: %s', (id) => {
    expect(offer(answer(id))).toEqual(related);
  });

  it('that says no offers no request of the very thing', () => {
    const statement = { ...read('gps-hackathon'), yesOrNo: 'no' } as const;
    expect(offer({ ...answer('gps-hackathon'), statements: [statement] })).toEqual(related);
  });

  it('offers the same where its words are cited above the card', () => {
    const place = { ...inPersonal(actor('maya', 'Maya')), citesText: true };
    const turn = { place, words: languages.en };
    const { text, card } = drawReply(answer('desk-design-session'), content, NOBODY, turn);
    expect(text).toMatch(/\[1\]$/);
    expect(JSON.stringify(card?.content)).toContain('request Architecture Design Session');
  });
});

describe('a verdict', () => {
  it.each<Verdict>(['out', 'not-stated'])('that is %s offers the lists that it went by', (said) => {
    const offered = offer(verdict('desk-break-fix', said));
    expect(offered.at(-1)?.text).toBe(languages.en.scope.ask('Architecture Desk'));
  });

  it('that is in offers a request', () => {
    expect(offer(verdict('desk-design-session', 'in'))[0]?.text).toMatch(/^request /);
  });
});
