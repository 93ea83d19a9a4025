import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Identity } from '../../src/directory/recognise';
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
import { createScriptedCourier } from '../support/scripted-courier';

/** From the press on "Send" to the messages that Teams gets, whatever Teams answers. */
/** Late enough for news to get a message of its own. */
const LATER_MS = 4 * 60 * 1000;

let test: TestDesk;
let teams: ReturnType<typeof createScriptedCourier>;
let delivering: Dispatcher;
let anna: Identity;
let lead: Identity;
let id: string;
const problems: unknown[] = [];

beforeEach(async () => {
  test = await openTestDesk({ admins: ['tom.okafor@contoso.com'] });
  teams = createScriptedCourier();
  delivering = createDispatcher({
    database: test.storage.database,
    store: test.storage.outboxStore,
    outbox: test.outbox,
    courier: teams.courier,
    clock: test.clock,
    policy: test.desk.deliveryPolicy,
    random: () => 0,
    // One at a time, so that the first in the line gets the answer that was prepared.
    maxInFlight: 1,
    maxAttempts: 2,
    onProblem: ({ error }) => problems.push(error),
    render: async (row) => {
      const model = await test.desk.readCard(row);
      if (model === null) return null;
      if (model.card === 'digest') return { text: `digest of ${model.digest.queue.id}` };
      if (model.card === 'intake-form') return { text: model.card };
      if (model.card === 'queue-blocked') return { text: `queue-blocked ${model.queue.id}` };
      const stage = 'stage' in model ? ` ${model.stage}` : '';
      const said = model.card === 'delivery-news' ? ` ${model.news}` : stage;
      const event = model.card === 'request-news' ? ` ${model.event.event}` : '';
      const decided = model.card === 'delivery-check' && model.isDecided ? ' decided' : '';
      return {
        isFinal: model.card === 'request-news' && model.isFinal,
        text: `${model.card}${said}${event}${decided} ${model.request.number} ${model.request.state}`,
      };
    },
  });
  anna = await requester(test.directory, 'northwind-traders', 'Anna');
  lead = await person(test.directory, 'amara-diallo');
});
afterEach(async () => {
  expect(problems).toEqual([]);
  await test.close();
});

async function register(queue: string, by = lead) {
  const address = channelAddress(queue);
  return test.desk.registerQueue({ by, queue, address, teamName: 'Desk', channelName: queue });
}

async function submitIt(changes: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const outcome = await test.desk.submit({
    by: anna,
    input: submission(changes),
    address: personalAddress(anna.userId),
    confirmationActivityId: 'confirmation',
  });
  if (outcome.outcome !== 'submitted') throw new Error(outcome.outcome);
  id = outcome.request.id;
}

/** What was sent since the last look: how, where, what. */
let looked = 0;
beforeEach(() => {
  looked = 0;
});
async function deliver(): Promise<string[]> {
  await delivering.drain();
  const news = teams.sent.slice(looked);
  looked = teams.sent.length;
  return news.map(({ kind, conversationId, text }) => `${kind} ${conversationId}: ${text}`).sort();
}

describe('a handoff', () => {
  it('goes from submit over claim to its end, and each change reaches every card and everyone concerned', async () => {
    await register('pdm-emea');
    const priya = await person(test.directory, 'priya-nair');
    await test.outbox.rememberAddress({ kind: 'person', personId: 'priya-nair' }, personalAddress('priya'));
    await submitIt();
    expect(await deliver()).toEqual(['post 19:pdm-emea: handoff PD-0001 submitted']);

    await test.desk.claim(priya, { id });
    expect(await deliver()).toEqual([
      'post 1:1-29:Anna: request-news claim PD-0001 claimed',
      'post 1:1-priya: owner-request PD-0001 claimed',
      'update 19:pdm-emea: handoff PD-0001 claimed',
      'update 1:1-29:Anna: request-status PD-0001 claimed',
    ]);

    test.clock.advance(LATER_MS);
    await test.desk.ask(priya, { id }, { text: 'How many shops?' });
    await deliver();
    test.clock.advance(LATER_MS);
    await test.desk.answer(anna, { id }, { text: 'Forty.' });
    expect(await deliver()).toEqual([
      'post 1:1-priya: request-news answer PD-0001 claimed',
      'update 19:pdm-emea: handoff PD-0001 claimed',
      'update 1:1-29:Anna: request-news ask PD-0001 claimed',
      'update 1:1-29:Anna: request-status PD-0001 claimed',
      'update 1:1-priya: owner-request PD-0001 claimed',
    ]);

    test.clock.advance(LATER_MS);
    await test.desk.complete(priya, { id }, { text: 'Drawn and agreed.', hours: 6 });
    expect(await deliver()).toEqual([
      'post 1:1-29:Anna: request-news complete PD-0001 completed',
      'update 19:pdm-emea: handoff PD-0001 completed',
      'update 1:1-29:Anna: request-status PD-0001 completed',
      'update 1:1-priya: owner-request PD-0001 completed',
      'update 1:1-priya: request-news answer PD-0001 completed',
    ]);
  });

  it('that may have been lost on the way is not repeated: the channel and the partner hear of it', async () => {
    await register('pdm-emea');
    await submitIt();
    teams.answerNext({ outcome: 'ambiguous', status: 502 });
    expect(await deliver()).toEqual([
      'post 19:pdm-emea: delivery-check PD-0001 submitted',
      'post 19:pdm-emea: handoff PD-0001 submitted',
      'post 1:1-29:Anna: delivery-news unsure PD-0001 submitted',
    ]);
  });

  it('sends its news again a little later if it was lost on the way', async () => {
    await register('pdm-emea');
    await submitIt();
    await deliver();
    teams.answerNext(
      { outcome: 'delivered', activityId: 'card' },
      { outcome: 'delivered', activityId: 'own' },
    );
    const priya = await person(test.directory, 'priya-nair');
    await test.desk.claim(priya, { id });
    teams.answerNext({ outcome: 'ambiguous', status: null });
    await deliver();
    test.clock.advance(2_000);
    expect(await deliver()).toEqual(['post 1:1-29:Anna: request-news claim PD-0001 claimed']);
  });

  it('to a deleted channel goes to the catch-all queue, and the partner hears of it', async () => {
    await register('pdm-emea');
    await register('catch-all');
    await submitIt();
    teams.answerNext({ outcome: 'gone', status: 404 });
    expect(await deliver()).toEqual([
      'post 19:catch-all: handoff PD-0001 submitted',
      // Its lead never wrote to the bot.
      'post 19:catch-all: queue-blocked pdm-emea',
      'post 19:pdm-emea: handoff PD-0001 submitted',
      'post 1:1-29:Anna: delivery-news rerouted PD-0001 submitted',
    ]);
    expect(await test.desk.listQueueStatus()).toContainEqual({
      queue: expect.objectContaining({ id: 'pdm-emea' }) as unknown,
      registration: expect.objectContaining({ queueId: 'pdm-emea' }) as unknown,
      blockedSinceMs: test.clock.nowMs(),
    });
  });

  it('in a blocked queue is reported to its lead and to operators once, and to nobody who reads it later', async () => {
    await register('pdm-emea');
    await register('catch-all');
    const meet = (personId: string) =>
      test.outbox.rememberAddress({ kind: 'person', personId }, personalAddress(personId));
    await meet('amara-diallo');
    await meet('tom-okafor');
    await submitIt();
    teams.answerNext({ outcome: 'blocked', status: 403 });
    expect(await deliver()).toEqual([
      'post 19:catch-all: handoff PD-0001 submitted',
      'post 19:pdm-emea: handoff PD-0001 submitted',
      'post 1:1-29:Anna: delivery-news rerouted PD-0001 submitted',
      'post 1:1-amara-diallo: queue-blocked pdm-emea',
      'post 1:1-tom-okafor: queue-blocked pdm-emea',
    ]);
    await submitIt({ submissionId: 'form-2', customer: 'Other' });
    expect((await deliver()).join()).not.toContain('queue-blocked');
  });

  it('follows an app that was removed and added again, and the lead hears that it was', async () => {
    const at = { ...channelAddress('pdm-emea'), teamId: '19:team' };
    await register('pdm-emea');
    await register('catch-all');
    await test.outbox.rememberAddress({ kind: 'queue', queueId: 'pdm-emea' }, at);
    await test.desk.leaveConversation({ conversationId: '19:general', teamId: '19:team' });
    await test.desk.leaveConversation({ conversationId: '19:general', teamId: '19:team' });
    await submitIt();
    expect(await deliver()).toEqual([
      'post 19:catch-all: handoff PD-0001 submitted',
      'post 19:catch-all: queue-blocked pdm-emea',
    ]);
    await test.outbox.reviveAddresses({ conversationId: '19:general', teamId: '19:team' });
    await submitIt({ submissionId: 'form-2', customer: 'Other' });
    expect(await deliver()).toEqual(['post 19:pdm-emea: handoff PD-0002 submitted']);
  });

  it('of a kind that this version does not know is set aside', async () => {
    await register('pdm-emea');
    await submitIt();
    await test.storage.database.direct.updateTable('outbox').set({ card: 'hologram' }).execute();
    expect(await deliver()).toEqual([]);
    expect(await test.outbox.listUnreadable()).toMatchObject([{ card: 'hologram', toKind: 'queue' }]);
    expect(problems).toHaveLength(1);
    problems.length = 0;
  });

  it('that reaches nobody says so, and goes out once the queue has a channel again', async () => {
    await register('pdm-emea');
    await submitIt();
    teams.answerNext({ outcome: 'gone', status: 404 });
    expect(await deliver()).toContain('post 1:1-29:Anna: delivery-news unreachable PD-0001 submitted');
    await register('pdm-emea');
    expect(await deliver()).toEqual(['post 19:pdm-emea: handoff PD-0001 submitted']);
  });

  it('that Teams keeps refusing goes to the catch-all queue', async () => {
    await register('pdm-emea');
    await register('catch-all');
    await submitIt();
    teams.answerNext({ outcome: 'refused', status: 400 });
    await deliver();
    teams.answerNext({ outcome: 'refused', status: 400 });
    test.clock.advance(60_000);
    expect(await deliver()).toEqual([
      'post 19:catch-all: handoff PD-0001 submitted',
      'post 19:pdm-emea: handoff PD-0001 submitted',
      'post 1:1-29:Anna: delivery-news rerouted PD-0001 submitted',
    ]);
  });

  it('whose update Teams keeps refusing stays where it is', async () => {
    await register('pdm-emea');
    await register('catch-all');
    await submitIt();
    await deliver();
    teams.answerNext({ outcome: 'refused', status: 500 });
    await test.desk.note(anna, { id }, { text: 'By Friday, please.' });
    await deliver();
    teams.answerNext({ outcome: 'refused', status: 500 });
    test.clock.advance(60_000);
    expect(await deliver()).toEqual(['update 19:pdm-emea: handoff PD-0001 submitted']);
  });

  it('whose card someone deleted is posted again while the request is open', async () => {
    await register('pdm-emea');
    await submitIt();
    await deliver();
    teams.answerNext({ outcome: 'gone', status: 404 });
    await test.desk.note(anna, { id }, { text: 'By Friday, please.' });
    expect(await deliver()).toContain('post 19:pdm-emea: handoff PD-0001 submitted');
  });

  it('moved to another queue leaves word behind and arrives as a new card', async () => {
    await register('pdm-emea');
    await register('pts-emea');
    await submitIt();
    await deliver();
    await test.desk['transfer-to-queue'](lead, { id }, { to: 'PTS EMEA', text: 'For a PTS.' });
    expect(await deliver()).toEqual([
      'post 19:pts-emea: handoff PD-0001 submitted',
      'post 1:1-29:Anna: request-news transfer-to-queue PD-0001 submitted',
      'update 19:pdm-emea: handoff PD-0001 submitted',
      'update 1:1-29:Anna: request-status PD-0001 submitted',
    ]);
  });

  it('pressed by someone outside the queue is refused as such; elsewhere its number tells nothing', async () => {
    await register('pdm-emea');
    await submitIt();
    await deliver();
    const lena = await person(test.directory, 'lena-fischer');
    const conversationId = channelAddress('pdm-emea').conversationId;
    expect(await test.desk.claim(lena, { number: 1, conversationId })).toMatchObject({
      outcome: 'not-yours',
      who: ['member'],
    });
    expect(await test.desk.claim(lena, { number: 1, conversationId: 'elsewhere' })).toEqual({
      outcome: 'not-found',
    });
    expect(await test.desk.claim(lena, { number: 1 })).toEqual({ outcome: 'not-found' });
  });
});

describe('a handoff card that may have been lost', () => {
  const channel = channelAddress('pdm-emea');
  let priya: Identity;
  beforeEach(async () => {
    priya = await person(test.directory, 'priya-nair');
    await register('pdm-emea');
    await submitIt();
    teams.answerNext({ outcome: 'ambiguous', status: 502 });
    await deliver();
  });
  const ref = { number: 1, conversationId: channel.conversationId };
  const unsure = () => test.outbox.listByState(['unsure']);

  it('is posted again when a member of the queue says so, once', async () => {
    const both = await Promise.all([
      test.desk.settleUncertainCard(priya, ref, 'again'),
      test.desk.settleUncertainCard(priya, ref, 'again'),
    ]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['decided', 'nothing-to-decide']);
    expect(await deliver()).toEqual([
      'post 19:pdm-emea: handoff PD-0001 submitted',
      'post 1:1-29:Anna: delivery-news settled PD-0001 submitted',
      'update 19:pdm-emea: delivery-check decided PD-0001 submitted',
    ]);
    await test.desk.claim(priya, { id });
    expect(await deliver()).toContain('update 19:pdm-emea: handoff PD-0001 claimed');
  });

  it('that is lost again is asked about again', async () => {
    await test.desk.settleUncertainCard(priya, ref, 'again');
    teams.answerNext({ outcome: 'ambiguous', status: 502 });
    expect(await deliver()).toEqual([
      'post 19:pdm-emea: delivery-check PD-0001 submitted',
      'post 19:pdm-emea: handoff PD-0001 submitted',
      'post 1:1-29:Anna: delivery-news settled PD-0001 submitted',
      'post 1:1-29:Anna: delivery-news unsure PD-0001 submitted',
      'update 19:pdm-emea: delivery-check PD-0001 submitted',
    ]);
    expect(await unsure()).toHaveLength(1);
  });

  it('is left alone when a member says that it is there, and updated once a press tells where', async () => {
    expect(await test.desk.settleUncertainCard(priya, ref, 'there')).toEqual({
      outcome: 'decided',
      number: 'PD-0001',
    });
    expect(await deliver()).toEqual([
      'post 1:1-29:Anna: delivery-news settled PD-0001 submitted',
      'update 19:pdm-emea: delivery-check decided PD-0001 submitted',
    ]);
    await test.desk.learnHandoff(priya, ref, channel, 'the-card');
    await test.desk.claim(priya, ref);
    await deliver();
    expect(teams.sent).toContainEqual(
      expect.objectContaining({ activityId: 'the-card', text: 'handoff PD-0001 claimed' }),
    );
  });

  it('is known to be there by a press on it, and nobody need decide', async () => {
    await test.desk.learnHandoff(priya, ref, channel, 'the-card');
    expect(await unsure()).toEqual([]);
    expect(await deliver()).toContain('update 19:pdm-emea: delivery-check decided PD-0001 submitted');
    await test.desk.claim(priya, ref);
    await deliver();
    expect(teams.sent).toContainEqual(
      expect.objectContaining({ activityId: 'the-card', text: 'handoff PD-0001 claimed' }),
    );
  });

  it('is not moved by a press of who may not act on it, nor from another channel', async () => {
    await test.desk.learnHandoff(await person(test.directory, 'lena-fischer'), ref, channel, 'forged');
    await test.desk.learnHandoff(priya, ref, channelAddress('elsewhere'), 'forged');
    expect(await unsure()).toHaveLength(1);
    expect(await test.outbox.listPosted(`request:${id}`)).toMatchObject([{ activityId: 'confirmation' }]);
  });

  it('can be decided by nobody else: the partner hears so, a stranger learns nothing', async () => {
    const lena = await person(test.directory, 'lena-fischer');
    expect(await test.desk.settleUncertainCard(anna, ref, 'again')).toEqual({ outcome: 'not-allowed' });
    expect(await test.desk.settleUncertainCard(lena, ref, 'again')).toEqual({ outcome: 'not-found' });
    expect(await test.desk.settleUncertainCard(priya, { number: 9 }, 'again')).toEqual({
      outcome: 'not-found',
    });
    expect(await unsure()).toHaveLength(1);
  });

  it('is not posted again for a request that was withdrawn meanwhile', async () => {
    await test.desk.withdraw(anna, { id }, {});
    await test.desk.settleUncertainCard(priya, ref, 'again');
    expect((await deliver()).filter((sent) => sent.startsWith('post'))).toEqual([]);
    expect(await unsure()).toEqual([]);
  });
});
