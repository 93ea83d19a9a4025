/**
 * Where answers lie close to each other: one programme's rule against another's, a follow-up against the answer before
 * it, a wish against a question. The real model, from compiled JavaScript; nothing of the network.
 */
import { describe, expect, it } from '@jest/globals';
import type { Reply } from '../../src/answering/reply';
import { createProgrammeNames } from '../../src/knowledge/search/programme-names';
import { content } from '../support/shared';
import { useUnderstanding } from '../support/understanding';

const names = createProgrammeNames(content);
const teams = content.programmes.filter(({ motion }) => motion !== undefined);
const { ask } = useUnderstanding();

/** What is said first, with the title or programme that it is said of. */
function firstWords(reply: Reply): string {
  if (reply.kind === 'answer') {
    const [first] = reply.statements;
    return `${first?.programme ?? ''} ${first?.answer ?? ''} ${first?.details.join(' ') ?? ''}`;
  }
  return reply.kind === 'verdict' ? `${reply.statement.programme ?? ''} ${reply.statement.answer}` : '';
}

describe('a question about one programme', () => {
  /** A rule's own wordings, asked of another team. */
  const borrowed = content.rules
    .filter(({ refuses }) => refuses !== undefined)
    .flatMap(({ asks, programme }) => {
      const named = asks.find((text) => names.find(text).join() === programme && /\?$/.test(text));
      return teams
        .filter(({ id }) => id !== programme && named !== undefined)
        .map(({ id, shortName }) => [names.replace(named ?? '', shortName), id] as const);
    });

  it('has rules of other programmes to be mistaken for', () => {
    expect(borrowed.length).toBeGreaterThan(20);
  });

  it('is never answered with a rule that speaks of another alone', async () => {
    const wrong: string[] = [];
    for (const [text, id] of borrowed) {
      const reply = await ask(text);
      const isHonest =
        reply.kind !== 'answer' && (reply.kind !== 'verdict' || reply.verdict === 'not-stated');
      const [first] = reply.kind === 'answer' ? reply.statements : [];
      const saysSo = first?.provenance === null || names.find(firstWords(reply)).includes(id);
      const isForAll = first?.programme === null;
      if (!isHonest && !saysSo && !isForAll) wrong.push(`${text} > ${firstWords(reply)}`);
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  it.each([
    ['Does GPS have a limit of hours?', /only for another:\s+.*Desk/],
    ['Will the desk do pipeline planning?', /only for another:\s+TPD/],
  ])('says to %j that it is stated for another, and what', async (text, words) => {
    const reply = await ask(text);
    expect(reply).toMatchObject({ kind: 'verdict', verdict: 'not-stated', topic: 'unknown-detail' });
    expect(firstWords(reply)).toMatch(words);
  });

  it('is asked of both where two are named', async () => {
    const reply = await ask('How do I request TPD or the Desk?');
    expect(reply.kind === 'answer' && reply.statements.map(({ topic }) => topic)).toEqual([
      'tpd-how-to',
      'desk-how-to-engage',
    ]);
  });

  it('gets the whole list where it names two of its items', async () => {
    const reply = await ask('ADS and POC at the desk, are both possible?');
    expect(firstWords(reply)).toMatch(/six services.*Design Session.*Proof of Concept/);
  });
});

describe('a follow-up', () => {
  it.each([
    ['does the desk do proofs of concept?', 'and hackathons?', 'gps-team'],
    ['does the desk do design sessions?', 'and for RFPs?', 'desk-rfp-advice'],
    ['can TPD review our code?', 'and pricing?', 'tpd-pricing-licensing'],
    ['what is the desk?', 'and the presales one?', 'tpd-overview'],
    ['where do I report a security hole in Teams?', 'can I follow how it goes?', 'msrc-track-status'],
    ['is the desk free?', 'really?', 'desk-paid'],
    ['does the desk do technical briefings?', 'please book one for Alpine Ski House', 'request-engagement'],
  ])('after "%s", "%s" is about %s', async (first, then, topic) => {
    expect((await ask(first, then)).topic).toBe(topic);
  });
});

describe('a wish', () => {
  it.each([
    ['We want TPD to change settings on our live servers', 'tpd-production-hands-on'],
    ['We want a POC but are not sure whose job that is', 'compare-teams'],
    ['I need a design session for Contoso', 'request-engagement'],
  ])('%j is about %s', async (text, topic) => {
    expect((await ask(text)).topic).toBe(topic);
  });
});

describe('a story', () => {
  it.each([
    [
      'The architects were with us for the bid in March and it was a pleasure, the whole board said so. Since Sunday the portal that we put up afterwards shows HTTP 500 to half of the visitors and nobody here can tell why. Would they have a look at it?',
      'desk-break-fix',
    ],
    [
      'Our client has a branch in Graz and the rack is being moved in June. It would calm everybody down if the TPD consultant stood next to it that day. Would they do this?',
      'tpd-on-site',
    ],
  ])(
    'that ends with a question that only points back is about what it points to: %j',
    async (text, topic) => {
      expect((await ask(text)).topic).toBe(topic);
    },
  );
});

describe('an error code', () => {
  it.each([
    ['may TPD tell us why the phones of our client stop with 0x8007052e', 'tpd-break-fix'],
    [
      'would the architects find out why the batch job of our client throws 503 every evening',
      'desk-break-fix',
    ],
    ['pods in CrashLoopBackOff since the upgrade, which team is it for', 'break-fix-routing'],
  ])('is a sign of a fault: %j', async (text, topic) => {
    expect((await ask(text)).topic).toBe(topic);
  });
});

describe('what follows "for"', () => {
  it.each([
    ['tpd 4 code reviews', 'tpd-code-review'],
    ['tpd for price lists', 'tpd-pricing-licensing'],
  ])('is no customer where a rule speaks of it: %j', async (text, topic) => {
    expect((await ask(text)).topic).toBe(topic);
  });
  it('is a customer by its capital, or where no rule speaks of it', async () => {
    expect((await ask('TPD for Contoso')).topic).toBe('request-engagement');
    expect((await ask('book a design session for contoso')).topic).toBe('request-engagement');
  });
});

describe('a vulnerability that is asked of the wrong programme', () => {
  it.each([
    'is a ticket on PSfP the way when we come across a vulnerability in Teams?',
    'does one hand in a vulnerability in SharePoint through the desk?',
  ])('is sent to its place and kept by nobody: %j', async (text) => {
    expect(await ask(text)).toMatchObject({ topic: 'msrc-report', confidential: true });
  });
  it('is not seen in a scan for some', async () => {
    const reply = await ask('does the desk run vulnerability scans for customers?');
    expect(reply).toMatchObject({ kind: 'verdict', verdict: 'not-stated' });
  });
});

describe('a vulnerability told as a story', () => {
  it.each([
    'While testing for a customer we saw that a Microsoft login page hands out sessions of strangers. It is not our setup. I do not want to write it into a mail. Who should I turn to?',
    'A colleague can open the invoices of other companies in a Microsoft portal just by editing the link. Nobody knows yet. Whom do we tell?',
  ])('is sent to its place and kept by nobody: %j', async (text) => {
    expect(await ask(text)).toMatchObject({ topic: 'msrc-report', confidential: true });
  });

  it('of something that is not Microsoft’s is sent to its maker, and kept by nobody either', async () => {
    const reply = await ask('We found a security flaw in our own web shop, where do I report it?');
    expect(reply).toMatchObject({ topic: 'out-of-scope', confidential: true });
  });
});
