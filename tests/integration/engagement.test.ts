import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Identity } from '../../src/directory/recognise';
import {
  channelAddress,
  openTestDesk,
  person,
  personalAddress,
  requester,
  submission,
  type TestDesk,
} from '../support/desk';

let test: TestDesk;
let anna: Identity;
let priya: Identity;
let tom: Identity;
let lead: Identity;

beforeEach(async () => {
  test = await openTestDesk();
  anna = await requester(test.directory, 'northwind-traders', 'Anna');
  priya = await person(test.directory, 'priya-nair');
  tom = await person(test.directory, 'tom-okafor');
  lead = await person(test.directory, 'amara-diallo');
});
afterEach(() => test.close());

async function submitted(changes: Readonly<Record<string, unknown>> = {}, by = anna) {
  const outcome = await test.desk.submit({
    by,
    input: submission(changes),
    address: personalAddress(by.userId),
    confirmationActivityId: 'confirmation',
  });
  if (outcome.outcome !== 'submitted') throw new Error(JSON.stringify(outcome));
  return outcome;
}

describe('a submit', () => {
  it('stores the request, routes it to the assigned PDM and says why', async () => {
    const { request, noQueueReachable } = await submitted();
    expect(request).toMatchObject({
      number: 'PD-0001',
      state: 'submitted',
      queue: { id: 'pdm-emea' },
      assigned: { id: 'priya-nair' },
      because: 'Priya Nair is the PDM of Northwind Traders.',
      alternates: [
        { id: 'lena-fischer', as: 'PTS' },
        { id: 'tom-okafor', as: 'backup' },
      ],
    });
    expect(request.events.map(({ event }) => event)).toEqual(['submit']);
    expect(noQueueReachable).toBe(true);
  });

  it('that comes twice gives the same request', async () => {
    const command = {
      by: anna,
      input: submission(),
      address: personalAddress(anna.userId),
      confirmationActivityId: null,
    };
    const both = await Promise.all([test.desk.submit(command), test.desk.submit(command)]);
    expect(both.map((one) => one.outcome === 'submitted' && one.request.number)).toEqual([
      'PD-0001',
      'PD-0001',
    ]);
    expect(both.map((one) => one.outcome === 'submitted' && one.isRepeat)).toEqual([false, true]);
    const rows = await test.outbox.listByState(['pending']);
    expect(rows.filter(({ card }) => card === 'handoff')).toHaveLength(1);
  });

  it('says who is told and how once queues have channels', async () => {
    await test.desk.registerQueue({
      by: lead,
      queue: 'catch-all',
      address: channelAddress('general'),
      teamName: 'Desk',
      channelName: 'General',
    });
    const first = await submitted();
    expect(first.noQueueReachable).toBe(false);
    expect(first.told).toContainEqual({ to: { kind: 'queue', queueId: 'pdm-emea' }, reach: 'fallback' });
  });

  it('of what is open already is told so, and may be sent all the same', async () => {
    await submitted();
    const again = submission({ submissionId: 'form-2', customer: ' FABRIKAM, ' });
    const command = { by: anna, address: personalAddress(anna.userId), confirmationActivityId: null };
    expect(await test.desk.submit({ ...command, input: again })).toMatchObject({
      outcome: 'duplicate',
      existing: { number: 'PD-0001', isYours: true },
    });
    expect(await test.desk.submit({ ...command, input: { ...again, evenIfDuplicate: true } })).toMatchObject({
      outcome: 'submitted',
      request: { number: 'PD-0002' },
    });
  });

  it('names every field that is wrong, and stores nothing', async () => {
    const outcome = await test.desk.submit({
      by: anna,
      input: submission({ customer: '  ', wantedBy: 'soon', details: 'x'.repeat(2001) }),
      address: personalAddress(anna.userId),
      confirmationActivityId: null,
    });
    expect(outcome).toMatchObject({ outcome: 'invalid' });
    const fields = outcome.outcome === 'invalid' ? outcome.problems.map(({ field }) => field) : [];
    expect(fields).toEqual(expect.arrayContaining(['wantedBy', 'details']));
    expect((await test.desk.listMine(anna)).requests).toEqual([]);
  });
});

describe('a claim', () => {
  it('is won by one of two at once, and the other learns by whom', async () => {
    const { request } = await submitted();
    const [first, second] = await Promise.all([
      test.desk.claim(priya, { id: request.id }),
      test.desk.claim(tom, { id: request.id }),
    ]);
    expect(first).toMatchObject({
      outcome: 'done',
      request: { state: 'claimed', owner: { id: 'priya-nair' } },
    });
    expect(second).toMatchObject({ outcome: 'already-claimed', by: { id: 'priya-nair' }, isYou: false });
  });

  it('is refused to who is not in the queue, and by number not even known', async () => {
    const { request } = await submitted();
    const marcus = await person(test.directory, 'marcus-reed');
    expect(await test.desk.claim(marcus, { id: request.id })).toEqual({ outcome: 'not-allowed' });
    expect(await test.desk.claim(marcus, { number: 1 })).toEqual({ outcome: 'not-found' });
    expect(await test.desk.claim(anna, { id: request.id })).toEqual({ outcome: 'not-allowed' });
  });

  it('tells the requester, updates both cards and gives the owner a card in 1:1', async () => {
    const { request } = await submitted();
    await test.desk.claim(priya, { id: request.id });
    const rows = await test.outbox.listByState(['pending']);
    expect(rows.map(({ kind, card, to }) => `${kind} ${card} ${to.kind}`)).toEqual([
      'post handoff queue',
      'update request-status requester',
      'post request-news requester',
      'post owner-request person',
    ]);
  });
});
