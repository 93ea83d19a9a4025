/** Real tokens of a local issuer: what is let in, and what is turned away before any handler sees it. */
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Activity } from 'botbuilder';
import { systemClock } from '../../src/shared/clock';
import { createLog } from '../../src/shared/log';
import { createAdapter, type DeskAdapter } from '../../src/teams/outbound/adapter';
import { receiveAt } from '../support/adapter';
import { claimsFor, listBadTokens, signToken, TokenIssuer } from '../support/token-issuer';

const APP_ID = '11111111-2222-4333-8444-555555555555';
const SERVICE_URL = 'https://smba.trafficmanager.net/emea/';

let issuer: TokenIssuer;
let adapter: DeskAdapter;
const lines: string[] = [];
beforeAll(async () => {
  // The SDK prints each; the process that is run for real has its console taken away (quiet-libraries.ts).
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  issuer = await TokenIssuer.start();
  adapter = createAdapter({
    credentials: { appId: APP_ID, type: 'SingleTenant', tenantId: 'tenant', password: 'secret' },
    cloud: issuer.endpoints,
    clock: systemClock,
    log: createLog('info', { write: (line) => lines.push(line) }),
  });
});
afterEach(() => {
  lines.length = 0;
});
afterAll(() => issuer.stop());

async function receive(
  authorization: string,
  channelId = 'msteams',
): Promise<{ status: number; handled: boolean }> {
  let handled = false;
  const activity = {
    type: 'message',
    id: '1',
    text: 'hello',
    channelId,
    serviceUrl: SERVICE_URL,
    from: { id: '29:maya' },
    recipient: { id: `28:${APP_ID}` },
    conversation: { id: 'a:chat' },
  } as unknown as Activity;
  const { status } = await receiveAt(adapter, activity, authorization, () => {
    handled = true;
    return Promise.resolve();
  });
  return { status, handled };
}

const good = () => `Bearer ${signToken(claimsFor(APP_ID, SERVICE_URL), issuer.good)}`;

describe('a request', () => {
  it('with a good token is handled', async () => {
    expect(await receive(good())).toEqual({ status: 200, handled: true });
  });

  it('without a token, or with any bad one, is turned away before any handler', async () => {
    for (const [what, authorization] of [
      ['no token', ''] as const,
      ...listBadTokens(issuer, APP_ID, SERVICE_URL),
    ])
      expect({ what, ...(await receive(authorization)) }).toEqual({ what, status: 401, handled: false });
  });

  it('for a channel that its key is not endorsed for is turned away', async () => {
    for (const channelId of ['webchat', 'emulator', 'AseChannel'])
      expect(await receive(good(), channelId)).toEqual({ status: 401, handled: false });
  });

  it('that was turned away leaves one line that names the fault, and none of the token’s words', async () => {
    const evil = signToken(claimsFor(`${APP_ID}\nSECRET`, SERVICE_URL), issuer.good);
    await receive(`Bearer ${evil}`);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({ level: 30, why: 'audience' });
    expect(lines[0]).not.toContain('SECRET');
  });
});
