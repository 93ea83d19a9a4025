/** A queue's channel that Teams blocks for a while: nothing is lost, its lead hears of it, and it comes back by itself. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findProjectRoot } from '../../src/shared/project-root';
import { chatOf, inChannel } from '../support/activities';
import { textOf, type ConnectorCall, type Fault } from '../support/fake-connector';
import { FALLBACK_CHANNEL, Journey, PDM_CHANNEL, people } from '../support/journey';

const BLOCKED: Fault = { status: 403 };

let journey: Journey;
beforeAll(async () => {
  journey = await Journey.start();
  await journey.openQueues();
  await journey.say(people.amara, 'hello');
});
afterAll(async () => {
  await journey.bot.stop();
  await journey.connector.stop();
  journey.bot.removeData();
});

/** Where the handoff card of the request was taken. */
async function arrivalOf(number: string): Promise<ConnectorCall> {
  return journey.connector.waitFor(
    (call) =>
      call.method === 'POST' &&
      call.activityId !== '' &&
      call.conversationId.startsWith('19:') &&
      textOf(call.activity).includes(`${number} for`),
  );
}

/** The next post into the channel is blocked. */
function blockOnce(channelId: string): void {
  let isOver = false;
  journey.connector.chooseFault = (method, conversationId) => {
    if (isOver || method !== 'POST' || !conversationId.startsWith(channelId)) return undefined;
    isOver = true;
    return BLOCKED;
  };
}

async function request(customer: string): Promise<string> {
  const sentence = `request an architecture design session for ${customer}`;
  return (await journey.request(people.maya, sentence, { customer })).number;
}

const listAlerts = () =>
  journey.connector.calls.filter(({ activity }) => textOf(activity).includes('doesn’t let me post'));

it('is the case as reported: one 403, the team unarchived, and the next request is there again', async () => {
  const file = path.join(findProjectRoot(), 'tests/cases/queue-403-once.json');
  expect((JSON.parse(readFileSync(file, 'utf8')) as { steps: string[] }).steps[2]).toContain(
    'teamUnarchived',
  );
  blockOnce(PDM_CHANNEL.id);
  expect((await arrivalOf(await request('Fabrikam'))).conversationId).toBe(FALLBACK_CHANNEL.id);
  const { conversationId } = await journey.connector.waitFor((call) => listAlerts().includes(call));
  expect(conversationId).toBe(chatOf(people.amara));
  // The event comes in the team's general channel.
  const unarchived = inChannel(
    journey.connector,
    people.amara,
    { id: '19:team@thread.tacv2', name: 'General' },
    { type: 'conversationUpdate' },
  );
  (unarchived['channelData'] as Record<string, unknown>)['eventType'] = 'teamUnarchived';
  expect(await journey.bot.post(unarchived)).toMatchObject({ status: 200 });
  expect((await arrivalOf(await request('Contoso'))).conversationId).toBe(PDM_CHANNEL.id);
  expect(listAlerts()).toHaveLength(1);
});

it('is back as soon as somebody writes to the bot in the channel', async () => {
  blockOnce(PDM_CHANNEL.id);
  expect((await arrivalOf(await request('Tailspin'))).conversationId).toBe(FALLBACK_CHANNEL.id);
  await journey.inChannel(people.amara, PDM_CHANNEL, 'queue');
  expect((await arrivalOf(await request('Litware'))).conversationId).toBe(PDM_CHANNEL.id);
});

it('is back when the app is removed from the team and added again', async () => {
  const installation = (action: string) =>
    journey.bot.post(
      inChannel(
        journey.connector,
        people.amara,
        { id: '19:team@thread.tacv2', name: 'General' },
        { type: 'installationUpdate', action },
      ),
    );
  await installation('remove');
  await request('Adventure Works');
  await installation('add');
  expect((await arrivalOf(await request('Proseware'))).conversationId).toBe(PDM_CHANNEL.id);
});
