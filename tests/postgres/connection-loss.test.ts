/** PostgreSQL goes away and comes back, under the real process and under one connection. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseDatabaseConfig } from '../../src/config';
import { takeNumber } from '../../src/db/counters';
import { openDatabase } from '../../src/db/database';
import type { BotProcess } from '../support/bot-process';
import { makeTestDatabase, type TestDatabase } from '../support/database';
import { textOf } from '../support/fake-connector';
import { Journey, PDM_CHANNEL, people } from '../support/journey';
import { PostgresServer } from '../support/postgres';

const { maya, priya } = people;

describe('the bot', () => {
  let server: PostgresServer;
  let journey: Journey<BotProcess>;
  beforeAll(async () => {
    server = await PostgresServer.start();
    journey = await Journey.startProcesses({ env: { DATABASE_URL: server.url } });
    await journey.openQueues();
    await journey.say(priya, 'hello');
  }, 120_000);
  afterAll(async () => {
    await journey.bot.stop();
    journey.bot.removeData();
    await journey.connector.stop();
    await server.end();
    expect(journey.bot.log).not.toMatch(/unhandled|uncaught/i);
    expect(journey.bot.log).not.toContain(new URL(server.url).password);
  }, 60_000);

  const readiness = async () => {
    const { status, body } = await journey.bot.get('/readyz');
    return { status, database: (body as { checks: { database: string } }).checks.database };
  };
  const posted = (number: string) =>
    journey.connector.calls.filter(
      ({ method, conversationId, activity }) =>
        method === 'POST' && conversationId === PDM_CHANNEL.id && textOf(activity).includes(number),
    );

  it('says which part is not ready, answers questions, and takes the same form once when it is back', async () => {
    expect(await readiness()).toEqual({ status: 200, database: 'ok' });
    const form = await journey.openForm(maya, 'new request');
    const sent = { ...form.data, serviceId: 'proof-of-concept', customer: 'Fabrikam' };

    await server.stop();
    expect(await readiness()).toEqual({ status: 503, database: 'failed' });
    expect((await journey.bot.get('/healthz')).status).toBe(200);
    expect(await journey.say(maya, 'Does the architecture desk do break-fix?')).toMatch(
      /doesn't do break-fix/,
    );
    const [refused] = await journey.press(maya, form.card, sent);
    expect(textOf(refused?.activity ?? {})).toContain('I can’t reach my database right now.');
    expect(await journey.say(maya, 'my requests')).toContain('I can’t reach my database right now.');

    for (const message of ['the database failed, so the turn continues without it', 'a turn failed'])
      expect(journey.bot.log).toMatch(new RegExp(`"activityId":"in-\\d+".*"${message}`));

    await server.start();
    await journey.bot.waitUntil('/readyz');
    expect(await readiness()).toEqual({ status: 200, database: 'ok' });
    for (let twice = 0; twice < 2; twice += 1) {
      const [confirmed] = await journey.press(maya, form.card, sent);
      expect(textOf(confirmed?.activity ?? {})).toContain('PD-0001');
    }
    await journey.arrived(PDM_CHANNEL, 'POST', /PD-0001/);
    expect(posted('PD-0001')).toHaveLength(1);
  });

  it('delivers what was on its way, once', async () => {
    const form = await journey.openForm(maya, 'new request');
    const sent = { ...form.data, serviceId: 'rfp-rfi-advice', customer: 'Fabrikam' };
    // Teams turns away the reply, its second form and the handoff card, in whichever order they come.
    const later = { status: 429, headers: { 'retry-after': '1' } };
    journey.connector.failNext(later, later, later);
    await journey.press(maya, form.card, sent);
    const turnedAway = await journey.arrived(PDM_CHANNEL, 'POST', /PD-0002/);
    expect(turnedAway.activityId).toBe('');
    await server.stop();
    await server.start();
    await journey.connector.waitFor((call) => posted('PD-0002').includes(call) && call.activityId !== '');
    await journey.bot.waitUntil('/readyz');
    await journey.claim(priya, 'PD-0002');
    expect(posted('PD-0002').filter(({ activityId }) => activityId !== '')).toHaveLength(1);
  });
});

describe('a connection', () => {
  let made: TestDatabase;
  beforeAll(async () => {
    made = await makeTestDatabase();
  });
  afterAll(() => made.remove());

  function urlWith(parameters: string): string {
    return `${made.env['DATABASE_URL'] ?? ''}?${parameters}`;
  }

  it('gives up a transaction that waits for one that stands still, and can be used again', async () => {
    const [stuck, waiting] = await Promise.all([
      openDatabase(made.options),
      openDatabase({ url: urlWith('lock_timeout=100'), poolSize: 1 }),
    ]);
    let end: () => void = () => undefined;
    let begin: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const standing = stuck.transaction(
      () =>
        new Promise<void>((resolve) => {
          end = resolve;
          begin();
        }),
    );
    await begun;
    const take = () => waiting.transaction((executor) => takeNumber(executor, 'request'));
    await expect(take()).rejects.toMatchObject({ code: 'too-busy' });
    end();
    await standing;
    expect(await take()).toBe(1);
    await Promise.all([stuck.close(), waiting.close()]);
  });

  it.each([
    ['a wrong password', (url: URL) => (url.password = 'wrong-secret'), /password authentication failed/],
    ['a database that is not there', (url: URL) => (url.pathname = '/nowhere'), /does not exist/],
    ['a server that is not there', (url: URL) => (url.port = '1'), /ECONNREFUSED/],
    ['TLS where the server has none', (url: URL) => (url.search = '?sslmode=verify-full'), /SSL/],
  ])('to %s fails with the reason, without the secret', async (_, change, reason) => {
    const url = new URL(made.env['DATABASE_URL'] ?? '');
    change(url);
    const error = (await openDatabase({ url: url.href }).catch((failure: unknown) => failure)) as Error;
    expect(error).toMatchObject({
      code: 'database-unavailable',
      message: expect.stringMatching(reason) as unknown,
    });
    expect(JSON.stringify([error.message, error.stack, error.cause])).not.toContain(url.password);
  });

  it('by something that is no URL of PostgreSQL is refused by the name of the variable alone', () => {
    const parse = () => parseDatabaseConfig('/', { DATABASE_URL: 'mysql://desk:top-secret@host/db' });
    expect(parse).toThrow(/DATABASE_URL must be postgres:/);
    expect(parse).not.toThrow(/top-secret/);
  });
});
