/** Feedback and citations as Teams gets them: the edge over the whole desk, and a connector that records what arrives. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Application, TeamsAdapter } from '@microsoft/teams-ai';
import { TestAdapter, type Activity, type TurnContext } from 'botbuilder';
import { cards } from '../../cards';
import { composeDesk, type Composition } from '../../src/compose';
import { parseConfig } from '../../src/config';
import type { Outgoing } from '../../src/conversation/message';
import { openStorage, type Storage } from '../../src/open-storage';
import { systemClock } from '../../src/shared/clock';
import { createLog } from '../../src/shared/log';
import { findProjectRoot } from '../../src/shared/project-root';
import { DeskAdapter } from '../../src/teams/outbound/adapter';
import { createApplication } from '../../src/teams/inbound/application';
import { sendAll } from '../../src/teams/outbound/send';
import { readTurn } from '../../src/teams/turn';
import { createLocalAdapter, receiveAt, createLocalCourier } from '../support/adapter';
import { personalAddress } from '../support/desk';
import { inChannel, mentions, personal, presses, says } from '../support/activities';
import { FakeConnector, textOf, type ConnectorCall } from '../support/fake-connector';
import { lendEmbedder } from '../support/shared';
import { findInFiles, PDM_CHANNEL, people } from '../support/journey';

const root = findProjectRoot();

const dataDir = mkdtempSync(path.join(tmpdir(), 'partner-desk-'));
let composition: Composition;
let storage: Storage;
let adapter: DeskAdapter;
let connector: FakeConnector;
let handle: (context: TurnContext) => Promise<void>;

beforeAll(async () => {
  const log = createLog('silent');
  createLocalAdapter();
  // As in Teams: without what the Playground needs otherwise.
  adapter = new DeskAdapter({ credentials: null, cloud: 'public', clock: systemClock, log });
  const config = parseConfig(root, { PARTNER_DESK_LOCAL: '1', DATA_DIR: dataDir });
  composition = await composeDesk({
    config,
    log,
    courier: createLocalCourier(adapter),
    embedder: lendEmbedder(),
  });
  const application = createApplication(adapter, composition.desk, log, config);
  handle = async (context) => {
    await application.run(context);
  };
  storage = await openStorage(config.database);
  // The first question isn't to wait for what a start computes.
  await composition.warm;
}, 120_000);
afterAll(async () => {
  await storage.database.close();
  await composition.stop();
  rmSync(dataDir, { recursive: true, force: true });
});
beforeEach(async () => {
  connector = await FakeConnector.start();
});
afterEach(async () => {
  await connector.stop();
  await storage.database.direct.deleteFrom('feedback').execute();
});

/** Takes the activity in as from HTTP, and gives the answer and what the connector got. */
async function receive(activity: Record<string, unknown>) {
  const from = connector.calls.length;
  const answer = await receiveAt(adapter, activity as unknown as Activity, '', handle);
  return {
    answer,
    calls: connector.calls.slice(from).filter(({ activity: { type } }) => type === 'message'),
  };
}

async function ask(
  text: string,
  fields: Record<string, unknown> = {},
  who = people.maya,
): Promise<ConnectorCall> {
  const { calls } = await receive(personal(connector, who, { ...says(text), ...fields }));
  return calls[0]!;
}

function thumbs(reaction: string, words: string | null, replyToId: string | undefined) {
  const feedback = words === null ? undefined : JSON.stringify({ feedbackText: words });
  const value = { actionName: 'feedback', actionValue: { reaction, feedback } };
  return { type: 'invoke', name: 'message/submitAction', value, replyToId };
}

const opinions = () => storage.insightsStore.listOpinions(storage.database.direct);
const messageOf = ({ activity }: ConnectorCall) =>
  ((activity['entities'] ?? []) as Record<string, unknown>[]).filter(
    ({ type }) => type === 'https://schema.org/Message',
  );

const QUESTION = 'What is the Architecture Desk?';

describe('an answer in Teams', () => {
  it('is a text that cites its source by number, above a card of the rest that names the source as well', async () => {
    const sent = await ask(QUESTION);
    const [entity, ...others] = messageOf(sent);
    expect(others).toEqual([]);
    expect(sent.activity['text']).toMatch(/\S \[1\]$/);
    const { citation } = entity as unknown as {
      citation: { position: number; appearance: { name: string; abstract: string } }[];
    };
    expect(citation).toMatchObject([
      { '@type': 'Claim', position: 1, appearance: { '@type': 'DigitalDocument' } },
    ]);
    expect(citation[0]!.appearance.name.length).toBeLessThanOrEqual(80);
    expect(citation[0]!.appearance.abstract.length).toBeLessThanOrEqual(160);
    const card = JSON.stringify(sent.activity['attachments']);
    expect(card).toContain(citation[0]!.appearance.name);
    expect(card).toContain('Source: ');
  });

  it.each([
    { client: 'Teams', channelId: 'msteams', hasButtons: false },
    { client: 'a client without buttons for rating', channelId: 'webchat', hasButtons: true },
  ])('is drawn once, for $client', async ({ channelId, hasButtons }) => {
    const draw = jest.spyOn(cards.answer, 'render');
    const { activity } = await ask(QUESTION, { channelId });
    expect(draw).toHaveBeenCalledTimes(1);
    expect(textOf(activity).includes('feedback.like')).toBe(hasButtons);
    draw.mockRestore();
  });

  it('never says that a model wrote it, as none did', async () => {
    for (const question of [QUESTION, 'Does the desk do break-fix?', 'How much is Azure?', 'hello'])
      expect(JSON.stringify((await ask(question)).activity)).not.toContain('AIGeneratedContent');
  });

  it('can be rated by Teams’ own buttons; what tells nothing of the content cannot', async () => {
    const answer = await ask(QUESTION, {}, people.nils);
    expect(answer.activity['channelData']).toEqual({ feedbackLoop: { type: 'default' } });
    expect(textOf(answer.activity)).not.toContain('feedback.like');
    expect((await ask('hello', {}, people.nils)).activity['channelData']).toBeUndefined();
  });
});

describe('what a model wrote', () => {
  it('is labelled so, and cites at most twenty sources, none longer than Teams takes', async () => {
    const citations = Array.from({ length: 25 }, (_, index) => ({
      position: index + 1,
      ...{ name: 'n'.repeat(200), url: 'https://example.com/', abstract: 'a'.repeat(500) },
    }));
    const { card } = (
      await composition.desk.onInstalled(null, {
        kind: 'personal',
        address: personalAddress('29:other'),
        ...{ citesText: true, ratesItself: true },
      })
    )[0]!;
    const outgoing: Outgoing = {
      mode: 'send',
      ...{ text: 'x [1]', citations, card: card! },
      byModel: true,
    };
    await receiveAt(
      adapter,
      personal(connector, people.maya, says('x')) as unknown as Activity,
      '',
      (context) => sendAll(readTurn(context), [outgoing], { untilMs: 0 }),
    );
    const [entity, ...others] = messageOf(connector.calls.at(-1)!);
    expect(others).toEqual([]);
    expect(entity).toMatchObject({ additionalType: ['AIGeneratedContent'] });
    const { citation } = entity as unknown as { citation: { appearance: Record<string, string> }[] };
    expect(citation).toHaveLength(20);
    expect(citation[0]!.appearance['name']).toHaveLength(80);
    expect(citation[0]!.appearance['abstract']).toHaveLength(160);
  });
});

describe('a press of Teams’ thumbs', () => {
  it('is stored with the entry and its version, and answered 200 with an empty object', async () => {
    const { activityId } = await ask(QUESTION);
    const press = personal(connector, people.maya, thumbs('dislike', 'Too short.', activityId));
    const { answer, calls } = await receive(press);
    expect(answer).toEqual({ status: 200, body: {} });
    expect(calls).toEqual([]);
    expect(await opinions()).toMatchObject([
      { entryId: 'desk-overview', version: expect.any(String), liked: false, words: 'Too short.' },
    ]);
  });

  it('in the Playground, which gives the words as they are and no id, is of the latest answer', async () => {
    await ask(QUESTION);
    const value = { actionName: 'feedback', actionValue: { reaction: 'dislike', feedback: 'Too long.' } };
    const press = { type: 'invoke', name: 'message/submitAction', value };
    expect((await receive(personal(connector, people.maya, press))).answer).toEqual({
      status: 200,
      body: {},
    });
    expect(await opinions()).toMatchObject([{ liked: false, words: 'Too long.' }]);
  });

  it('counts once when Teams repeats it', async () => {
    const { activityId } = await ask(QUESTION);
    const press = personal(connector, people.maya, thumbs('like', null, activityId));
    await receive(press);
    expect((await receive(press)).answer).toEqual({ status: 200, body: {} });
    expect(await opinions()).toMatchObject([{ liked: true, words: null }]);
  });

  it('in a channel is each reader’s own', async () => {
    const { calls } = await receive(inChannel(connector, people.maya, PDM_CHANNEL, mentions(QUESTION)));
    const { activityId } = calls[0]!;
    expect(calls[0]!.activity['channelData']).toEqual({ feedbackLoop: { type: 'default' } });
    for (const who of [people.maya, people.priya])
      await receive(inChannel(connector, who, PDM_CHANNEL, thumbs('like', null, activityId)));
    expect(await opinions()).toHaveLength(2);
  });

  it('keeps no report of a vulnerability: the opinion counts, the words are turned away with the right door', async () => {
    const { activityId } = await ask(QUESTION);
    const words = 'I found a SQL injection vulnerability FEEDBACK-SECRET in your product';
    const { answer, calls } = await receive(
      personal(connector, people.maya, thumbs('dislike', words, activityId)),
    );
    expect(answer).toEqual({ status: 200, body: {} });
    expect(calls.map(({ activity }) => textOf(activity)).join()).toContain('MSRC');
    expect(await opinions()).toMatchObject([{ liked: false, words: null }]);
    expect(findInFiles(dataDir, 'FEEDBACK-SECRET')).toEqual([]);
  });

  it('keeps no address, link or number of anybody', async () => {
    const { activityId } = await ask(QUESTION);
    const words = 'Ask ana@contoso.com or +49 89 1234567, see https://contoso.com/secret';
    await receive(personal(connector, people.maya, thumbs('dislike', words, activityId)));
    expect(await opinions()).toMatchObject([{ words: 'Ask [address] or [number], see [link]' }]);
  });

  it('on a message that is no answer of ours stores nothing, and says so in 1:1', async () => {
    const { answer, calls } = await receive(
      personal(connector, people.maya, thumbs('like', null, 'act-of-somebody')),
    );
    expect(answer).toEqual({ status: 200, body: {} });
    expect(textOf(calls[0]!.activity)).toContain('Nothing was stored');
    expect(await opinions()).toEqual([]);
  });

  it.each([{}, { actionName: 'other' }, { actionName: 'feedback', actionValue: { reaction: 'meh' } }])(
    'of a kind that isn’t known is a bad request: %j',
    async (value) => {
      const press = { type: 'invoke', name: 'message/submitAction', value };
      expect((await receive(personal(connector, people.maya, press))).answer).toMatchObject({ status: 400 });
    },
  );

  // Pins why the SDK's own feedbackLoop is not used.
  it('without a value throws in teams-ai’s own handler', async () => {
    const app = new Application({ adapter: new TeamsAdapter({}) });
    app.feedbackLoop(() => Promise.resolve());
    const run = new TestAdapter(async (context) => {
      await app.run(context);
    }).receiveActivity({ type: 'invoke', name: 'message/submitAction' });
    await expect(run).rejects.toThrow(/undefined/);
  });
});

describe('elsewhere than in Teams', () => {
  const webchat = { channelId: 'webchat' };
  const answerIdOf = (sent: ConnectorCall) => /"answerId":"([^"]+)"/.exec(textOf(sent.activity))?.[1] ?? '';

  it('the answer stays in its card, which has buttons of its own', async () => {
    const sent = await ask(QUESTION, webchat);
    expect(sent.activity['channelData']).toBeUndefined();
    expect(messageOf(sent)).toEqual([]);
    expect(textOf(sent.activity)).toMatch(/Did this help\?/);
    const press = async (data: Record<string, unknown>) =>
      textOf(
        (await receive(personal(connector, people.maya, { ...presses(data, sent.activityId), ...webchat })))
          .calls[0]!.activity,
      );
    const answerId = answerIdOf(sent);
    expect(await press({ verb: 'feedback.like', answerId })).toContain('Thanks for your feedback');
    expect(await opinions()).toMatchObject([{ entryId: 'desk-overview', liked: true }]);
    expect(await press({ verb: 'feedback.dislike', answerId })).toContain('What was wrong or missing');
    expect(await press({ verb: 'feedback.send', answerId, words: 'Old.' })).toContain(
      'Thanks for your feedback',
    );
    expect(await opinions()).toMatchObject([{ liked: false, words: 'Old.' }]);
    expect(await press({ verb: 'feedback.like', answerId: 'forged' })).toContain('Nothing was stored');
  });
});

describe('typed', () => {
  it('an opinion is of the latest answer', async () => {
    await ask(QUESTION);
    expect(textOf((await ask('not helpful: the hours are missing')).activity)).toContain(
      'Thanks for your feedback',
    );
    expect(await opinions()).toMatchObject([{ liked: false, words: 'the hours are missing' }]);
  });
});

describe('what was not answered', () => {
  it('is counted, and a report of a vulnerability is not', async () => {
    const count = async () =>
      (await storage.insightsStore.listUnanswered(storage.database.direct)).reduce(
        (sum, one) => sum + one.count,
        0,
      );
    const before = await count();
    await ask('What does Azure cost?');
    expect(await count()).toBe(before + 1);
    await ask('I found a SQL injection vulnerability in your product');
    expect(await count()).toBe(before + 1);
  });
});
