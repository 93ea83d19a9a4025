/** What people, clients and those who try send wrongly: each a clear answer, nothing lost, nothing done. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ConnectorCall } from '../support/fake-connector';
import { textOf } from '../support/fake-connector';
import { chat, Journey, PDM_CHANNEL, people, readInputs, textOfAll } from '../support/journey';

const { maya, nils, priya, tom, lena, stranger } = people;
const SECRET = 'Zebrafish Holdings';
const HOSTILE = '<script>alert(1)</script> <at>Everyone</at> [bank](https://evil.example) **!** {{DATE(x)}}';

let journey: Journey;
let number: string;
let handoff: ConnectorCall;
beforeAll(async () => {
  journey = await Journey.start();
  await journey.openQueues();
  for (const who of [priya, tom]) await journey.say(who, 'hello');
  ({ number } = await journey.request(maya, 'new request', {
    serviceId: 'architecture-design-session',
    customer: SECRET,
    confidential: 'true',
  }));
  handoff = await journey.arrived(PDM_CHANNEL, 'POST', new RegExp(number));
}, 60_000);
afterAll(() => journey.stop(SECRET));

async function pressAnswer(who: typeof maya, data: Record<string, unknown>): Promise<string> {
  return textOfAll(await journey.press(who, handoff, data));
}

describe('a button', () => {
  it.each([
    ['outside its queue', () => lena, 'only a member of “PDM EMEA” can do that'],
    ['by a stranger', () => stranger, 'only a member of “PDM EMEA” can do that'],
  ])('pressed in the channel %s is refused', async (_, who, text) => {
    const answer = await journey.pressInChannel(who(), PDM_CHANNEL, handoff, {
      verb: 'handoff.claim',
      number,
    });
    expect(textOfAll(answer)).toContain(text);
  });

  it('pressed by a stranger with a guessed number does not reveal that the request exists', async () => {
    const known = await pressAnswer(stranger, { verb: 'handoff.claim', number });
    const unknown = await pressAnswer(stranger, { verb: 'handoff.claim', number: 'PD-9999' });
    expect(known).toBe(unknown);
    expect(known).toContain('I can’t find that request, or you don’t have access to it.');
  });

  it('pressed twice is done once, and says so', async () => {
    const press = { verb: 'handoff.claim', number };
    const first = await journey.pressInChannel(priya, PDM_CHANNEL, handoff, press);
    const second = await journey.pressInChannel(priya, PDM_CHANNEL, handoff, press);
    expect(first).toEqual([]);
    await journey.arrived(PDM_CHANNEL, 'PUT', /Claimed/);
    expect(textOfAll(second)).toContain(`You have already claimed ${number}`);
    await journey.arrived(chat(maya), 'POST', /Priya Nair claimed it/);
  });

  it('of an older state says what happened meanwhile', async () => {
    expect(await pressAnswer(tom, { verb: 'handoff.claim', number })).toContain(
      `Priya Nair has already claimed ${number}`,
    );
    expect(await pressAnswer(maya, { verb: 'request.answer', number })).toContain(
      `You can’t do that now. ${number} is “Claimed” (Priya Nair claimed it). Nothing was changed.`,
    );
  });

  it.each([
    [{ verb: 'handoff.burn', number: 'PD-0001' }, 'older card, or it isn’t one of mine'],
    [{ verb: 'handoff.claim' }, 'The request is missing'],
    [{ verb: 'handoff.claim', number: "PD-1' or 1=1" }, 'The request isn’t a request number'],
    [{ verb: 'handoff.claim', number: ['PD-0001'] }, 'The request is missing'],
    [{ verb: 'request-list.page', listId: 'pdm-emea', before: 'x' }, 'The page isn’t recognised'],
    [{ verb: 'request-list.page', listId: 'pdm-emea', state: 'burnt' }, 'no longer exists'],
    [
      { verb: 'request-list.page', listId: 'pdm-emea' },
      'You don’t have permission to see that list. To see your own requests, type: my requests',
    ],
    [
      { verb: 'transfer-form.submit', number: 'PD-0001', targetId: 'person:nobody' },
      'can’t find that request',
    ],
    [{ state: 'claimed', owner: 'me' }, 'older card, or it isn’t one of mine'],
  ])('with forged data does nothing and is answered: %j', async (data, text) => {
    expect(await pressAnswer(stranger, data)).toContain(text);
  });

  it('that only 1:1 cards have shows nothing in a channel, no matter who presses it', async () => {
    for (const data of [
      { verb: 'request.show', number },
      { verb: 'request.edit', number },
      { verb: 'request-list.page', listId: 'me:owned' },
    ]) {
      for (const who of [maya, priya]) {
        const [answer] = await journey.pressInChannel(who, PDM_CHANNEL, handoff, data);
        expect(textOf(answer!.activity)).toMatch(/1:1|don’t have permission/);
      }
    }
  });
});

describe('a form', () => {
  it('is taken by nobody but its request’s own people, whatever is in it', async () => {
    const data = { verb: 'edit-form.submit', number, customer: 'Mine now', confidential: 'false' };
    for (const who of [nils, tom, stranger]) {
      expect(await pressAnswer(who, data)).toMatch(/can’t find that request|only the partner who sent it/);
    }
    expect(await journey.say(maya, `status ${number}`)).toContain(SECRET);
  });

  it('without what it needs comes back as it was filled in, with the field named', async () => {
    const form = await journey.openForm(maya, 'new request');
    const [back] = await journey.press(maya, form.card, {
      ...form.data,
      serviceId: '',
      details: 'Kept as it was written.',
    });
    expect(back).toMatchObject({ method: 'PUT', activityId: form.card.activityId });
    expect(textOf(back!.activity)).toContain('Choose a service.');
    expect(textOf(back!.activity)).toContain('Kept as it was written.');
    expect(textOf(back!.activity)).toContain(form.data.formId);
  });

  it('that asks for a day gone by says so and stores nothing', async () => {
    const form = await journey.openForm(maya, 'new request');
    const answer = await journey.press(maya, form.card, {
      ...form.data,
      serviceId: 'technical-briefing',
      customer: 'Contoso',
      wantedBy: '2020-01-01',
    });
    expect(textOfAll(answer)).toContain('This is in the past.');
    expect(await journey.say(maya, 'my requests')).not.toContain('Technical Briefing');
  });

  it.each([
    ['details', 'This is longer than 2000 characters', 'PUT'],
    ['customer', 'The customer is longer than 120 characters', 'POST'],
  ])('with an over-long field (%s) is kept, and the field is named', async (field, text, method) => {
    const form = await journey.openForm(maya, 'new request');
    const answer = await journey.press(maya, form.card, {
      ...form.data,
      serviceId: 'proof-of-concept',
      [field]: 'x'.repeat(5_000),
    });
    expect(textOfAll(answer)).toContain(text);
    expect(answer.map((call) => call.method)).toEqual([method]);
  });

  it('full of mark-up is stored and shown as it was written, and mentions and links nobody', async () => {
    const { number: hostile } = await journey.request(maya, 'new request', {
      serviceId: 'rfp-rfi-advice',
      customer: HOSTILE.slice(0, 120),
      details: HOSTILE,
    });
    const card = await journey.arrived(PDM_CHANNEL, 'POST', new RegExp(hostile));
    const runs: unknown[] = [];
    JSON.stringify(card.activity, (_key, value: unknown) => {
      const element = value as { type?: string; text?: string } | null;
      if (element?.text?.includes('<script>') === true) runs.push(element.type);
      return value;
    });
    // A text run knows no mark-up; a TextBlock would.
    expect(new Set(runs)).toEqual(new Set(['TextRun']));
    expect(card.activity['entities'] ?? []).toEqual([]);
    expect(textOf(card.activity)).not.toContain('{{DATE(x)');
  });

  it('of an edit comes back as it was typed when the customer is missing, and keeps a new area', async () => {
    const form = await journey.openFormOf(maya, { verb: 'request.edit', number });
    const edit = { verb: 'edit-form.submit', number, confidential: 'true', solutionAreaId: 'security' };
    const [back] = await journey.press(maya, form, { ...edit, customer: '', details: 'Typed at length.' });
    expect(textOf(back!.activity)).toContain('The customer is required');
    expect(textOf(back!.activity)).toContain('Typed at length.');
    await journey.press(maya, back!, { ...edit, customer: SECRET, details: 'Typed at length.' });
    const whole = await journey.say(maya, `status ${number}`);
    expect(whole).toContain('Typed at length.');
    expect(whole).toContain('Security');
  });

  it('declines for a reason of one’s own words with those words, typed or sent, and holds what was chosen', async () => {
    const typed = await journey.openForm(priya, `decline ${number} we are full`);
    expect(typed.data).toMatchObject({ explanation: 'we are full' });
    const decline = { verb: 'decline-form.submit', number, reasonId: 'other', explanation: '' };
    const [back] = await journey.press(priya, typed.card, decline);
    expect(textOf(back!.activity)).toContain('The message to the partner is required with this reason');
    expect(readInputs(back!)).toMatchObject({ reasonId: 'other' });
  });

  it('with a number of hours that is none names it', async () => {
    const form = await journey.openFormOf(priya, { verb: 'handoff.complete', number });
    const complete = { verb: 'complete-form.submit', number, outcomeId: 'delivered', summary: 'Done.' };
    expect(textOfAll(await journey.press(priya, form, { ...complete, hours: 'lots' }))).toContain(
      'The number of hours must be a number from 0 to',
    );
    expect(textOfAll(await journey.press(priya, form, { ...complete, hours: '1,5' }))).toContain(
      `You completed ${number}`,
    );
  });
});

describe('a request that is closed or unknown', () => {
  it('says so to who knew it, and nothing of it to who did not', async () => {
    expect(await journey.say(priya, `accept ${number} 2031-01-01`)).toContain(
      `You can’t do that now. ${number} is “Completed”`,
    );
    expect(await journey.say(priya, 'claim PD-9999')).toContain('can’t find that request');
    expect(await journey.say(stranger, number)).toContain('can’t find that request');
  });
});
