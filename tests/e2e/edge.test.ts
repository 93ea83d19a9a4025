/** The real process and what may be thrown at its endpoint. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { findProjectRoot } from '../../src/shared/project-root';
import { chatOf, inChannel, mentions, personal, presses, says, type Someone } from '../support/activities';
import { BotProcess } from '../support/bot-process';
import { FakeConnector, textOf } from '../support/fake-connector';

const stranger: Someone = {
  id: '29:stranger',
  name: 'Sam Stranger',
  mail: 'sam@unknown.example',
  aadObjectId: '90000000-0000-4000-8000-000000000001',
  tenantId: '90000000-0000-4000-8000-000000000000',
};

let connector: FakeConnector;
let bot: BotProcess;
beforeAll(async () => {
  connector = await FakeConnector.start();
  bot = await BotProcess.start({ PARTNER_DESK_LOCAL: '1', LOG_LEVEL: 'warn' });
}, 60_000);
afterAll(async () => {
  await connector.stop();
  await bot.stop();
  bot.removeData();
});

async function reply(activity: Record<string, unknown>): Promise<string> {
  const from = connector.calls.length;
  expect(await bot.post(activity)).toMatchObject({ status: 200 });
  const calls = connector.calls.slice(from).filter(({ activity: sent }) => sent['type'] === 'message');
  expect(calls.length).toBeGreaterThan(0);
  return calls.map(({ activity: sent }) => textOf(sent)).join('\n');
}

describe('bad input', () => {
  it.each([
    ['malformed JSON', '{"type":'],
    ['a list', '[]'],
    ['a string', '"hello"'],
    ['nothing', ''],
    ['an object without a type', '{}'],
  ])('%s is a 400', async (_name, body) => {
    expect((await bot.post(body)).status).toBe(400);
  });

  it.each([
    ['from', { from: undefined }],
    ['from.id', { from: { name: 'x' } }],
    ['conversation', { conversation: undefined }],
    ['serviceUrl', { serviceUrl: 'not a url' }],
    ['text', { text: { $ne: 1 } }],
    ['conversation.id', { conversation: { id: 'half \uD83D' } }],
    ['conversation.id', { conversation: { id: '..' } }],
    ['conversation.id', { conversation: { id: 'a:chat/../../v3/attachments' } }],
    ['conversation.isGroup', { conversation: { id: 'a:chat', isGroup: 'yes' } }],
    ['from.role', { from: { id: '29:a', role: {} } }],
    ['replyToId', { replyToId: 'half \uD83D' }],
    ['from.id', { from: { id: 'a\0b' } }],
    ['the name of an invoke', { type: 'invoke', name: undefined }],
    ['the value of a feedback', { type: 'invoke', name: 'message/submitAction' }],
  ])('a bad or missing %s is a 400 that names the field', async (_name, fields) => {
    const answer = await bot.post(personal(connector, stranger, { ...says('hello'), ...fields }));
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ fields: [expect.any(String)] });
  });

  it('a body full of faults gets a short answer', async () => {
    const list = Array.from({ length: 50_000 }, () => 1);
    const fields = { reactionsAdded: list, entities: list, attachments: list, membersAdded: list, from: {} };
    const answer = await bot.post(personal(connector, stranger, { ...says('hello'), ...fields }));
    expect(answer.status).toBe(400);
    expect(answer.body.length).toBeLessThan(500);
  });

  it('a form body is a 400, and a body over half a megabyte a 413', async () => {
    const form = await fetch(`${bot.url}/api/messages`, {
      method: 'POST',
      body: new URLSearchParams({ a: 'b' }),
    });
    expect(form.status).toBe(400);
    expect((await bot.post(personal(connector, stranger, says('x'.repeat(600_000))))).status).toBe(413);
  });

  it('a packed body is a 415: nothing is unpacked, and what is no gzip is answered too', async () => {
    const hello = JSON.stringify(personal(connector, stranger, says('hello')));
    for (const body of [gzipSync(hello), Buffer.from('no gzip at all')]) {
      const packed = await fetch(`${bot.url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
        body,
      });
      expect(packed.status).toBe(415);
    }
  });

  it('a file is a 400, and is not written anywhere', async () => {
    const before = readdirSync(tmpdir());
    const form = new FormData();
    form.set('file', new Blob(['x'.repeat(1000)]), 'evil.txt');
    expect((await fetch(`${bot.url}/api/messages`, { method: 'POST', body: form })).status).toBe(400);
    expect(readdirSync(tmpdir()).filter((name) => /^[0-9a-z]{20,}$/.test(name))).toEqual(
      before.filter((name) => /^[0-9a-z]{20,}$/.test(name)),
    );
  });

  it('a body of unknown length is a 413 as soon as it is too long', async () => {
    const endless = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let sent = 0; sent < 10; sent += 1) controller.enqueue(new Uint8Array(100_000).fill(120));
        controller.close();
      },
    });
    const request = { method: 'POST', body: endless, duplex: 'half' };
    expect((await fetch(`${bot.url}/api/messages`, request as RequestInit)).status).toBe(413);
  });

  it.each([
    ['lists', 200_000, '[', ']'],
    ['objects', 65, '{"a":', '}'],
  ])('JSON of nested %s is a 400', async (_name, depth, open, close) => {
    const deep = `${open.repeat(depth)}1${close.repeat(depth)}`;
    const hello = JSON.stringify(personal(connector, stranger, says('hello')));
    const answer = await bot.post(hello.replace('"type"', `"value":${deep},"type"`));
    expect(answer).toMatchObject({ status: 400, body: expect.stringContaining('too deep') });
  });

  it('a GET is a 405 and an unknown path a 404', async () => {
    expect((await fetch(`${bot.url}/api/messages`)).status).toBe(405);
    expect((await fetch(`${bot.url}/api/nothing`)).status).toBe(404);
  });

  it('an unknown invoke is a 404, an unknown activity is taken and left alone', async () => {
    expect(
      (await bot.post(personal(connector, stranger, { type: 'invoke', name: 'x/y', value: {} }))).status,
    ).toBe(404);
    expect((await bot.post(personal(connector, stranger, { type: 'messageReaction' }))).status).toBe(200);
  });

  it.each([
    ['nothing', ''],
    ['blanks', '   \n '],
    ['emoji', '👍🎉'],
    ['100 kB', 'word '.repeat(20_000)],
    ['pasted HTML', '<div><script>alert(1)</script><b>Hello</b> &lt;img src=x onerror=alert(1)&gt;</div>'],
    ['a template', '{{7*7}} ${7*7} <%= 7*7 %>'],
  ])('%s gets a kind reply', async (_name, text) => {
    expect(await reply(personal(connector, stranger, says(text)))).not.toContain('<script>');
  });

  it.each([
    ['an unknown button', { verb: 'no.such' }],
    ['no verb', {}],
    ['a forged number', { verb: 'handoff.claim', number: { $gt: '' } }],
    ['a prototype', { verb: '__proto__' }],
    ['a claim of nothing', { verb: 'handoff.claim', number: 'PD-999999' }],
  ])('%s gets a kind reply', async (_name, data) => {
    expect(await reply(personal(connector, stranger, presses(data, 'act-0')))).not.toBe('');
  });

  it('a mention without a text, and a press that carries one, get a kind reply', async () => {
    const { entities } = mentions('');
    expect(await reply(personal(connector, stranger, { type: 'message', entities }))).not.toBe('');
    const press = presses({ verb: 'no.such' }, 'act-0');
    expect(await reply(personal(connector, stranger, { ...press, entities }))).not.toBe('');
  });

  it('answers a repeated activity once', async () => {
    const activity = personal(connector, stranger, says('hello'));
    await reply(activity);
    const before = connector.calls.length;
    expect((await bot.post(activity)).status).toBe(200);
    expect(connector.calls.length).toBe(before);
  });

  it('gives a repeated invoke the same answer again', async () => {
    const invoke = personal(connector, stranger, { type: 'invoke', name: 'x/y', value: {} });
    expect((await bot.post(invoke)).status).toBe(404);
    expect((await bot.post(invoke)).status).toBe(404);
  });

  it('has left nothing unhandled behind', async () => {
    expect(bot.log).not.toMatch(/unhandled|"level":60/i);
    expect((await bot.get('/healthz')).status).toBe(200);
  });
});

describe('where it may be reached', () => {
  it('trusts only this machine’s service URLs in local mode', async () => {
    const elsewhere = { ...says('hello'), serviceUrl: 'https://smba.trafficmanager.net/emea/' };
    expect((await bot.post(personal(connector, stranger, elsewhere))).status).toBe(403);
  });

  it('listens on this machine alone in local mode', async () => {
    const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
    const outside = addresses.filter(({ internal, family }) => !internal && family === 'IPv4');
    const port = new URL(bot.url).port;
    for (const { address } of outside) {
      await expect(fetch(`http://${address}:${port}/healthz`)).rejects.toThrow();
    }
    expect((await bot.get('/healthz')).status).toBe(200);
  });

  it('understands by meaning at once on an empty data folder', async () => {
    const fresh = await BotProcess.start({ PARTNER_DESK_LOCAL: '1', LOG_LEVEL: 'silent' });
    try {
      const { status, body } = await fresh.get('/readyz');
      expect(status).toBe(200);
      expect(body).toEqual({
        ready: true,
        checks: { database: 'ok', outbox: 'ok', understanding: 'ok' },
      });
      const question = personal(connector, stranger, says('Does the architecture desk do break-fix?'));
      const from = connector.calls.length;
      expect((await fresh.post(question)).status).toBe(200);
      const said = connector.calls.slice(from).map(({ activity }) => textOf(activity));
      expect(said.join('\n')).toMatch(/Architecture Desk doesn't do break-fix/);
    } finally {
      await fresh.stop('SIGKILL');
      fresh.removeData();
    }
  }, 30_000);

  it('answers in a channel with one compact card, in the thread', async () => {
    const channel = { id: '19:general@thread.tacv2', name: 'General' };
    const from = connector.calls.length;
    const question = inChannel(connector, stranger, channel, mentions('What is the Architecture Desk?'));
    expect((await bot.post(question)).status).toBe(200);
    const posts = connector.calls.slice(from).filter(({ activity }) => activity['type'] === 'message');
    expect(posts).toHaveLength(1);
    expect(posts[0]?.conversationId).toBe(`${channel.id};messageid=1700000000000`);
    expect(textOf(posts[0]?.activity ?? {})).toContain('Continue in 1:1');
  });

  it('says hello once, however often Teams says that it was installed', async () => {
    const installed = { type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }, { id: stranger.id }] };
    const greetings = async () => {
      const from = connector.calls.length;
      await bot.post(personal(connector, stranger, installed));
      return connector.calls.slice(from).filter(({ conversationId }) => conversationId === chatOf(stranger))
        .length;
    };
    expect(await greetings()).toBe(1);
    expect(await greetings()).toBe(0);
  });
});

describe('a start that cannot work', () => {
  const start = (env: Record<string, string>) =>
    spawnSync(process.execPath, [path.join(findProjectRoot(), 'dist/src/index.js')], {
      env: { PATH: process.env['PATH'] ?? '', DATA_DIR: bot.dataDir, PORT: '0', ...env },
      encoding: 'utf8',
      timeout: 20_000,
    });

  it('names the credentials that are missing', () => {
    const { status, stderr } = start({});
    expect(status).toBe(1);
    expect(stderr).toMatch(/BOT_ID[\s\S]*BOT_TENANT_ID[\s\S]*BOT_PASSWORD/);
    expect(stderr).not.toContain('at Object.');
  });

  it('names the variable whose value is wrong', () => {
    const { status, stderr } = start({ PARTNER_DESK_LOCAL: '1', LOG_LEVEL: 'loud', PORT: 'x' });
    expect(status).toBe(1);
    expect(stderr).toMatch(/PORT/);
    expect(stderr).toMatch(/LOG_LEVEL/);
  });

  it('refuses the sample organisation outside local mode', () => {
    const { status, stderr } = start({ BOT_ID: 'a', BOT_TENANT_ID: 'b', BOT_PASSWORD: 'c' });
    expect(status).toBe(1);
    expect(stderr).toMatch(/directory/i);
  });
});
