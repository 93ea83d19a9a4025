/** No unwanted messages: a press changes its card, and events that happen together share one message. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { en as words } from '../../cards/words/en';
import type { Actor } from '../../src/conversation/message';
import { inPersonal } from '../support/conversation';
import { openSeats, pressesOf, seats, wordsOn, type Seats, type Shown } from '../support/seats';

const { maya, priya, tom } = seats;
let seated: Seats;
let number: string;
beforeAll(async () => {
  seated = await openSeats();
});
beforeEach(async () => {
  number = await seated.submit();
});
afterAll(() => seated.close());

/** The messages that are new in a chat or channel after that. */
async function newIn(
  place: { readonly address: { readonly conversationId: string } },
  work: () => Promise<unknown>,
): Promise<readonly Shown[]> {
  const here = () =>
    seated.shown().filter((one) => one.place.address.conversationId === place.address.conversationId);
  const before = new Set(here().map(({ activityId }) => activityId));
  await work();
  return here().filter(({ activityId }) => !before.has(activityId));
}

const isNews = ({ message }: Shown) => message.card?.name === 'news';

function cardWith(verb: string, conversationId: string): Shown | undefined {
  return seated
    .shown()
    .findLast(
      (one) =>
        one.place.address.conversationId === conversationId &&
        pressesOf(one).some((data) => data['verb'] === verb && data['number'] === number),
    );
}
const press = (who: Actor, verb: string, at = inPersonal(who)) =>
  seated.press(who, cardWith(verb, at.address.conversationId), { verb, number });

const NOTHING = { to: null, day: null, fields: [] };

describe('in a channel', () => {
  it('a press changes its card and posts nothing', async () => {
    const channel = seated.channel('pdm-emea');
    for (const verb of ['handoff.claim', 'handoff.release', 'handoff.claim']) {
      const isFree = verb === 'handoff.release';
      const posted = await newIn(channel, () => press(priya, verb, channel));
      // A released request is posted again, because nobody sees an update far up.
      expect(posted.map(({ message }) => message.card?.name)).toEqual(isFree ? ['news'] : []);
    }
    expect(wordsOn(cardWith('handoff.accept', channel.address.conversationId)!).join()).toContain(
      'Priya Nair',
    );
  });

  it('a refused press still says why', async () => {
    const channel = seated.channel('pdm-emea');
    const card = cardWith('handoff.claim', channel.address.conversationId);
    await seated.say(priya, `claim ${number}`);
    const said = await seated.press(tom, card, { verb: 'handoff.claim', number });
    expect(said.flatMap(wordsOn).join()).toContain(words.outcomes.alreadyClaimed('Priya Nair', number));
  });
});

describe('news', () => {
  it('says that an agreed date no longer applies', async () => {
    await seated.say(priya, `claim ${number}`);
    await seated.say(priya, `accept ${number} 2026-12-09`);
    await seated.say(priya, `transfer ${number} to tom-okafor`);
    const latest = () => wordsOn(seated.at(inPersonal(maya)).findLast(isNews)!).join('\n');
    expect(latest()).toContain(words.news.dateOpen);
    await seated.say(tom, `accept ${number} 2026-12-10`);
    expect(latest()).not.toContain(words.news.dateOpen);
  });

  it('of an edit names what changed', async () => {
    await seated.say(priya, `claim ${number}`);
    await seated.say(maya, `edit ${number}`);
    const form = cardWith('edit-form.submit', inPersonal(maya).address.conversationId);
    const values = { customer: 'Adatum', confidential: 'false', details: 'Forty shops.', solutionAreaId: '' };
    await seated.press(maya, form, { verb: 'edit-form.submit', number, wantedBy: '2026-12-10', ...values });
    const news = seated.at(inPersonal(priya)).findLast(isNews)!;
    expect(wordsOn(news)).toContain(
      `${words.events.edit('Maya Hoffmann', { ...NOTHING, fields: [words.facts.customer] })}.`,
    );
  });
});

describe('a reply that was offered as a form', () => {
  it.each([
    ['ask', 'how many?'],
    ['note', 'The session is on Monday.'],
  ])('closes that form once "yes" has sent it: %s', async (event, text) => {
    await seated.say(priya, `claim ${number}`);
    await seated.say(priya, `${event} ${number} ${text}`);
    const [offer] = await seated.say(maya, 'Sounds like forty of them');
    expect(pressesOf(offer!).map(({ verb }) => verb)).toContain(
      `${event === 'ask' ? 'answer' : 'note'}-form.submit`,
    );
    await seated.say(maya, 'yes');
    const now = seated.shown().find(({ activityId }) => activityId === offer!.activityId);
    expect(pressesOf(now!)).toEqual([]);
    expect(wordsOn(now!).join()).toContain(number);
  });
});

describe('in 1:1', () => {
  it('the card that was pressed is the acknowledgement', async () => {
    for (const verb of ['request.nudge', 'request.withdraw', 'request.reopen']) {
      await seated.say(maya, `status ${number}`);
      expect(await newIn(inPersonal(maya), () => press(maya, verb))).toEqual([]);
    }
  });

  it('what happens within minutes reaches the partner as one message, and a question as another', async () => {
    const news = await newIn(inPersonal(maya), async () => {
      await seated.say(priya, `claim ${number}`);
      await seated.say(priya, `note ${number} I will call you.`);
      await seated.say(priya, `accept ${number} 2026-12-09`);
    });
    expect(news).toHaveLength(1);
    const said = wordsOn(news[0]!);
    const text = said.join('\n');
    expect(said.indexOf(`${words.events.note('Priya Nair')}.`) + 1).toBe(
      said.indexOf(words.layout.quoted('I will call you.')),
    );
    for (const told of [
      words.events.claim('Priya Nair'),
      words.events.accept('Priya Nair', { ...NOTHING, day: '2026-12-09' }),
    ])
      expect(text).toContain(told);
    expect(text).toContain('I will call you.');
    expect(await newIn(inPersonal(maya), () => seated.say(priya, `ask ${number} how many?`))).toHaveLength(1);
    // The reply to an answer is a new message, not part of the question’s.
    await seated.say(maya, `answer ${number} thirty`);
    const [agreed] = await newIn(inPersonal(maya), () => seated.say(priya, `note ${number} Thanks.`));
    expect(wordsOn(agreed!).join('\n')).not.toContain('how many?');
    await seated.say(priya, `ask ${number} in which countries?`);
    seated.test.clock.advance(10 * 60 * 1000);
    await seated.say(maya, `answer ${number} forty`);
    expect(await newIn(inPersonal(maya), () => seated.say(priya, `complete ${number} done`))).toHaveLength(1);
  });
});
