/** A confidential request from the first question to its end and back: ask and answer, accept, complete, decline, reopen. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { languages } from '../../cards/words/languages';
import { textOf, type ConnectorCall } from '../support/fake-connector';
import { chat, Journey, PDM_CHANNEL, people, readInputs } from '../support/journey';
import { content } from '../support/shared';

const { maya, priya, tom } = people;
const SECRET = 'Zebrafish Holdings';

let journey: Journey;
beforeAll(async () => {
  journey = await Journey.start();
  await journey.openQueues();
  for (const who of [priya, tom]) await journey.say(who, 'hello');
}, 60_000);
afterAll(() => journey.stop(SECRET));

describe('the life of a confidential request', () => {
  let number: string;
  let confirmation: ConnectorCall;
  let handoff: ConnectorCall;
  let whole: ConnectorCall;

  it('shows the queue that the customer is confidential, and the owner the name in 1:1', async () => {
    ({ number, confirmation } = await journey.request(maya, 'I need an ADS on AVD for Contoso', {
      customer: SECRET,
      confidential: 'true',
      details: `${SECRET} has forty shops.`,
    }));
    expect(textOf(confirmation.activity)).toContain(SECRET);
    handoff = await journey.arrived(PDM_CHANNEL, 'POST', new RegExp(number));
    expect(textOf(handoff.activity)).toContain(languages.en.handoff.confidential);
    await journey.pressInChannel(priya, PDM_CHANNEL, handoff, { verb: 'handoff.claim', number });
    whole = await journey.arrived(chat(priya), 'POST', new RegExp(number));
    expect(textOf(whole.activity)).toContain(`${SECRET} has forty shops.`);
  });

  it('brings a question to the partner, and the answer to the same card of the owner', async () => {
    await journey.press(priya, whole, { verb: 'ask-form.submit', number, question: 'How many users?' });
    const question = await journey.arrived(chat(maya), 'POST', /How many users\?/);
    const [form] = await journey.press(maya, question, { verb: 'request.answer', number });
    await journey.press(maya, form!, {
      verb: 'answer-form.submit',
      number,
      answer: `${SECRET} has 900 users.`,
    });
    const answered = await journey.arrived(chat(priya), 'PUT', /has 900 users/);
    expect(answered.activityId).toBe(whole.activityId);
    const onCard = await journey.arrived(PDM_CHANNEL, 'PUT', /Maya Hoffmann answered/);
    expect(onCard.activityId).toBe(handoff.activityId);
  });

  it('is accepted for a day, and completed with hours; the partner’s own card says both', async () => {
    expect(await journey.inChannel(priya, PDM_CHANNEL, `accept ${number} 2031-03-04`)).toContain(
      languages.en.did.accept(number, { owner: null, queue: '', day: '2031-03-04' }),
    );
    await journey.arrived(chat(maya), 'PUT', /accepted it and set the date to Tue, 4 Mar 2031/);
    const form = await journey.openFormOf(priya, { verb: 'handoff.complete', number });
    await journey.press(priya, form, {
      verb: 'complete-form.submit',
      number,
      outcomeId: 'delivered',
      hours: '6,5',
      summary: 'Two workshops.',
    });
    const ended = await journey.arrived(chat(maya), 'PUT', /Priya Nair completed it/);
    expect(ended.activityId).toBe(confirmation.activityId);
    expect(textOf(ended.activity)).toContain('Two workshops.');
  });

  it('is listed where closed ones are asked for, and not among the open ones', async () => {
    expect(await journey.say(maya, 'my requests closed')).toContain(number);
    expect(await journey.say(maya, 'my requests open')).not.toContain(number);
    expect(await journey.say(tom, 'queue completed')).toContain(number);
    expect(await journey.say(tom, 'queue')).not.toContain(number);
  });

  it('is reopened by the partner into the same queue, and free for the next', async () => {
    const [done] = await journey.press(maya, confirmation, { verb: 'request.reopen', number });
    expect(textOf(done?.activity ?? {})).toContain('Maya Hoffmann reopened it');
    await journey.arrived(PDM_CHANNEL, 'POST', /Maya Hoffmann reopened it/);
    await journey.claim(tom, number);
  });

  it('is declined with a reason that sends the door by itself', async () => {
    const form = await journey.openFormOf(tom, { verb: 'handoff.decline', number });
    await journey.press(tom, form, {
      verb: 'decline-form.submit',
      number,
      reasonId: 'break-fix',
      explanation: '',
    });
    const news = await journey.arrived(chat(maya), 'POST', /Tom Okafor declined it/);
    expect(textOf(news.activity)).toContain('Open a ticket on a support contract');
    expect(textOf(news.activity)).toContain('Support contract');
  });
});

describe('a customer that is filled in later', () => {
  it('makes an opportunity of work for the partner itself, on every card', async () => {
    const { number } = await journey.request(maya, 'request an Architecture Design Session', {
      customer: '',
    });
    const handoff = await journey.arrived(PDM_CHANNEL, 'POST', new RegExp(number));
    expect(textOf(handoff.activity)).toContain(`${number} · ${content.wording.motions['build-with']}`);
    const form = await journey.openFormOf(maya, { verb: 'request.edit', number });
    const typed = { ...readInputs(form), customer: 'Adatum' };
    await journey.press(maya, form, { verb: 'edit-form.submit', number, ...typed });
    const changed = await journey.arrived(PDM_CHANNEL, 'PUT', new RegExp(`${number} · sell-with[^]*Adatum`));
    expect(textOf(changed.activity)).toContain('In scope for the Partner Architecture Desk');
  });
});

describe('a list of many', () => {
  it('pages with its filter kept, and back to the newest', async () => {
    const numbers: string[] = [];
    for (let index = 0; index < 12; index += 1) {
      const { number } = await journey.request(
        maya,
        `I need an ADS for Fabrikam ${String(index)} on Sentinel`,
        {
          customer: `Customer ${String(index)}`,
          solutionAreaId: 'security',
        },
      );
      numbers.push(number);
    }
    const list = await journey.openFormOf(tom, {
      verb: 'request-list.page',
      listId: 'pdm-emea',
      state: 'submitted',
      areaId: 'security',
    });
    const older = /"data":(\{"verb":"request-list.page"[^}]*"before":\d+)/.exec(
      JSON.stringify(list.activity),
    );
    const pressed = JSON.parse(`${older![1]!}}`) as Record<string, unknown>;
    expect(pressed).toMatchObject({ state: 'submitted', areaId: 'security' });
    const [next] = await journey.press(tom, list, pressed);
    const text = textOf(next!.activity);
    expect(next).toMatchObject({ method: 'PUT', activityId: list.activityId });
    expect(numbers.filter((number) => text.includes(`"text":"${number}`))).toEqual(numbers.slice(0, 2));
    expect(text).toContain('Newest');
    expect(await journey.say(tom, `queue submitted security before ${numbers[2]!}`)).toContain(numbers[1]);
    expect(await journey.say(tom, 'mine security')).toContain('No requests.');
  });
});
