/** A stop of the real process: it is announced, what is under way ends, and nothing is done twice afterwards. */
import { Agent, request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chatOf, personal, says } from '../support/activities';
import { BotProcess } from '../support/bot-process';
import { Journey, PDM_CHANNEL, people } from '../support/journey';

const { maya } = people;
let journey: Journey<BotProcess>;
beforeEach(async () => {
  journey = await Journey.startProcesses({ env: { DRAIN_SECONDS: '1' } });
}, 60_000);
afterEach(async () => {
  await journey.connector.stop();
  await journey.bot.stop('SIGKILL');
  journey.bot.removeData();
});

describe('a stop', () => {
  it('says so to load balancers first, ends the turn under way, answers those that still come, and exits 0', async () => {
    const chat = journey.connector.hold(chatOf(maya));
    const turn = journey.bot.post(personal(journey.connector, maya, says('What is the Architecture Desk?')));
    await chat.arrived;
    const exit = journey.bot.stop();
    await until(async () => (await journey.bot.get('/readyz')).status === 503);
    expect((await journey.bot.get('/readyz')).body).toEqual({
      ready: false,
      checks: { process: 'stopping' },
    });
    expect((await journey.bot.get('/healthz')).status).toBe(200);
    chat.release();
    expect(await turn).toMatchObject({ status: 200 });
    expect(await journey.say(maya, 'thanks')).not.toBe('');
    expect(await exit).toBe(0);
  }, 60_000);

  it('ends while senders keep their connections busy', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 4 });
    const post = () =>
      new Promise<number | undefined>((resolve) => {
        const options = { method: 'POST', agent, headers: { 'content-type': 'application/json' } };
        const sent = request(`${journey.bot.url}/api/messages`, options, (response) => {
          response.resume().on('end', () => {
            resolve(response.statusCode);
          });
        });
        sent.on('error', () => {
          resolve(undefined);
        });
        sent.end(JSON.stringify(personal(journey.connector, maya, says('thanks'))));
      });
    let answered = 0;
    const senders = Array.from({ length: 4 }, async () => {
      while ((await post()) !== undefined) answered += 1;
    });
    await until(async () => Promise.resolve(answered > 8));
    const exit = await journey.bot.stop();
    await Promise.all(senders);
    agent.destroy();
    expect(exit).toBe(0);
  }, 60_000);

  it('ends a delivery on the wire, which is not made again by the next process', async () => {
    await journey.openQueues();
    const channel = journey.connector.hold(PDM_CHANNEL.id);
    await journey.request(maya, 'new request', { serviceId: 'proof-of-concept', customer: 'Fabrikam' });
    await channel.arrived;
    const exit = journey.bot.stop();
    await until(async () => (await journey.bot.get('/readyz')).status === 503);
    channel.release();
    expect(await exit).toBe(0);
    const posted = () =>
      journey.connector
        .findInChannels('PD-0001')
        .filter(({ method, activityId }) => method === 'POST' && activityId);
    expect(posted()).toHaveLength(1);

    const next = await BotProcess.start({ PARTNER_DESK_LOCAL: '1', LOG_LEVEL: 'warn' }, journey.bot.dataDir);
    // What comes later goes out after what was there before: when it has arrived, nothing else will.
    await next.post(
      personal(journey.connector, maya, says('note PD-0001 One more thing: they have forty shops.')),
    );
    await journey.arrived(PDM_CHANNEL, 'PUT', /PD-0001/);
    expect(posted()).toHaveLength(1);
    expect(await next.stop()).toBe(0);
  }, 60_000);

  it('that comes before the start is done ends it, as process 1 of a container too, which no signal ends by itself', async () => {
    const starting = await BotProcess.spawn({ PARTNER_DESK_LOCAL: '1' });
    await starting.untilLogged('listening');
    expect(await starting.stop()).toBe(0);
    starting.removeData();
  }, 60_000);

  it('does not wait for ever for what does not end', async () => {
    const chat = journey.connector.hold(chatOf(maya));
    const turn = journey.bot.post(personal(journey.connector, maya, says('hello'))).catch(() => undefined);
    await chat.arrived;
    expect(await journey.bot.stop()).toBe(1);
    chat.release();
    await turn;
  }, 60_000);
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo().catch(() => false))) await new Promise((resolve) => setTimeout(resolve, 20));
}
