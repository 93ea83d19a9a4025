/**
 * Everything is in the database: a copy of it, as pg_dump and pg_restore make one, is all that a bot needs to go on. The
 * PostgreSQL of the tests comes without those two, so the server copies it here.
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { personal, says } from '../support/activities';
import { BotProcess } from '../support/bot-process';
import { makeTestDatabase, type TestDatabase } from '../support/database';
import { textOf } from '../support/fake-connector';
import { Journey, PDM_CHANNEL, people } from '../support/journey';
import { createPostgresDatabase, dropPostgresDatabase } from '../support/postgres';

const { maya } = people;
const COPY = 'restored_desk';

let made: TestDatabase;
let journey: Journey;
beforeAll(async () => {
  made = await makeTestDatabase('empty');
  journey = await Journey.start({ env: made.env });
  await journey.openQueues();
}, 90_000);
afterAll(async () => {
  await journey.connector.stop();
  journey.bot.removeData();
  await dropPostgresDatabase(process.env['TEST_POSTGRES_URL'] ?? '', COPY);
  await made.remove();
}, 60_000);

it('a bot continues from a copy of the database, with an empty data folder', async () => {
  await journey.request(maya, 'new request', { serviceId: 'proof-of-concept', customer: 'Fabrikam' });
  await journey.arrived(PDM_CHANNEL, 'POST', /PD-0001/);
  expect(await journey.bot.stop()).toBe(0);
  const source = new URL(made.env['DATABASE_URL'] ?? '').pathname.slice(1);
  const url = await createPostgresDatabase(process.env['TEST_POSTGRES_URL'] ?? '', COPY, source);

  const restored = await BotProcess.start({ PARTNER_DESK_LOCAL: '1', LOG_LEVEL: 'warn', DATABASE_URL: url });
  const from = journey.connector.calls.length;
  await restored.post(personal(journey.connector, maya, says('status PD-0001')));
  expect(
    journey.connector.calls
      .slice(from)
      .map(({ activity }) => textOf(activity))
      .join('\n'),
  ).toContain('Fabrikam');
  const cards = journey.connector.findInChannels('PD-0001').filter(({ method }) => method === 'POST');
  expect(cards).toHaveLength(1);
  expect(await restored.stop()).toBe(0);
  restored.removeData();
}, 90_000);
