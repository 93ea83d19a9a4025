/** What people need to act on a request stands on their cards, and on nobody else's. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { en } from '../../cards/words/en';
import { objectsOf } from '../support/card-check';
import { actor, inPersonal } from '../support/conversation';
import { openSeats, pressesOf, seats, wordsOn, type Seats, type Shown } from '../support/seats';

const { maya, nils, priya, tom, lena } = seats;
const NOTE = 'They need somebody for networks.';
let seated: Seats;
beforeAll(async () => {
  seated = await openSeats();
});
afterAll(() => seated.close());

const textOf = (shown: readonly Shown[]) => shown.flatMap(wordsOn).join('\n');
const linksOn = ({ message }: Shown) =>
  objectsOf(message.card?.content ?? {}).flatMap(({ url }) => (typeof url === 'string' ? [url] : []));
const cardsAt = (place: string, name: string, number: string) =>
  seated
    .shown()
    .filter((one) => one.place.address.conversationId === place && one.message.card?.name === name)
    .filter((one) => textOf([one]).includes(number));
const personalOf = ({ userId }: { readonly userId: string }) => `1:1-${userId}`;

describe('the note of a transfer', () => {
  it('is read in 1:1 before the claim by the members of the new queue, and never in the channel', async () => {
    const number = await seated.submit();
    await seated.say(tom, `transfer ${number} to pts-emea: ${NOTE}`);
    const inChannel = cardsAt('19:pts-emea', 'handoff', number);
    expect(textOf(inChannel)).toContain(en.handoff.noteInPrivate(number));
    expect(textOf(await seated.say(lena, `status ${number}`))).toContain(NOTE);
    await seated.say(lena, `claim ${number}`, seated.channel('pts-emea'));
    expect(textOf(await seated.say(lena, `status ${number}`))).toContain(NOTE);
    const elsewhere = seated.shown().filter(({ place }) => place.address.userId !== lena.userId);
    expect(textOf(elsewhere)).not.toContain(NOTE);
    expect(textOf(cardsAt('19:pts-emea', 'handoff', number))).not.toContain(en.handoff.noteInPrivate(number));
  });

  it('waits for the owner where the request is confidential', async () => {
    const number = await seated.submit({ confidential: 'true' });
    await seated.say(tom, `transfer ${number} to pts-emea: ${NOTE}`);
    const shown = textOf(await seated.say(lena, `status ${number}`));
    expect(shown).toContain(en.handoff.noteForOwner);
    expect(shown).not.toContain(NOTE);
    await seated.say(lena, `claim ${number}`);
    expect(textOf(await seated.say(lena, `status ${number}`))).toContain(NOTE);
  });
});

describe('news in 1:1', () => {
  it('names the customer and the role of who did it, with a link to a chat', async () => {
    const number = await seated.submit({ customer: 'Zebrafish' });
    await seated.say(tom, `claim ${number}`);
    const [toMaya] = cardsAt(personalOf(maya), 'news', number);
    if (toMaya === undefined) throw new Error('no news');
    expect(textOf([toMaya])).toContain('Zebrafish');
    expect(textOf([toMaya])).toContain('Tom Okafor · Partner Development Manager');
    expect(linksOn(toMaya)).toEqual([
      'https://teams.microsoft.com/l/chat/0/0?users=tom.okafor%40contoso.com',
    ]);
    await seated.say(maya, `note ${number} one thing more`);
    const [toTom] = cardsAt(personalOf(tom), 'news', number);
    if (toTom === undefined) throw new Error('no news');
    expect(textOf([toTom])).toContain('Zebrafish');
    expect(textOf([toTom])).toContain('Maya Hoffmann · Northwind Traders');
    expect(linksOn(toTom)).toEqual([]);
  });

  it('leads to the new owner when somebody else gave it to them', async () => {
    const number = await seated.submit();
    await seated.say(tom, `transfer ${number} to lena-fischer`);
    expect(cardsAt(personalOf(maya), 'news', number).flatMap(linksOn)).toEqual([
      'https://teams.microsoft.com/l/chat/0/0?users=lena.fischer%40contoso.com',
    ]);
  });

  it('names no confidential customer to the person who lost the request, and none in a channel', async () => {
    const number = await seated.submit({ customer: 'Kingfisher', confidential: 'true' });
    await seated.say(tom, `claim ${number}`);
    await seated.say(seats.amara, `transfer ${number} to priya-nair`);
    await seated.say(priya, `release ${number}`);
    const news = [...cardsAt(personalOf(tom), 'news', number), ...cardsAt('19:pdm-emea', 'news', number)];
    expect(news).toHaveLength(2);
    expect(textOf(news)).not.toContain('Kingfisher');
    expect(cardsAt('19:pdm-emea', 'news', number).flatMap(linksOn)).toEqual([]);
  });
});

describe('a colleague of the partner', () => {
  it('finds the requests of the company and reads one, without a button', async () => {
    const number = await seated.submit({ customer: 'Pangolin' });
    const secret = await seated.submit({ customer: 'Axolotl', confidential: 'true' });
    for (const typed of ['company requests', 'our requests', 'unsere Anfragen']) {
      const listed = textOf(await seated.say(nils, typed));
      expect(listed).toContain('Maya Hoffmann · Pangolin');
      expect(listed).not.toMatch(new RegExp(`${secret}|Axolotl`));
    }
    const [status] = await seated.say(nils, `status ${number}`);
    if (status === undefined) throw new Error('nothing was shown');
    expect(textOf([status])).toContain('Pangolin');
    expect(textOf([status])).toContain('Forty shops.');
    expect(pressesOf(status)).toEqual([]);
    expect(textOf(await seated.say(nils, `status ${secret}`))).toContain(en.outcomes.notFound);
    expect(textOf(await seated.say(maya, 'company requests'))).toContain('Axolotl');
    expect(textOf(await seated.say(nils, `withdraw ${number}`))).toContain(
      en.outcomes.notYours(number, en.outcomes.whoMay.requester('Maya Hoffmann')),
    );
  });

  it('is shown that the request has changed since, and looks again', async () => {
    const number = await seated.submit();
    const [status] = await seated.say(nils, `status ${number}`);
    await seated.say(tom, `claim ${number}`);
    const now = seated.shown().filter(({ activityId }) => activityId === status?.activityId);
    expect(textOf(now)).toContain(en.over.changed(number));
    expect(textOf(await seated.say(nils, `status ${number}`))).toContain('Tom Okafor');
  });

  it('reads no note of ours, and may nudge nobody', async () => {
    const number = await seated.submit();
    await seated.say(tom, `transfer ${number} to pts-emea: ${NOTE}`);
    expect(textOf(await seated.say(lena, `status ${number}`))).toContain(NOTE);
    expect(textOf(await seated.say(nils, `status ${number}`))).not.toContain(NOTE);
    expect(textOf(await seated.say(nils, `nudge ${number}`))).toContain(en.nudge.notYours);
  });
});

describe('“Open the form” in a channel, in a client without dialogs', () => {
  const verb = 'channel-answer.request';

  it('sends that very form to the 1:1 chat of who pressed, and it can be sent from there', async () => {
    const [answer] = await seated.say(maya, 'I need a proof of concept', seated.channel('pdm-emea'));
    const data = answer === undefined ? undefined : pressesOf(answer).find((one) => one['verb'] === verb);
    if (answer === undefined || data === undefined) throw new Error('no button');
    const pressed = await seated.press(maya, answer, data);
    expect(textOf(pressed)).toContain(en.channelAnswer.formSent.todo);
    expect(pressed.map(({ message }) => message.card?.name)).toEqual(['channel-answer']);
    const form = seated.at(inPersonal(maya)).findLast(({ message }) => message.card?.name === 'intake');
    const json = JSON.stringify(form?.message.card);
    expect(json).toContain('"value":"proof-of-concept"');
    const formId = /"formId":"([^"]+)"/.exec(json)?.[1];
    const filled = { serviceId: 'proof-of-concept', customer: 'Otter', confidential: 'false', details: 'x' };
    const sent = await seated.press(maya, form, { verb: 'intake.submit', formId, ...filled });
    expect(textOf(sent)).toMatch(/PD-\d{4}/);
  });

  it('says how to open it to who has no chat with the bot', async () => {
    const stranger = actor('sam', 'Sam', { tenantId: 'elsewhere' });
    const channel = seated.channel('pdm-emea');
    const [answer] = await seated.say(stranger, 'I need a proof of concept', channel);
    const pressed = await seated.press(stranger, answer, { verb, serviceId: 'proof-of-concept' });
    expect(textOf(pressed)).toContain(en.channelAnswer.formInPrivate.todo);
    const guided = await seated.press(stranger, answer, {
      ...{ verb: 'channel-answer.guide', guide: 'whose-contract', answers: {} },
    });
    expect(textOf(guided)).toContain(en.channelAnswer.guideInPrivate.todo);
  });
});
