/** What the cards explain, and what a stale one does, through the real process. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { personal, says } from '../support/activities';
import { textOf, type ConnectorCall } from '../support/fake-connector';
import { chat, Journey, PDM_CHANNEL as CHANNEL, people, textOfAll } from '../support/journey';

const { maya, priya, tom } = people;
const SECRET = 'Hush Retail';
const CLAIM = { verb: 'handoff.claim', number: 'PD-0001' };

let journey: Journey;
beforeAll(async () => {
  journey = await Journey.start();
  await journey.openQueues();
}, 60_000);
afterAll(() => journey.stop(SECRET));

describe('a stale button', () => {
  let handoff: ConnectorCall;

  it('says who has it, and brings the channel’s card up to date', async () => {
    await journey.request(maya, 'I need an ADS for Contoso on AVD', { details: 'Forty shops.' });
    handoff = await journey.arrived(CHANNEL, 'POST', /PD-0001/);
    await journey.pressInChannel(priya, CHANNEL, handoff, CLAIM);
    await journey.arrived(CHANNEL, 'PUT', /Priya Nair claimed it/);

    const from = journey.connector.calls.length;
    const own = textOfAll(await journey.pressInChannel(priya, CHANNEL, handoff, CLAIM));
    const others = textOfAll(await journey.pressInChannel(tom, CHANNEL, handoff, CLAIM));
    expect(own).toMatch(/You have already claimed PD-0001/);
    expect(others).toMatch(/Priya Nair has already claimed PD-0001/);
    const refreshed = await journey.connector.waitFor(
      (call) =>
        call.method === 'PUT' &&
        call.conversationId === CHANNEL.id &&
        journey.connector.calls.indexOf(call) >= from,
    );
    expect(refreshed.activityId).toBe(handoff.activityId);
    expect(textOf(refreshed.activity)).toMatch(/claimed it/);
    expect(textOf(refreshed.activity)).not.toContain('Forty shops');
  });

  it('of a copy in 1:1 was replaced when the request moved on', async () => {
    await journey.say(maya, 'status PD-0001');
    const copy = await journey.arrived(chat(maya), 'POST', /Withdraw/);
    const withdraw = { verb: 'request.withdraw', number: 'PD-0001' };
    await journey.press(maya, copy, withdraw);
    const changed = await journey.connector.waitFor(
      ({ method, activityId, activity }) =>
        method === 'PUT' && activityId === copy.activityId && textOf(activity).includes('Withdrawn'),
    );
    expect(textOf(changed.activity)).not.toContain('request.withdraw');
    const answers = await journey.press(maya, copy, withdraw);
    expect(textOfAll(answers)).toMatch(/You can’t do that now. PD-0001 .* \(Maya Hoffmann withdrew it\)/);
  });
});

describe('a form', () => {
  it('that a rule speaks against is sent all the same, and its queue sees the doubt', async () => {
    const form = await journey.openForm(maya, 'I need an ADS for Fabrikam Retail on AVD');
    const [sent] = await journey.press(maya, form.card, { ...form.data, details: 'staff augmentation' });
    expect(sent).toMatchObject({ method: 'PUT', activityId: form.card.activityId });
    const number = /PD-\d+/.exec(textOf(sent?.activity ?? {}))?.[0] ?? 'no number';
    const handoff = await journey.arrived(CHANNEL, 'POST', new RegExp(number));
    expect(textOf(handoff.activity)).toMatch(/May not be in scope .*Staff augmentation/);
  });
});

describe('a confidential request', () => {
  it('is explained to its owner in 1:1, and the channel learns nothing of it', async () => {
    await journey.say(priya, 'hello');
    await journey.say(maya, `Can ${SECRET} use our ASfP for its EA?`);
    await journey.say(maya, 'What does the Architecture Desk do?');
    const { number } = await journey.request(maya, 'new request', {
      serviceId: 'proof-of-concept',
      customer: SECRET,
      confidential: 'true',
    });
    const card = await journey.arrived(CHANNEL, 'POST', new RegExp(number));
    await journey.pressInChannel(priya, CHANNEL, card, { verb: 'handoff.claim', number });
    const owned = await journey.arrived(chat(priya), 'POST', /What does the Architecture Desk do/);
    // A line stays behind if it names a customer that the form didn't name when it was drawn.
    expect(textOf(owned.activity)).not.toContain(`Can ${SECRET}`);
    expect(textOf(owned.activity)).toContain('In scope for the Partner Architecture Desk');
    await journey.arrived(chat(maya), 'POST', new RegExp(`${number}: Priya Nair claimed it`));
  });
});

describe('a guide', () => {
  const guide = 'whose-contract';
  const answer = (answers: Record<string, string>, step: string, option: string) => ({
    ...{ verb: 'guide.answer', guide, answers, step, option },
  });

  it('turns its one card from step to step by presses, and takes typed answers in between', async () => {
    const [card] = await journey.turn(
      personal(journey.connector, maya, says('whose contract for this ticket?')),
    );
    expect(textOf(card!.activity)).toContain('Which support plan does your company have');
    const [second] = await journey.press(maya, card!, answer({}, 'plan', 'asfp'));
    expect(second).toMatchObject({ method: 'PUT', activityId: card!.activityId });
    expect(textOf(second!.activity)).toContain('How does the customer buy from Microsoft?');

    expect(await journey.say(maya, 'EA')).toContain('What is the ticket about?');
    const result = await journey.say(maya, 'Azure');
    expect(result).toContain('Use your own ASfP');
    expect(result).toContain('Request a relationship and have the proper affiliation');
    expect(result).toContain('Confirm with your PDM');
    expect(await journey.say(maya, 'back')).toContain('What is the ticket about?');
    expect(await journey.say(maya, 'not sure')).toContain('Use your own ASfP');
    expect(await journey.say(maya, 'start again')).toContain('Which support plan does your company have');
  });

  it('goes back and starts again by its buttons', async () => {
    const answers = { plan: 'asfp', agreement: 'ea' };
    const back = await journey.press(maya, await last(maya), { verb: 'guide.back', guide, answers });
    expect(textOfAll(back)).toContain('How does the customer buy from Microsoft?');
    const again = await journey.press(maya, await last(maya), { verb: 'guide.restart', guide });
    expect(textOfAll(again)).toContain('Which support plan does your company have');
  });

  it('drops answers that it does not know, and says so when it is gone', async () => {
    const forged = answer({ plan: '<at>everyone</at>', nonsense: 'x' }, 'agreement', 'no-such-option');
    const shown = textOfAll(await journey.press(maya, await last(maya), forged));
    expect(shown).toContain('Which support plan does your company have');
    expect(shown).not.toContain('everyone');
    const gone = await journey.press(maya, await last(maya), { ...forged, guide: 'no-such-guide' });
    expect(textOfAll(gone)).toContain('This step has changed');
  });

  it('is not worked out where others read along', async () => {
    const reply = await journey.inChannel(maya, CHANNEL, 'whose contract for this ticket');
    expect(reply).toContain('ask me again in a 1:1 chat');
    const pressed = await journey.pressInChannel(maya, CHANNEL, await last(maya), answer({}, 'plan', 'asfp'));
    expect(textOfAll(pressed)).not.toContain('How does the customer buy from Microsoft?');
  });

  function last(who: typeof maya): Promise<ConnectorCall> {
    return journey.arrived(chat(who), 'POST', /Which contract should I use/);
  }
});
