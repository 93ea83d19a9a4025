/** Real tokens of a local issuer: what is let in, and what is turned away before any handler sees it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Activity } from 'botbuilder';
import { createAdapter, type DeskAdapter } from '../../src/teams/adapter';
import { encode, forgeToken, ISSUER, signToken, TokenIssuer } from '../support/token-issuer';

const APP_ID = '11111111-2222-4333-8444-555555555555';
const SERVICE_URL = 'https://smba.trafficmanager.net/emea/';

let issuer: TokenIssuer;
let adapter: DeskAdapter;
beforeAll(async () => {
  issuer = await TokenIssuer.start();
  const credentials = {
    appId: APP_ID,
    type: 'SingleTenant',
    tenantId: 'tenant',
    password: 'secret',
  } as const;
  adapter = createAdapter(credentials, issuer.endpoints);
});
afterAll(() => issuer.stop());

function claims(changes: Record<string, unknown> = {}): Record<string, unknown> {
  const now = Math.floor(Date.now() / 1000);
  return {
    iss: ISSUER,
    aud: APP_ID,
    iat: now,
    nbf: now - 10,
    exp: now + 3600,
    serviceurl: SERVICE_URL,
    ...changes,
  };
}

async function receive(authorization: string): Promise<{ status: number; handled: boolean }> {
  let handled = false;
  const activity = {
    type: 'message',
    id: '1',
    text: 'hello',
    channelId: 'msteams',
    serviceUrl: SERVICE_URL,
    from: { id: '29:maya' },
    recipient: { id: `28:${APP_ID}` },
    conversation: { id: 'a:chat' },
  } as unknown as Activity;
  const { status } = await adapter.receive(activity, authorization, () => {
    handled = true;
    return Promise.resolve();
  });
  return { status, handled };
}

describe('a request', () => {
  it('with a good token is handled', async () => {
    expect(await receive(`Bearer ${signToken(claims(), issuer.good)}`)).toEqual({
      status: 200,
      handled: true,
    });
  });

  const hour = 3600;
  const now = () => Math.floor(Date.now() / 1000);
  const cases: readonly (readonly [string, () => string])[] = [
    ['no token', () => ''],
    ['no bearer', () => 'Basic eDp5'],
    ['a token that is none', () => 'Bearer abc'],
    ['a forged signature', () => `Bearer ${signToken(claims(), issuer.forger)}`],
    ['an unknown key', () => `Bearer ${signToken(claims(), issuer.unknown)}`],
    ['a key that is not endorsed for Teams', () => `Bearer ${signToken(claims(), issuer.notEndorsed)}`],
    [
      'an expired token',
      () => `Bearer ${signToken(claims({ exp: now() - hour, nbf: now() - 2 * hour }), issuer.good)}`,
    ],
    ['a token of the future', () => `Bearer ${signToken(claims({ nbf: now() + hour }), issuer.good)}`],
    ['another audience', () => `Bearer ${signToken(claims({ aud: 'other' }), issuer.good)}`],
    ['another issuer', () => `Bearer ${signToken(claims({ iss: 'https://evil.test' }), issuer.good)}`],
    [
      'another service URL',
      () => `Bearer ${signToken(claims({ serviceurl: 'https://evil.test/' }), issuer.good)}`,
    ],
    ['the algorithm "none"', () => `Bearer ${forgeToken(claims(), 'none', issuer.good)}`],
    ['HS256 with the public key', () => `Bearer ${forgeToken(claims(), 'HS256', issuer.good)}`],
    [
      'a payload that was changed after signing',
      () => {
        const [header = '', , signature = ''] = signToken(claims(), issuer.good).split('.');
        return `Bearer ${header}.${encode(claims({ aud: APP_ID, name: 'changed' }))}.${signature}`;
      },
    ],
  ];
  it.each(cases)('with %s is turned away before any handler', async (_name, authorization) => {
    expect(await receive(authorization())).toEqual({ status: 401, handled: false });
  });
});
