/** No unwanted messages: a press changes its card, and events that happen together share one message. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { en as words } from '../../cards/words/en';
import type { Actor } from '../../src/conversation/message';
import { inPersonal } from '../support/conversation';
import { openSeats, pressesOf, seats, wordsOn, type Seats, type Shown } from '../support/seats';

const { maya, priya, tom, amara } = seats;
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
    expect(latest()).toContain(words.news.dateOpen('Tom Okafor'));
    await seated.say(tom, `accept ${number} 2026-12-10`);
    expect(latest()).not.toContain(words.news.dateOpen('Tom Okafor'));
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

describe('a reopened request', () => {
  it('reaches its former owner once: by a mention where the queue reads it', async () => {
    await seated.say(priya, `claim ${number}`);
    await seated.say(priya, `complete ${number} done`);
    expect(await newIn(inPersonal(priya), () => seated.say(maya, `reopen ${number}`))).toEqual([]);
    const { message } = seated.at(seated.channel('pdm-emea')).findLast(isNews)!;
    expect(message).toMatchObject({ mentions: [{ userId: priya.userId, name: 'Priya Nair' }] });
    expect(message.text).toContain('Priya Nair');
  });

  it('reaches one who can’t be mentioned in 1:1', async () => {
    await seated.say(tom, `claim ${number}`);
    await seated.say(tom, `complete ${number} done`);
    const { database } = seated.test.storage;
    await database.direct.deleteFrom('person_links').where('person_id', '=', 'tom-okafor').execute();
    const news = await newIn(inPersonal(tom), () => seated.say(maya, `reopen ${number}`));
    expect(news.map(({ message }) => message.card?.name)).toEqual(['news']);
    expect(seated.at(seated.channel('pdm-emea')).findLast(isNews)?.message.text).toBeUndefined();
  });
});

describe('in 1:1', () => {
  it.each(['claim #', '# übernehmen', 'transfer # to priya-nair'])(
    'who takes a request on by “%s” gets the request and no further message',
    async (said) => {
      const got = await newIn(inPersonal(priya), () => seated.say(priya, said.replace('#', number)));
      expect(got.map(({ message }) => message.card?.name)).toEqual(['request']);
      expect(wordsOn(got[0]!).join()).toContain(number);
    },
  );

  it('the card that was pressed is the acknowledgement', async () => {
    for (const verb of ['request.nudge', 'request.withdraw', 'request.reopen']) {
      await seated.say(maya, `status ${number}`);
      expect(await newIn(inPersonal(maya), () => press(maya, verb))).toEqual([]);
    }
  });

  it('each change of owner, date or outcome reaches the partner as a new message', async () => {
    const steps = [
      [priya, `claim ${number}`, words.events.claim('Priya Nair')],
      [
        priya,
        `accept ${number} 2026-12-09`,
        words.events.accept('Priya Nair', { ...NOTHING, day: '2026-12-09' }),
      ],
      [priya, `note ${number} I will call you.`, words.events.note('Priya Nair')],
      [
        priya,
        `transfer ${number} to tom-okafor`,
        words.events['transfer-to-person']('Priya Nair', { ...NOTHING, to: 'Tom Okafor' }),
      ],
      [tom, `release ${number}`, words.events.release('Tom Okafor')],
      [priya, `ask ${number} how many?`, null],
      [priya, `claim ${number}`, words.events.claim('Priya Nair')],
      [priya, `ask ${number} how many?`, words.events.ask('Priya Nair')],
      [priya, `decline ${number} other Nobody is free.`, words.events.decline('Priya Nair')],
    ] as const;
    for (const [who, said, says] of steps) {
      const news = await newIn(inPersonal(maya), () => seated.say(who, said));
      expect({ said, news: news.length }).toEqual({ said, news: says === null ? 0 : 1 });
      if (says !== null) expect(wordsOn(news[0]!)).toContain(`${says}.`);
    }
  });

  it('notes of one person within a minute share a message, and nothing else does', async () => {
    await seated.say(priya, `claim ${number}`);
    const [first, ...more] = await newIn(inPersonal(maya), async () => {
      await seated.say(priya, `note ${number} I will call you.`);
      await seated.say(priya, `note ${number} At ten.`);
    });
    expect(more).toEqual([]);
    const latest = () => seated.shown().find(({ activityId }) => activityId === first?.activityId)!;
    for (const text of ['I will call you.', 'At ten.'])
      expect(wordsOn(latest())).toContain(words.layout.quoted(text));
    seated.test.clock.advance(2 * 60 * 1000);
    expect(await newIn(inPersonal(maya), () => seated.say(priya, `note ${number} Or later.`))).toHaveLength(
      1,
    );
    expect(await newIn(inPersonal(maya), () => seated.say(amara, `note ${number} Me too.`))).toHaveLength(1);
  });
});
