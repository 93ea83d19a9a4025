/**
 * The real process and a fake connector on loopback: a partner asks, looks at what the desk is and isn't, requests a
 * design session; the card arrives in the queue; two PDMs claim at once; the partner hears who won.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inChannel, presses } from '../support/activities';
import { textOf, type ConnectorCall } from '../support/fake-connector';
import { chat, Journey, PDM_CHANNEL as CHANNEL, people, findInFiles, textOfAll } from '../support/journey';

const { maya, priya, tom, lena, amara } = people;
const SECRET = 'Zebrafish Holdings';

let journey: Journey;
beforeAll(async () => {
  journey = await Journey.start();
}, 60_000);
afterAll(() => journey.stop(SECRET));

describe('the journey', () => {
  let handoff: ConnectorCall;
  let confirmation: ConnectorCall | undefined;
  let sentForm: Record<string, unknown>;

  it('registers the queue in its channel, with the members named', async () => {
    const text = await journey.inChannel(amara, CHANNEL, 'register queue pdm-emea');
    expect(text).toContain('PDM queue');
    expect(text).toContain('Priya Nair');
    expect(text).toContain('Tom Okafor');
  });

  it('refuses the same to somebody who leads no queue', async () => {
    expect(await journey.inChannel(lena, CHANNEL, 'register queue pts-emea')).toContain(
      'lead or an operator can register it',
    );
  });

  it('answers a question and shows what the desk is and isn’t', async () => {
    expect(await journey.say(maya, 'What does the architecture desk cost?')).toMatch(
      /not a paid service|no charge/i,
    );
    expect(await journey.say(maya, "What is and isn't the Architecture Desk?")).toMatch(
      /Staff Augmentation/i,
    );
  });

  it('opens the form with what the sentence told', async () => {
    const { card, data } = await journey.openForm(maya, 'I need an ADS for Contoso on AVD');
    expect(data).toMatchObject({ serviceId: 'architecture-design-session', customer: 'Contoso' });
    sentForm = { ...data, customer: SECRET, confidential: 'true', details: 'Forty shops.' };
    [confirmation] = await journey.press(maya, card, sentForm);
    expect(confirmation?.method).toBe('PUT');
    expect(confirmation?.activityId).toBe(card.activityId);
    expect(textOf(confirmation?.activity ?? {})).toContain('PD-0001');
  });

  it('sends the form a second time without a second request', async () => {
    expect(textOfAll(await journey.press(maya, confirmation!, sentForm))).toContain('PD-0001');
  });

  it('posts the handoff card once into the queue’s channel, without the partner’s free text', async () => {
    handoff = await journey.arrived(CHANNEL, 'POST', /PD-0001/);
    expect(textOf(handoff.activity)).toContain('Northwind Traders');
    expect(textOf(handoff.activity)).not.toContain('Forty shops');
    const posts = journey.connector.calls.filter(
      ({ conversationId, method, activity }) =>
        conversationId === CHANNEL.id && method === 'POST' && textOf(activity).includes('PD-0001'),
    );
    expect(posts).toHaveLength(1);
  });

  it('refuses a claim by somebody outside the queue', async () => {
    const press = { verb: 'handoff.claim', number: 'PD-0001' };
    expect(textOfAll(await journey.pressInChannel(lena, CHANNEL, handoff, press))).toMatch(
      /only a member of “PDM EMEA” can do that/,
    );
  });

  it('lets one of two claims at once win, and tells the other who has it', async () => {
    const press = presses({ verb: 'handoff.claim', number: 'PD-0001' }, handoff.activityId);
    const from = journey.connector.calls.length;
    const answers = await Promise.all(
      [priya, tom].map((who) => journey.bot.post(inChannel(journey.connector, who, CHANNEL, press))),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const said = journey.connector.calls
      .slice(from)
      .map(({ activity }) => textOf(activity))
      .join('\n');
    expect(said.match(/You claimed PD-0001/g)).not.toBeNull();
    expect(said).toMatch(/has already claimed PD-0001/);
  });

  it('updates both cards in place and tells the partner who has it', async () => {
    await journey.arrived(CHANNEL, 'PUT', /claimed it/);
    const updated = await journey.arrived(chat(maya), 'PUT', /Claimed/);
    expect(updated.activityId).toBe(confirmation?.activityId);
    await journey.arrived(chat(maya), 'POST', /(Priya Nair|Tom Okafor) claimed it/);
  });

  it('asks which request is meant where a number is missing, over those that it may be', async () => {
    const asked = await journey.say(maya, 'cancel my request');
    expect(asked).toContain('What would you like to do with PD-0001? Nothing has changed so far.');
    expect(await journey.say(lena, 'release')).not.toContain('PD-0001');
    expect(await journey.say(maya, 'claim')).toContain('You’re not a member of any queue.');
  });

  it('lists it under "my requests", and shows it to nobody else', async () => {
    const mine = await journey.say(maya, 'my requests');
    expect(mine).toContain('PD-0001');
    const hidden = await journey.say(people.stranger, 'status PD-0001');
    expect(hidden).toContain('can’t find that request');
  });

  it('names the rule and the door of a request that the desk does not take', async () => {
    const refusal = await journey.say(
      maya,
      'Please request staff augmentation from the architecture desk for Contoso',
    );
    expect(refusal).toMatch(/Staff Augmentation/i);
  });

  it('keeps a vulnerability out of database and log', async () => {
    const secret = 'zebra-overflow-4711';
    const reply = await journey.say(
      maya,
      `we found a vulnerability in Exchange Online: ${secret} lets us read other tenants' mail`,
    );
    expect(reply).toContain('MSRC');
    expect(reply).not.toContain(secret);
    expect(journey.bot.log).not.toContain(secret);
    expect(findInFiles(journey.bot.dataDir, secret)).toEqual([]);
  });

  it('stops gracefully', async () => {
    expect(await journey.bot.stop()).toBe(0);
  });
});
