/** The client of a model's endpoint, against a scripted one on loopback. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createTokenFinder } from '../../src/model/access-token';
import { createBudget } from '../../src/model/budget';
import { createChatClient, type ChatClientDependencies } from '../../src/model/chat-client';
import { createCircuitBreaker } from '../../src/model/circuit-breaker';
import { ScriptedModel } from '../support/scripted-model';

const QUESTION = { id: 'q1', system: 'Sort messages.', user: '{"message":"hi"}', schema: { type: 'object' } };
const REPLIED = { outcome: 'replied', content: '{"a":1}' };

let model: ScriptedModel;
let nowMs: number;
const clock = { nowMs: () => nowMs };
beforeEach(async () => {
  model = await ScriptedModel.start();
  nowMs = Date.UTC(2026, 10, 30);
});
afterEach(() => model.stop());

function open({
  auth = { kind: 'key', key: 'secret' },
  perMinute = 100,
  totalMs = 4_000,
  ...others
}: Partial<ChatClientDependencies['settings'] & { perMinute: number; totalMs: number }> &
  Partial<Pick<ChatClientDependencies, 'findToken'>> = {}) {
  return createChatClient({
    settings: { url: model.url, name: 'some-model', auth },
    budget: createBudget({ clock, perMinute, perDay: 1_000 }),
    breaker: createCircuitBreaker(clock),
    clock,
    findToken: others.findToken ?? (() => Promise.reject(new Error('no identity here'))),
    totalMs,
  });
}

describe('a call', () => {
  it('sends one chat completion with the schema and the key', async () => {
    model.answerInTurn({ says: { a: 1 } });
    expect(await open().ask(QUESTION)).toEqual(REPLIED);
    expect(model.asked).toMatchObject([
      {
        path: '/v1/chat/completions',
        headers: { authorization: 'Bearer secret' },
        body: {
          model: 'some-model',
          temperature: 0,
          messages: [
            { role: 'system', content: QUESTION.system },
            { role: 'user', content: QUESTION.user },
          ],
          response_format: { type: 'json_schema' },
        },
      },
    ]);
  });

  it('sends no key where there is none', async () => {
    model.answerInTurn({ says: { a: 1 } });
    await open({ auth: { kind: 'key', key: '' } }).ask(QUESTION);
    expect(model.asked[0]?.headers.authorization).toBeUndefined();
  });

  it('asks a server that knows no schema for a JSON object, from then on', async () => {
    model.script = ({ body }) =>
      body.response_format?.type === 'json_schema'
        ? { status: 400, text: '{"error":"response_format json_schema is not supported"}' }
        : { says: { a: 1 } };
    const client = open();
    expect(await client.ask(QUESTION)).toEqual(REPLIED);
    expect(await client.ask(QUESTION)).toEqual(REPLIED);
    expect(model.asked.map(({ body }) => body.response_format?.type)).toEqual([
      'json_schema',
      'json_object',
      'json_object',
    ]);
    expect(model.asked[1]?.body.messages[0]?.content).toContain('{"type":"object"}');
  });

  it('asks a server that knows no response format in words, with the next message', async () => {
    model.script = ({ body }) =>
      body.response_format === undefined
        ? { says: { a: 1 } }
        : { status: 400, text: '{"error":"response_format is not supported"}' };
    const client = open();
    expect(await client.ask(QUESTION)).toMatchObject({ outcome: 'failed', why: 'refused' });
    expect(client.state()).toBe('ok');
    expect(await client.ask(QUESTION)).toEqual(REPLIED);
    expect(model.asked).toHaveLength(3);
  });

  it('leaves out the temperature for a model that refuses it', async () => {
    model.script = ({ body }) =>
      body.temperature === undefined ? { says: { a: 1 } } : { status: 400, text: 'unsupported: temperature' };
    expect(await open().ask(QUESTION)).toEqual(REPLIED);
    expect(model.asked[1]?.body.response_format?.type).toBe('json_schema');
  });
});

describe('a fault', () => {
  it.each([
    ['a reset', 'reset' as const],
    ['a server error', { status: 500 }],
    ['too many requests for a second', { status: 429, headers: { 'retry-after': '1' } }],
  ])('of a moment, %s, is tried again once', async (_name, fault) => {
    model.answerInTurn(fault, { says: { a: 1 } });
    expect(await open().ask(QUESTION)).toEqual(REPLIED);
    expect(model.asked).toHaveLength(2);
  });

  it.each([
    ['resets', 'reset' as const, 'unreachable', 2],
    ['server errors', { status: 502 }, 'server-error', 2],
    ['a long Retry-After', { status: 429, headers: { 'retry-after': '60' } }, 'rate-limited', 1],
    ['a refused key', { status: 401 }, 'refused', 1],
    ['a missing model', { status: 404 }, 'refused', 1],
    ['a redirect', { status: 307, headers: { location: 'http://127.0.0.1:9/' } }, 'unreachable', 2],
    ['an empty reply', { raw: '{"choices":[{"message":{"content":null}}]}' }, 'no-content', 1],
    ['broken JSON', { raw: '{"choices":[' }, 'no-content', 1],
    ['a reply without an end', { raw: `{"choices":"${'x'.repeat(300_000)}"}` }, 'unreachable', 2],
  ])('%s ends without a reply', async (_name, fault, why, calls) => {
    model.answerInTurn(fault);
    expect(await open().ask(QUESTION)).toMatchObject({ outcome: 'failed', why });
    expect(model.asked).toHaveLength(calls);
  });

  it.each(['stall', 'stall-after-headers'] as const)('that never ends (%s) is given up', async (fault) => {
    model.answerInTurn(fault);
    expect(await open({ totalMs: 700 }).ask(QUESTION)).toMatchObject({ why: 'too-slow' });
    expect(model.asked).toHaveLength(1);
  });
});

describe('an endpoint that fails', () => {
  it('is left alone after three failures, then tried with one call', async () => {
    model.answerInTurn({ status: 500 });
    const client = open();
    for (let calls = 0; calls < 3; calls += 1) await client.ask(QUESTION);
    expect(client.state()).toBe('degraded');
    const before = model.asked.length;
    expect(await client.ask(QUESTION)).toMatchObject({ why: 'not-called' });
    expect(model.asked).toHaveLength(before);

    nowMs += 30_000;
    model.answerInTurn({ says: { a: 1 } });
    const both = await Promise.all([client.ask(QUESTION), client.ask(QUESTION)]);
    expect(both).toEqual([REPLIED, { outcome: 'failed', why: 'not-called', status: null }]);
    expect(client.state()).toBe('ok');
  });

  it('is left alone for longer after each failed try', async () => {
    model.answerInTurn({ status: 401 });
    const client = open();
    await client.ask(QUESTION);
    nowMs += 30_000;
    await client.ask(QUESTION);
    nowMs += 30_000;
    expect(await client.ask(QUESTION)).toMatchObject({ why: 'not-called' });
    nowMs += 30_000;
    expect(await client.ask(QUESTION)).toMatchObject({ why: 'refused', status: 401 });
  });

  it('is left alone for as long as it asks', async () => {
    model.answerInTurn({ status: 429, headers: { 'retry-after': '120' } });
    const client = open();
    await client.ask(QUESTION);
    nowMs += 119_000;
    expect(await client.ask(QUESTION)).toMatchObject({ why: 'not-called' });
    nowMs += 1_000;
    expect(await client.ask(QUESTION)).toMatchObject({ why: 'rate-limited' });
  });
});

describe('the budget', () => {
  it('is counted in calls, retries included, and comes back', async () => {
    model.answerInTurn({ status: 500 });
    const client = open({ perMinute: 3 });
    await client.ask(QUESTION);
    await client.ask(QUESTION);
    expect(await client.ask(QUESTION)).toMatchObject({ why: 'no-budget' });
    expect(model.asked).toHaveLength(3);
    nowMs += 60_000;
    await client.ask(QUESTION);
    expect(model.asked).toHaveLength(5);
  });

  it('ends for the day', () => {
    const budget = createBudget({ clock, perMinute: 10, perDay: 2 });
    expect([budget.take(), budget.take(), budget.take()]).toEqual([true, true, false]);
    nowMs += 60 * 60_000;
    expect(budget.take()).toBe(false);
    nowMs += 24 * 60 * 60_000;
    expect(budget.take()).toBe(true);
  });
});

describe('a managed identity', () => {
  const asked: { url: string; headers: Record<string, unknown> }[] = [];
  const service = createServer((request, response) => {
    asked.push({ url: request.url ?? '', headers: request.headers });
    const expires = Math.floor(nowMs / 1_000) + 3_600;
    response.end(
      JSON.stringify({ access_token: `token-${String(asked.length)}`, expires_on: String(expires) }),
    );
  });
  let url: string;
  beforeEach(async () => {
    asked.length = 0;
    await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${String((service.address() as AddressInfo).port)}/token`;
  });
  afterEach(() => new Promise((resolve) => service.close(resolve)));

  const find = (env: Record<string, string>, of = 'https://contoso.openai.azure.com/openai/v1') =>
    createTokenFinder({
      identity: { kind: 'managed-identity', clientId: 'an-id' },
      ...{ url: of, env, clock, metadataUrl: url },
    });

  it('gives the token of the metadata service, once until it expires', async () => {
    model.answerInTurn({ says: { a: 1 } });
    const client = open({ auth: { kind: 'managed-identity', clientId: 'an-id' }, findToken: find({}) });
    await client.ask(QUESTION);
    await client.ask(QUESTION);
    expect(model.asked.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer token-1',
      'Bearer token-1',
    ]);
    expect(asked).toMatchObject([{ headers: { metadata: 'true' } }]);
    expect(Object.fromEntries(new URL(asked[0]?.url ?? '', url).searchParams)).toEqual({
      'api-version': '2018-02-01',
      resource: 'https://cognitiveservices.azure.com',
      client_id: 'an-id',
    });
    nowMs += 3_600_000;
    await client.ask(QUESTION);
    expect(model.asked.at(-1)?.headers.authorization).toBe('Bearer token-2');
  });

  it('asks App Service’s own endpoint where there is one, for the cloud of the model', async () => {
    const findToken = find(
      { IDENTITY_ENDPOINT: url, IDENTITY_HEADER: 'a-header' },
      'https://contoso.openai.azure.us/openai/v1',
    );
    expect(await findToken(AbortSignal.timeout(5_000))).toBe('token-1');
    expect(asked).toMatchObject([{ headers: { 'x-identity-header': 'a-header' } }]);
    expect(asked[0]?.url).toContain(encodeURIComponent('https://cognitiveservices.azure.us'));
  });

  it('that is missing leaves the model uncalled', async () => {
    const client = open({ auth: { kind: 'managed-identity', clientId: null } });
    expect(await client.ask(QUESTION)).toMatchObject({ why: 'unreachable' });
    expect(model.asked).toHaveLength(0);
  });
});
