/** One person sends long messages within the rate limit; what others ask doesn't wait until all of them are answered. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { personal, says } from '../support/activities';
import type { BotProcess } from '../support/bot-process';
import { Journey, people } from '../support/journey';

const { maya, nils } = people;
const MANY = 8;

let journey: Journey<BotProcess>;
beforeAll(async () => {
  journey = await Journey.startProcesses({ env: { READY_REQUIRES: 'understanding' } });
  await journey.bot.waitUntil('/readyz');
}, 120_000);
afterAll(async () => {
  await journey.connector.stop();
  await journey.bot.stop();
  journey.bot.removeData();
});

/** Twenty thousand characters, each message of other words. */
const longMessage = (at: number): string =>
  `Message ${at}. ${`We moved shop ${at} last year. What do you say to that? Who looks after it? `.repeat(270)}`;

describe('while one person sends long messages', () => {
  it('somebody else isn’t answered last', async () => {
    const order: string[] = [];
    const say = async (who: typeof maya, text: string): Promise<void> => {
      await journey.bot.post(personal(journey.connector, who, says(text)));
      order.push(who.name);
    };
    const long = Array.from({ length: MANY }, (_, at) => say(maya, longMessage(at)));
    // A round trip later all of them have arrived.
    await journey.bot.get('/healthz');
    await say(nils, 'Which of you would look at a plan of ours for a new network?');
    // Four of them run at once, and the embedding worker takes turns between people: none has to end first.
    expect(order.indexOf(nils.name)).toBeLessThan(MANY / 2);
    await Promise.all(long);
  }, 60_000);
});
