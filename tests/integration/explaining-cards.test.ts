import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { languages } from '../../cards/words/languages';
import { drawDeskCard } from '../../src/conversation/notifications/desk-cards';
import type { Identity } from '../../src/directory/recognise';
import type { Courier } from '../../src/outbox/courier';
import { createDispatcher, type Dispatcher } from '../../src/outbox/dispatcher';
import {
  channelAddress,
  openTestDesk,
  person,
  personalAddress,
  requester,
  submission,
  type TestDesk,
} from '../support/desk';
import { content } from '../support/shared';

/** What stands where in Teams after each change: the real desk, the real cards, and the last thing sent to each place. */
const CHANNEL = channelAddress('pdm-emea').conversationId;
const OWNER = personalAddress('priya').conversationId;
const SCOPE = 'In scope for the Partner Architecture Desk.';
const background = {
  asked: [
    { text: 'Does Hush Retail need an EA for ASfP?', answerTitle: 'An EA customer through your ASfP' },
    { text: 'and for Hush Retail on site?', answerTitle: null },
  ],
  scope: SCOPE,
};

let test: TestDesk;
let delivering: Dispatcher;
let anna: Identity;
let priya: Identity;
let tom: Identity;
let lead: Identity;
/** Every message in the order of sending: how, to which conversation, all of it as text. */
let sent: { kind: 'post' | 'update'; to: string; all: string }[];
let problems: unknown[];

beforeEach(async () => {
  test = await openTestDesk();
  sent = [];
  problems = [];
  let next = 0;
  const courier: Courier = {
    post: (to, message) => {
      sent.push({ kind: 'post', to: to.conversationId, all: JSON.stringify(message) });
      return Promise.resolve({ outcome: 'delivered', activityId: `activity-${(next += 1)}` });
    },
    update: (to, activityId, message) => {
      sent.push({ kind: 'update', to: to.conversationId, all: JSON.stringify(message) });
      return Promise.resolve({ outcome: 'delivered', activityId });
    },
  };
  delivering = createDispatcher({
    database: test.storage.database,
    store: test.storage.outboxStore,
    outbox: test.outbox,
    courier,
    clock: test.clock,
    policy: test.desk.deliveryPolicy,
    onProblem: ({ error }) => problems.push(error),
    render: async (row) => {
      const model = await test.desk.readCard(row);
      return model === null ? null : drawDeskCard(model, { content, words: languages.en });
    },
  });
  anna = await requester(test.directory, 'northwind-traders', 'Anna');
  priya = await person(test.directory, 'priya-nair');
  tom = await person(test.directory, 'tom-okafor');
  lead = await person(test.directory, 'amara-diallo');
  for (const queue of ['pdm-emea', 'pts-emea'])
    await test.desk.registerQueue({
      by: lead,
      queue,
      address: channelAddress(queue),
      teamName: 'Desk',
      channelName: queue,
    });
  await test.outbox.rememberAddress({ kind: 'person', personId: 'priya-nair' }, personalAddress('priya'));
});
afterEach(async () => {
  expect(problems).toEqual([]);
  await test.close();
});

async function submit(changes: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const outcome = await test.desk.submit({
    by: anna,
    input: submission({ background, ...changes }),
    address: personalAddress(anna.userId),
    confirmationActivityId: 'confirmation',
  });
  if (outcome.outcome !== 'submitted') throw new Error(JSON.stringify(outcome));
  await delivering.drain();
  return outcome.request.id;
}

/** What was sent since the last look. */
async function deliver() {
  const from = sent.length;
  await delivering.drain();
  return sent.slice(from);
}

function allTo(conversationId: string): string {
  return sent.flatMap(({ to, all }) => (to === conversationId ? [all] : [])).join('\n');
}

describe('a handoff card', () => {
  it('says why it is in scope and there, who else there is, since when it waits, and what was asked about', async () => {
    await submit();
    const card = allTo(CHANNEL);
    expect(card).toContain(SCOPE);
    expect(card).toContain('Reason: Priya Nair is the PDM of Northwind Traders');
    expect(card).toContain('You can also ask Lena Fischer (PTS), Tom Okafor (backup)');
    expect(card).toMatch(
      /Waiting since.{0,200}\{\{DATE\(2026-11-23T10:00:00Z, SHORT\)\}\} \{\{TIME\(2026-11-23T10:00:00Z\)/,
    );
    expect(card).toContain('An EA customer through your ASfP');
  });

  it('never carries the words of what was asked: they may name a customer that another request keeps secret', async () => {
    const id = await submit();
    await test.desk.claim(priya, { id });
    await test.desk.note(anna, { id }, { text: 'Hush Retail waits.' });
    await delivering.drain();
    expect(allTo(CHANNEL)).not.toContain('Hush');
    expect(allTo(OWNER)).toContain('Does Hush Retail need an EA for ASfP?');
    expect(allTo(OWNER)).toContain('Answer: An EA customer through your ASfP');
  });

  it('of a confidential request says nothing of what was asked, and all of it to the owner', async () => {
    const id = await submit({ customer: 'Hush Retail', isConfidential: true, details: 'For Hush Retail.' });
    await test.desk.claim(priya, { id });
    await test.desk.ask(priya, { id }, { text: 'Is Hush Retail ready?' });
    await test.desk.answer(anna, { id }, { text: 'Hush Retail is.' });
    await delivering.drain();
    await test.desk.release(priya, { id }, { text: 'Hush Retail is not mine.' });
    await delivering.drain();
    expect(allTo(CHANNEL)).not.toMatch(/Hush|An EA customer/);
    expect(allTo(CHANNEL)).toContain(SCOPE);
    expect(allTo(OWNER)).toContain('Hush Retail');
    expect(allTo(OWNER)).toContain(SCOPE);
  });

  it('that became confidential later forgets what it said', async () => {
    const id = await submit();
    await test.desk.edit(anna, { id }, { isConfidential: true });
    const updated = await deliver();
    const card = updated.find(({ to }) => to === CHANNEL)?.all;
    expect(card).toContain(languages.en.handoff.confidential);
    expect(card).not.toMatch(/Fabrikam|An EA customer/);
  });

  it('starts to wait again from its release on, and not from a move', async () => {
    const id = await submit();
    test.clock.advance(60 * 60 * 1000);
    await test.desk['transfer-to-queue'](lead, { id }, { to: 'pts-emea' });
    const moved = (await deliver()).find(({ to }) => to === channelAddress('pts-emea').conversationId);
    expect(moved?.all).toMatch(/Waiting since.{0,200}DATE\(2026-11-23T10:00:00Z/);
    const lena = await person(test.directory, 'lena-fischer');
    await test.desk.claim(lena, { id });
    await test.desk.release(lena, { id }, {});
    const released = (await deliver()).find(({ kind, to }) => kind === 'update' && to.endsWith('pts-emea'));
    expect(released?.all).toMatch(/Waiting since.{0,200}DATE\(2026-11-23T11:00:00Z/);
  });
});

describe('a stale button', () => {
  it('updates the channel’s card as the channel may see it, no matter who pressed', async () => {
    const id = await submit({ customer: 'Hush Retail', isConfidential: true });
    await test.desk.claim(priya, { id });
    await delivering.drain();
    const ref = { number: 1, conversationId: CHANNEL };
    expect(await test.desk.claim(tom, ref)).toMatchObject({
      outcome: 'already-claimed',
      by: { name: 'Priya Nair' },
      isYou: false,
    });
    expect(await test.desk.claim(priya, ref)).toMatchObject({ outcome: 'already-claimed', isYou: true });
    expect(await test.desk.refreshCards(id, CHANNEL)).toEqual(['activity-1']);
    const refreshed = await deliver();
    expect(refreshed.map(({ kind, to }) => `${kind} ${to}`)).toEqual([`update ${CHANNEL}`]);
    expect(refreshed[0]?.all).toContain('Priya Nair');
    expect(refreshed[0]?.all).not.toContain('Hush');
  });

  it('of a partner’s card redraws their cards, and no other', async () => {
    const id = await submit();
    await test.desk.claim(priya, { id });
    await test.desk.complete(priya, { id }, { text: 'Done.' });
    await delivering.drain();
    expect(await test.desk.withdraw(anna, { id }, {})).toMatchObject({
      outcome: 'not-possible',
      last: { event: 'complete', actor: { name: 'Priya Nair' } },
    });
    const conversation = personalAddress(anna.userId).conversationId;
    expect(await test.desk.refreshCards(id, conversation)).toContain('confirmation');
    const refreshed = await deliver();
    expect(new Set(refreshed.map(({ kind, to }) => `${kind} ${to}`))).toEqual(
      new Set([`update ${conversation}`]),
    );
    expect(refreshed.some(({ all }) => all.includes('Completed'))).toBe(true);
  });

  it('in a queue that the request left says so, though nobody there has to do with it any more', async () => {
    const id = await submit();
    await test.desk['transfer-to-queue'](lead, { id }, { to: 'pts-emea' });
    const left = (await deliver()).find(({ to }) => to === CHANNEL)?.all;
    expect(left).toContain(
      languages.en.events['transfer-to-queue']('Amara Diallo', {
        ...{ to: 'PTS EMEA', day: null, fields: [] },
      }),
    );
    expect(left).not.toContain('handoff.claim');
    expect(await test.desk.claim(tom, { number: 1, conversationId: CHANNEL })).toMatchObject({
      outcome: 'not-yours',
      request: { customer: null, details: null },
    });
    expect(await test.desk.claim(tom, { number: 1, conversationId: 'elsewhere' })).toEqual({
      outcome: 'not-found',
    });
  });

  it('in a conversation without a card of the request refreshes nothing', async () => {
    const id = await submit();
    expect(await test.desk.refreshCards(id, 'elsewhere')).toEqual([]);
    expect(await deliver()).toEqual([]);
  });
});
