/** The real process with authentication on: who gets in, what is printed of who does not, and whose token goes out. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { personal, says, type Someone } from '../support/activities';
import { APP_ID, HOME, IdentityEndpoint, startAuthenticatedBot } from '../support/authenticated-bot';
import type { BotProcess } from '../support/bot-process';
import { FakeConnector, textOf } from '../support/fake-connector';
import { LoginService } from '../support/login-service';
import { claimsFor, listBadTokens, makeKey, signToken, TokenIssuer, type Key } from '../support/token-issuer';

const priya: Someone = {
  id: '29:priya',
  name: 'Priya Nair',
  mail: 'priya.nair@contoso.com',
  aadObjectId: '30000000-0000-4000-8000-000000000003',
  tenantId: HOME,
};
const SECRET = 'Zebrafish Holdings';

let issuer: TokenIssuer;
let identity: IdentityEndpoint;
let connector: FakeConnector;
let bot: BotProcess;
beforeAll(async () => {
  [issuer, identity, connector] = await Promise.all([
    TokenIssuer.start(),
    IdentityEndpoint.start(),
    FakeConnector.start(),
  ]);
  bot = await startAuthenticatedBot(issuer, identity);
}, 60_000);
afterAll(async () => {
  await bot.stop();
  bot.removeData();
  await Promise.all([issuer.stop(), identity.stop(), connector.stop()]);
});

function ask(text: string, fields: Record<string, unknown> = {}): Record<string, unknown> {
  return { ...personal(connector, priya, says(text)), recipient: { id: `28:${APP_ID}` }, ...fields };
}

function bearer(key: Key, serviceUrl = connector.serviceUrl): Record<string, string> {
  return { authorization: `Bearer ${signToken(claimsFor(APP_ID, serviceUrl), key)}` };
}

describe('a message of Teams', () => {
  it('is answered, with a token of the managed identity that is fetched once', async () => {
    expect(await bot.post(ask('hello'), bearer(issuer.good))).toMatchObject({ status: 200 });
    expect(await bot.post(ask('help'), bearer(issuer.good))).toMatchObject({ status: 200 });
    const said = connector.calls.map(({ activity }) => textOf(activity));
    expect(said.join('\n')).toContain('Priya');
    expect(new Set(connector.tokens)).toEqual(new Set([`Bearer ${identity.token}`]));
    expect(identity.asked).toHaveLength(1);
    const [{ url, secret }] = identity.asked as [(typeof identity.asked)[number]];
    expect(url.searchParams.get('client_id')).toBe(APP_ID);
    expect(url.searchParams.get('resource')).toBe('https://api.botframework.com');
    expect(secret).toBe(identity.secret);
  });
});

describe('a bot of a single tenant', () => {
  const single = { BOT_TYPE: 'SingleTenant', IDENTITY_ENDPOINT: '', IDENTITY_HEADER: '' };

  it('answers with a token for its client secret, which its own tenant gives once', async () => {
    const login = await LoginService.start('a client secret');
    const other = await startAuthenticatedBot(issuer, identity, {
      ...single,
      ...login.env,
      BOT_PASSWORD: 'a client secret',
    });
    try {
      const before = connector.tokens.length;
      for (const text of ['hello', 'help'])
        expect(await other.post(ask(text), bearer(issuer.good))).toMatchObject({ status: 200 });
      expect(new Set(connector.tokens.slice(before))).toEqual(new Set([`Bearer ${login.token}`]));
      expect(login.asked.map(({ tenant }) => tenant)).toEqual([HOME]);
      const { form } = login.asked[0]!;
      expect(Object.fromEntries(form)).toMatchObject({
        client_id: APP_ID,
        grant_type: 'client_credentials',
        scope: 'https://api.botframework.com/.default',
      });
    } finally {
      await other.stop();
      other.removeData();
      await login.stop();
    }
  }, 60_000);

  it('whose secret is wrong says so in its log, without the secret', async () => {
    const login = await LoginService.start('another');
    const other = await startAuthenticatedBot(issuer, identity, {
      ...single,
      ...login.env,
      BOT_PASSWORD: 'Zebrafish-secret',
    });
    try {
      const before = connector.calls.length;
      await other.post(ask('hello'), bearer(issuer.good));
      expect(connector.calls).toHaveLength(before);
      await other.untilLogged('"code":"invalid_client"');
      expect(other.log).not.toContain('Zebrafish');
    } finally {
      await other.stop();
      other.removeData();
      await login.stop();
    }
  }, 60_000);
});

describe('what is not of Teams', () => {
  it('gets 401, reaches nobody, and leaves no stack, no key and none of its words', async () => {
    const before = { calls: connector.calls.length, log: bot.log.length };
    const statuses = [await bot.post(ask(SECRET))];
    for (const [, authorization] of listBadTokens(issuer, APP_ID, connector.serviceUrl))
      statuses.push(await bot.post(ask(SECRET), { authorization }));
    expect(statuses.map(({ status }) => status)).toEqual(statuses.map(() => 401));
    expect(connector.calls).toHaveLength(before.calls);
    const printed = bot.log.slice(before.log);
    for (const line of printed.trim().split('\n')) expect(JSON.parse(line)).toEqual(expect.anything());
    expect(printed).not.toMatch(/\bat .*:\d+:\d+|BEGIN PUBLIC KEY|Zebrafish|eyJ/);
    expect(printed).toContain('a library wrote to the console');
    expect(new Set(printed.match(/"why":"[^"]+"/g))).toEqual(
      new Set(
        ['expired', 'service URL', 'audience', 'endorsement', 'key', 'issuer', 'invalid token'].map(
          (why) => `"why":"${why}"`,
        ),
      ),
    );
  });

  it('gets 401 before the rest of its body is checked, and one short line', async () => {
    const bad = ask('x', { reactionsAdded: Array.from({ length: 200_000 }, () => 1), from: 1 });
    const answer = await bot.post(bad, { authorization: 'Bearer nonsense' });
    expect(answer).toEqual({ status: 401, body: JSON.stringify({ error: 'Unauthorized' }) });
  });

  it('is of a service that is not trusted, or of another channel: 403, whatever its token', async () => {
    const serviceUrl = 'https://smba.trafficmanager.net.evil.example/';
    expect(await bot.post(ask('x', { serviceUrl }), bearer(issuer.good, serviceUrl))).toMatchObject({
      status: 403,
    });
    for (const channelId of [' ', 'emulator', 'AseChannel', 'webchat'])
      expect(await bot.post(ask('x', { channelId }), bearer(issuer.good))).toMatchObject({ status: 403 });
  });
});

describe('an issuer that cannot be reached', () => {
  it('while its keys are known changes nothing', async () => {
    issuer.state = 'down';
    expect(await bot.post(ask('hello'), bearer(issuer.good))).toMatchObject({ status: 200 });
    issuer.state = 'up';
  });

  it('at the start is a 503, with a line that says what to check, and is not asked for each message', async () => {
    issuer.state = 'down';
    const other = await startAuthenticatedBot(issuer, identity);
    try {
      for (let time = 0; time < 3; time += 1)
        expect(await other.post(ask('hello'), bearer(issuer.good))).toMatchObject({ status: 503 });
      const warnings = other.log.split('\n').filter((line) => line.includes('couldn’t be fetched'));
      expect(warnings).toHaveLength(1);
      expect(JSON.parse(warnings[0]!)).toMatchObject({
        level: 50,
        issuerHost: new URL(issuer.url).host,
        msg: expect.stringMatching(/check that this machine reaches .*DNS, firewall, proxy/),
      });
      expect(other.log).not.toMatch(/\bat .*node_modules/);
    } finally {
      issuer.state = 'up';
      await other.stop();
      other.removeData();
    }
  }, 60_000);

  it('is asked for a new key as soon as one is needed', async () => {
    const next = makeKey('next', ['msteams']);
    const other = await startAuthenticatedBot(issuer, identity);
    try {
      issuer.published = [next];
      expect(await other.post(ask('hello'), bearer(next))).toMatchObject({ status: 200 });
      expect(await other.post(ask('hello'), bearer(issuer.good))).toMatchObject({ status: 401 });
    } finally {
      await other.stop();
      other.removeData();
    }
  }, 60_000);
});
