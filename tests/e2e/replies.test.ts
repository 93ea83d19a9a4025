/** Replies inside a turn that Teams doesn't take: they are sent again, or the turn is. Never does a person see nothing. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findProjectRoot } from '../../src/shared/project-root';
import { inChannel, mentions, personal, presses, says } from '../support/activities';
import type { Fault } from '../support/fake-connector';
import { Journey, PDM_CHANNEL, people } from '../support/journey';

const FAULTS: readonly (readonly [string, Fault])[] = [
  ['412', { status: 412 }],
  ['429', { status: 429, headers: { 'retry-after': '1' } }],
  ['500', { status: 500 }],
  ['502', { status: 502 }],
  ['503', { status: 503 }],
  ['504', { status: 504 }],
  ['a broken connection', 'reset'],
];
/** Longer than a turn may take: the bot doesn't wait for it. */
const TOO_LONG: Fault = { status: 429, headers: { 'retry-after': '60' } };

let journey: Journey;
beforeAll(async () => {
  journey = await Journey.start();
  await journey.openQueues();
});
afterAll(async () => {
  await journey.bot.stop();
  await journey.connector.stop();
  journey.bot.removeData();
});

/** What arrived in the chat of this activity since `from`. */
function taken(activity: Record<string, unknown>, from: number) {
  return journey.connector.calls
    .slice(from)
    .filter(({ targetId, activityId }) => activityId !== '' && targetId === activity['id']);
}

describe('a reply that fails once', () => {
  it('arrives in the turn: the case as reported', async () => {
    const file = path.join(findProjectRoot(), 'tests/cases/reply-lost-502.json');
    const text = readFileSync(file, 'utf8').replaceAll('CONNECTOR_URL', journey.connector.serviceUrl);
    const [activity] = (JSON.parse(text) as { steps: Record<string, unknown>[] }).steps;
    const from = journey.connector.calls.length;
    journey.connector.failNext({ status: 502 });
    expect(await journey.bot.post(activity)).toMatchObject({ status: 200 });
    expect(taken(activity!, from)).toHaveLength(1);
  });

  it.each(FAULTS)('arrives after %s', async (_name, fault) => {
    const activity = personal(journey.connector, people.maya, says('what is TPD?'));
    const from = journey.connector.calls.length;
    journey.connector.failNext(fault);
    expect(await journey.bot.post(activity)).toMatchObject({ status: 200 });
    expect(taken(activity, from)).toHaveLength(1);
  });

  it('replaces the pressed card all the same', async () => {
    const shown = personal(journey.connector, people.maya, says('request an architecture design session'));
    await journey.bot.post(shown);
    const form = journey.connector.calls.findLast(({ targetId }) => targetId === shown['id'])!;
    const press = personal(
      journey.connector,
      people.maya,
      presses({ verb: 'intake.submit', formId: 'unsent', serviceId: 'nothing' }, form.activityId),
    );
    const from = journey.connector.calls.length;
    journey.connector.failNext({ status: 502 });
    expect(await journey.bot.post(press)).toMatchObject({ status: 200 });
    const [first, second, ...rest] = journey.connector.calls.slice(from);
    expect([first?.method, first?.fault, second?.method, second?.fault]).toEqual([
      ...['PUT', { status: 502 }],
      ...['PUT', null],
    ]);
    expect(second?.targetId).toBe(form.activityId);
    expect(rest).toEqual([]);
  });
});

describe('a reply that keeps failing', () => {
  it('leaves the turn unhandled, so that Teams repeats it, and the repeat is answered', async () => {
    const activity = personal(journey.connector, people.maya, says('what is ASfP?'));
    const from = journey.connector.calls.length;
    journey.connector.failNext(TOO_LONG);
    expect(await journey.bot.post(activity)).toMatchObject({ status: 503 });
    expect(taken(activity, from)).toEqual([]);
    expect(await journey.bot.post(activity)).toMatchObject({ status: 200 });
    expect(taken(activity, from)).toHaveLength(1);
  });

  it('is a hello: the repeat says hello', async () => {
    const activity = personal(journey.connector, people.priya, {
      type: 'conversationUpdate',
      membersAdded: [{ id: '28:bot', name: 'Bot' }],
    });
    const from = journey.connector.calls.length;
    journey.connector.failNext(TOO_LONG);
    expect(await journey.bot.post(activity)).toMatchObject({ status: 503 });
    expect(await journey.bot.post(activity)).toMatchObject({ status: 200 });
    expect(taken(activity, from)).toHaveLength(1);
  });

  it('is an update of a card: the card comes below instead', async () => {
    const form = await journey.openForm(people.maya, 'request an architecture design session');
    const press = personal(
      journey.connector,
      people.maya,
      presses({ ...form.data, serviceId: 'nothing' }, form.card.activityId),
    );
    const from = journey.connector.calls.length;
    journey.connector.failNext(TOO_LONG);
    expect(await journey.bot.post(press)).toMatchObject({ status: 200 });
    expect(journey.connector.calls.slice(from).map(({ method, fault }) => [method, fault])).toEqual([
      ['PUT', TOO_LONG],
      ['POST', null],
    ]);
  });

  it('in a channel leaves the turn unhandled, too', async () => {
    const activity = inChannel(journey.connector, people.priya, PDM_CHANNEL, mentions('what is TPD?'));
    journey.connector.failNext(TOO_LONG);
    expect(await journey.bot.post(activity)).toMatchObject({ status: 503 });
    expect(await journey.bot.post(activity)).toMatchObject({ status: 200 });
  });
});

describe('a reply that Teams refuses', () => {
  it.each([
    ['says the same in plain text where Teams rejects the card', 400],
    ['says the same in plain text where the message is too large', 413],
  ])('%s', async (_, status) => {
    const activity = personal(journey.connector, people.maya, says('what is TPD?'));
    const from = journey.connector.calls.length;
    journey.connector.failNext({ status });
    expect(await journey.bot.post(activity)).toMatchObject({ status: 200 });
    const [reply, ...more] = taken(activity, from).filter(({ activity: { type } }) => type === 'message');
    expect(more).toEqual([]);
    expect(reply?.activity['attachments'] ?? []).toEqual([]);
    expect(reply?.activity['text']).toContain('Technical Presales');
  });

  it('says it below in plain text where Teams rejects the card that replaces another', async () => {
    const form = await journey.openForm(people.maya, 'request an architecture design session');
    const press = personal(
      journey.connector,
      people.maya,
      presses({ ...form.data, serviceId: 'nothing' }, form.card.activityId),
    );
    const from = journey.connector.calls.length;
    journey.connector.failNext({ status: 400 }, { status: 400 });
    expect(await journey.bot.post(press)).toMatchObject({ status: 200 });
    const last = journey.connector.calls.slice(from).at(-1);
    expect([last?.method, last?.fault]).toEqual(['POST', null]);
    expect(last?.activity['text']).not.toBe('');
  });

  it('is sent again after a token that was not accepted', async () => {
    const activity = personal(journey.connector, people.maya, says('what is TPD?'));
    const from = journey.connector.calls.length;
    journey.connector.failNext({ status: 401 });
    expect(await journey.bot.post(activity)).toMatchObject({ status: 200 });
    expect(taken(activity, from)).toHaveLength(1);
  });

  it.each([
    [403, 'doesn’t let the bot post in this conversation'],
    [404, 'no longer exists'],
  ])('with %d is not repeated, and the log says why once', async (status, why) => {
    const activity = personal(journey.connector, people.maya, says('what is TPD?'));
    const from = journey.connector.calls.length;
    const logged = journey.bot.log.length;
    journey.connector.failNext({ status });
    expect(await journey.bot.post(activity)).toMatchObject({ status: 200 });
    expect(
      journey.connector.calls.slice(from).filter(({ activity: { type } }) => type === 'message'),
    ).toHaveLength(1);
    await journey.bot.untilLogged(why);
    expect(journey.bot.log.slice(logged).split(why)).toHaveLength(2);
  });
});
