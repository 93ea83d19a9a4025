/** Questions in a channel that change after they were answered: what becomes of the answer. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BOT, inChannel, mentions, personal, says } from '../support/activities';
import type { ConnectorCall } from '../support/fake-connector';
import { textOf } from '../support/fake-connector';
import { findInFiles, Journey, people, textOfAll } from '../support/journey';

const { maya, amara } = people;
/** A shared channel: its conversation is of another team's tenant, and so is its id. */
const TALK = { id: '19:shared@thread.tacv2', name: 'Shared talk' };

let journey: Journey;
beforeAll(async () => {
  journey = await Journey.start();
}, 60_000);
afterAll(async () => {
  await journey.connector.stop();
  await journey.bot.stop();
  expect(journey.bot.log).not.toMatch(/a turn failed/);
  journey.bot.removeData();
});

let minute = 0;
/** Whatever the bot called because of it. */
async function happens(fields: Record<string, unknown>, who = maya): Promise<ConnectorCall[]> {
  const from = journey.connector.calls.length;
  const timestamp = new Date(Date.UTC(2026, 10, 27, 9, minute++)).toISOString();
  const activity = inChannel(journey.connector, who, TALK, { timestamp, ...fields });
  expect(await journey.bot.post(activity)).toMatchObject({ status: 200 });
  return journey.connector.calls.slice(from).filter(({ activity: sent }) => sent['type'] !== 'typing');
}
const edited = (id: string, text: string) =>
  happens({ ...mentions(text), id, type: 'messageUpdate', channelData: channelData('editMessage') });
const deleted = (id: string) =>
  happens({ id, type: 'messageDelete', channelData: channelData('softDeleteMessage') });
const channelData = (eventType: string) => ({ eventType, channel: TALK, tenant: { id: maya.tenantId } });

async function ask(id: string, text: string): Promise<string> {
  const [answer, ...rest] = await happens({ ...mentions(text), id });
  expect(rest).toEqual([]);
  return answer!.activityId;
}

describe('an answer in a channel', () => {
  it('is edited in place each time its question is', async () => {
    const answerId = await ask('q-1', 'What is the Architecture Desk?');
    for (const [text, expected] of [
      ['Does the Architecture Desk do break-fix?', /break-fix/],
      ['How do I report a vulnerability?', /MSRC/],
    ] as const) {
      const calls = await edited('q-1', text);
      expect(calls.map(({ method, targetId }) => [method, targetId])).toEqual([['PUT', answerId]]);
      expect(textOfAll(calls)).toMatch(expected);
    }
  });

  it('is deleted with its question, and comes back with it', async () => {
    const answerId = await ask('q-2', 'What is the Architecture Desk?');
    const calls = await deleted('q-2');
    expect(calls.map(({ method, targetId }) => [method, targetId])).toEqual([['DELETE', answerId]]);
    expect(await deleted('q-2')).toEqual([]);
    const back = await happens({
      ...mentions('What is the Architecture Desk?'),
      id: 'q-2',
      type: 'messageUpdate',
      channelData: channelData('undeleteMessage'),
    });
    expect(back.map(({ method }) => method)).toEqual(['POST']);
    expect(await deleted('q-2')).toMatchObject([{ method: 'DELETE', targetId: back[0]!.activityId }]);
  });

  it('is emptied where Teams does not let it be deleted', async () => {
    const answerId = await ask('q-3', 'What is the Architecture Desk?');
    journey.connector.failNext({ status: 403 });
    const calls = await deleted('q-3');
    expect(calls.at(-1)).toMatchObject({ method: 'PUT', targetId: answerId });
    expect(textOf(calls.at(-1)!.activity)).toContain('The question was deleted.');
    expect(textOf(calls.at(-1)!.activity)).not.toContain('architects');
  });

  it('comes below when it cannot be edited any more', async () => {
    await ask('q-4', 'What is the Architecture Desk?');
    journey.connector.failNext({ status: 404 });
    const calls = await edited('q-4', 'Does the Architecture Desk do break-fix?');
    expect(calls.map(({ method }) => method)).toEqual(['PUT', 'POST']);
    expect(await deleted('q-4')).toMatchObject([{ method: 'DELETE', targetId: calls[1]!.activityId }]);
  });

  it('is given to a mention that an edit added, and to no edit without one', async () => {
    expect(await happens({ ...says('What is the desk?'), id: 'q-5', type: 'messageUpdate' })).toEqual([]);
    expect(await edited('q-5', 'What is the Architecture Desk?')).toMatchObject([{ method: 'POST' }]);
  });

  it('stays as it is when the edit is a command: those are done when they are sent, and once', async () => {
    const id = 'q-6';
    await happens({ ...mentions('What is the Architecture Desk?'), id }, amara);
    const command = { ...mentions('register queue pdm-emea'), id, type: 'messageUpdate' };
    expect(await happens(command, amara)).toEqual([]);
    expect(await edited('q-7', 'claim PD-0001')).toEqual([]);
  });

  it('is not used in 1:1, where a conversation continues', async () => {
    const from = journey.connector.calls.length;
    const update = { ...says('What is the desk?'), id: 'q-8', type: 'messageUpdate' };
    await journey.bot.post(personal(journey.connector, maya, update));
    expect(journey.connector.calls.slice(from)).toEqual([]);
  });

  it('follows its question by ids alone: no word of either is kept', async () => {
    await ask('q-9', 'What is the Architecture Desk, marmalade aside?');
    await edited('q-9', 'Does the Architecture Desk do break-fix, marmalade aside?');
    expect(findInFiles(journey.bot.dataDir, 'marmalade')).toEqual([]);
  });
});

describe('the two lists of a programme', () => {
  it.each(["is / isn't", 'what is and isn’t the architecture desk?'])(
    'are for all to read: %s',
    async (text) => {
      const calls = await happens(mentions(text));
      expect(calls).toMatchObject([{ method: 'POST' }]);
      expect(textOfAll(calls)).toMatch(/Only for sell-with opportunities.*Break-fix or troubleshooting/s);
      expect(JSON.stringify(calls[0]?.activity)).not.toContain('Action.Submit');
    },
  );
});

describe('a mention', () => {
  const at = (name: string) => `<at>${name}</at>`;
  const entity = (name: string, id: string) => ({
    type: 'mention',
    text: at(name),
    mentioned: { id, name },
  });
  it.each([
    ['in the middle', `Hello ${at(BOT.name)} does the Architecture Desk do break-fix?`],
    ['at the end', `Does the Architecture Desk do break-fix? ${at(BOT.name)}`],
    [
      'beside others',
      `${at('Nils Berg')} ${at(BOT.name)} Does the Architecture Desk do break-fix? ${at('Nils Berg')}`,
    ],
    ['twice', `${at(BOT.name)} ${at(BOT.name)} Does the Architecture Desk do break-fix?`],
  ])('%s is read past', async (_where, text) => {
    const entities = [entity('Nils Berg', '29:b2'), entity(BOT.name, BOT.id), entity(BOT.name, BOT.id)];
    const calls = await happens({ ...says(text), entities });
    expect(calls).toHaveLength(1);
    expect(textOfAll(calls)).toMatch(/do break-fix/);
  });

  it('alone gets a way to begin', async () => {
    expect(textOfAll(await happens(mentions('')))).toContain('@mention me with your question');
  });
});
