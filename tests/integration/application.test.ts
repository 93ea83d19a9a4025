/** The application of teams-ai over the whole desk, without HTTP: what each kind of activity gets. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TestAdapter, type Activity } from 'botbuilder';
import { composeDesk, type Composition } from '../../src/compose';
import { parseConfig } from '../../src/config';
import { createLog } from '../../src/shared/log';
import { findProjectRoot } from '../../src/shared/project-root';
import { createApplication } from '../../src/teams/inbound/application';
import { createLocalAdapter, createLocalCourier } from '../support/adapter';
import { lendEmbedder } from '../support/shared';

const root = findProjectRoot();

const dataDir = mkdtempSync(path.join(tmpdir(), 'partner-desk-'));
const log = createLog('silent');
let composition: Composition;
let teams: TestAdapter;

beforeAll(async () => {
  const config = parseConfig(root, { PARTNER_DESK_LOCAL: '1', DATA_DIR: dataDir });
  const adapter = createLocalAdapter();
  composition = await composeDesk({
    config,
    log,
    courier: createLocalCourier(adapter),
    embedder: lendEmbedder(),
  });
  const application = createApplication(adapter, composition.desk, log, config);
  teams = new TestAdapter(
    async (context) => {
      await application.run(context);
    },
    {
      channelId: 'msteams',
      conversation: { id: 'a:chat', conversationType: 'personal', isGroup: false, name: '' },
    },
  );
});
afterAll(async () => {
  await composition.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function send(activity: Partial<Activity>): Promise<string[]> {
  teams.activeQueue.length = 0;
  await teams.receiveActivity(activity);
  return teams.activeQueue
    .filter(({ type }) => type === 'message')
    .map(({ text, summary }) => [summary, text].filter(Boolean).join(' '));
}

describe('the application', () => {
  it('answers a question with one card whose toast is the answer', async () => {
    const [answer, ...rest] = await send({
      type: 'message',
      text: 'Does the Architecture Desk do break-fix?',
    });
    expect(answer).toMatch(/doesn't do break-fix/);
    expect(rest).toEqual([]);
  });

  it.each(['hello', 'HELLO', 'Hi', 'help', 'HELP', 'Help!'])(
    'knows "%s" in any letter case',
    async (text) => {
      expect(await send({ type: 'message', text })).toEqual([
        expect.stringMatching(/ask a question, check what’s in scope|What Partner Desk can do/),
      ]);
    },
  );

  it('answers a message without text, and a press that means nothing to it', async () => {
    expect(await send({ type: 'message', text: '' })).toHaveLength(1);
    expect(await send({ type: 'message', value: { verb: 'no.such' } })).toEqual([
      expect.stringContaining('Nothing was changed'),
    ]);
  });

  it('says hello once', async () => {
    const added = { type: 'conversationUpdate', membersAdded: [{ id: 'bot', name: 'Bot' }] };
    expect(await send(added)).toHaveLength(1);
    expect(await send(added)).toEqual([]);
  });

  it('leaves alone what it has no answer to', async () => {
    expect(await send({ type: 'messageReaction' })).toEqual([]);
    expect(await send({ type: 'conversationUpdate', membersRemoved: [{ id: 'x', name: '' }] })).toEqual([]);
  });
});
