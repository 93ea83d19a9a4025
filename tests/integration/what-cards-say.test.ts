/** What the cards of a request say: who did what, who has it now, and nothing that isn't so or can't be done. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { en as words } from '../../cards/words/en';
import type { Actor } from '../../src/conversation/message';
import { inPersonal } from '../support/conversation';
import { openSeats, pressesOf, seats, wordsOn, type Seats, type Shown } from '../support/seats';
import { objectsOf } from '../support/card-check';

const { maya, priya, tom, lena, amara } = seats;
const DAY_MS = 24 * 60 * 60 * 1000;

let seated: Seats;
let number: string;
beforeAll(async () => {
  seated = await openSeats();
});
beforeEach(async () => {
  number = await seated.submit({ wantedBy: '' });
});
afterEach(() => seated.say(maya, `withdraw ${number}`));
afterAll(() => seated.close());

const show = async (who: Actor): Promise<Shown> => (await seated.say(who, `status ${number}`)).at(-1)!;
const bandOf = (card: Shown) => wordsOn(card).slice(0, 2).join('').trim();
const allText = (shown: readonly Shown[]) => shown.flatMap(wordsOn).join('\n');
const verbsOn = (card: Shown) => pressesOf(card).map(({ verb }) => verb);
const latestOf = (name: string, who: Actor): Shown =>
  seated.at(inPersonal(who)).findLast(({ message }) => message.card?.name === name)!;
const newsIn = (queue: 'pdm-emea' | 'pts-emea') =>
  seated.at(seated.channel(queue)).findLast(({ message }) => message.card?.name === 'news')!;

function primaryOn({ message }: Shown): readonly unknown[] {
  return objectsOf(message.card?.content ?? {})
    .filter(({ style, type }) => style === 'positive' && type === 'Action.Submit')
    .map(({ title }) => title);
}

describe('the band names', () => {
  it('the person who closed a request, and its owner beside it', async () => {
    await seated.say(priya, `claim ${number}`);
    await seated.say(priya, `accept ${number} 2026-12-09`);
    await seated.say(amara, `complete ${number} 3h done`);
    for (const who of [maya, priya]) {
      const card = await show(who);
      expect(bandOf(card)).toContain('Amara Diallo');
      expect(bandOf(card)).not.toContain('Priya Nair');
      expect(wordsOn(card)).toContain('Priya Nair');
    }
  });

  it('the partner who withdrew, and no day is agreed any more', async () => {
    await seated.say(priya, `claim ${number}`);
    await seated.say(priya, `accept ${number} 2026-12-09`);
    expect(wordsOn(await show(maya))).toContain(words.facts.agreedFor);
    await seated.say(maya, `withdraw ${number}`);
    for (const who of [maya, priya]) {
      const card = await show(who);
      expect(bandOf(card)).toContain('Maya Hoffmann');
      expect(wordsOn(card)).not.toContain(words.facts.agreedFor);
    }
  });

  it('an owner who was given the request, without saying that they claimed it', async () => {
    await seated.say(priya, `claim ${number}`);
    await seated.say(priya, `transfer ${number} to tom-okafor`);
    expect(bandOf(await show(tom))).toContain(words.states.claimed);
    const [refusal] = await seated.say(priya, `claim ${number}`);
    expect(wordsOn(refusal!).join()).toContain(words.outcomes.alreadyHas('Tom Okafor', number));
  });
});

describe('a reason that has to be explained', () => {
  it('says nothing beside the explanation, on the card as in the news', async () => {
    await seated.say(priya, `claim ${number}`);
    await seated.say(priya, `decline ${number} other: no capacity this month`);
    expect(wordsOn(await show(maya)).join('\n')).toContain('“no capacity this month”');
  });
});

describe('the form to accept', () => {
  it('names the same day in its field and in what can be typed instead', async () => {
    await seated.say(priya, `claim ${number}`);
    const form = wordsOn((await seated.say(priya, `accept ${number} on 10 December`)).at(-1)!).join('\n');
    expect(form).toContain(words.acceptForm.typed(number, '2026-12-10'));
  });
});

describe('a transfer', () => {
  it('names whom the new queue or owner can ask, not those that the old one could', async () => {
    await seated.say(amara, `transfer ${number} to pts-emea`);
    const inQueue = wordsOn(await show(amara)).join('\n');
    expect(inQueue).toContain(words.background.orAsk('Priya Nair (PDM), Lena Fischer (PTS)'));
    expect(inQueue).not.toContain('Tom Okafor');
    await seated.say(amara, `transfer ${number} to lena-fischer`);
    const own = wordsOn(await show(lena)).join('\n');
    expect(own).toContain(words.background.orAsk(`Priya Nair (PDM), Jonas Weber (${words.people.backup})`));
  });

  it('warns its sender that the agreed date goes, and names who agrees on the next', async () => {
    await seated.say(priya, `claim ${number}`);
    expect(allText(await seated.say(priya, `transfer ${number}`))).not.toContain(
      words.transferForm.dateGoes('2026-12-09'),
    );
    await seated.say(priya, `accept ${number} 2026-12-09`);
    expect(allText(await seated.say(priya, `transfer ${number}`))).toContain(
      words.transferForm.dateGoes('2026-12-09'),
    );
    await seated.say(priya, `transfer ${number} to tom-okafor`);
    expect(wordsOn(latestOf('news', maya))).toContain(words.news.dateOpen('Tom Okafor'));
  });
});

describe('reopening', () => {
  it('asks why, and the owner reads the reason', async () => {
    await seated.say(priya, `claim ${number}`);
    await seated.say(priya, `complete ${number} done`);
    const card = latestOf('news', maya);
    const remark = 'The second day is missing.';
    await seated.press(maya, card, { verb: 'request.reopen', number, remark });
    expect(wordsOn(latestOf('news', priya))).toContain(words.layout.quoted(remark));
  });

  it('is not offered in a channel, nor to the owner of what the partner withdrew', async () => {
    await seated.say(priya, `decline ${number} break-fix`);
    await seated.say(maya, `reopen ${number}`);
    await seated.say(priya, `claim ${number}`);
    await seated.say(maya, `withdraw ${number}`);
    expect(verbsOn(newsIn('pdm-emea'))).toEqual([]);
    expect(verbsOn(latestOf('news', priya))).not.toContain('request.reopen');
  });

  it('is offered for 14 days, and a new request after that', async () => {
    await seated.say(maya, `withdraw ${number}`);
    expect(verbsOn(await show(maya))).toContain('request.reopen');
    seated.test.clock.advance(15 * DAY_MS);
    const card = await show(maya);
    expect(verbsOn(card)).not.toContain('request.reopen');
    expect(wordsOn(card)).toContain(words.buttons.newRequest);
    expect(wordsOn(card).join()).not.toContain(words.layout.orType(`${words.verbs.reopen} ${number}`));
  });
});

describe('a lead who looks at a request that somebody owns', () => {
  it('is not nudged to complete it', async () => {
    await seated.say(priya, `claim ${number}`);
    const card = await show(amara);
    expect(primaryOn(card)).toEqual([]);
    expect(verbsOn(card)).toContain('handoff.complete');
    await seated.say(priya, `accept ${number} 2027-03-09`);
    expect(primaryOn(await show(priya))).toEqual([words.buttons.complete]);
  });
});

describe('what a person did themselves', () => {
  it('is called their own when it closes a card or a form', async () => {
    await seated.say(priya, `claim ${number}`);
    await seated.say(priya, `ask ${number} how many?`);
    const [form] = await seated.say(maya, `answer ${number}`);
    await seated.say(maya, `answer ${number} forty`);
    const now = seated.shown().find(({ activityId }) => activityId === form!.activityId)!;
    expect(wordsOn(now).join()).toContain(words.over.formSentByYou(words.did.answer(number)));
    await seated.say(priya, `transfer ${number} to pts-emea`);
    const left = seated.at(inPersonal(priya)).filter((one) => wordsOn(one).join().includes(number));
    expect(allText(left)).not.toContain(
      words.events['transfer-to-queue']('Priya Nair', { to: 'PTS EMEA', day: null, fields: [] }),
    );
    expect(allText(left)).toContain(
      words.did['transfer-to-queue'](number, { owner: null, queue: 'PTS EMEA', day: null }),
    );
  });
});

describe('a wait', () => {
  const HOUR_MS = 60 * 60 * 1000;
  const wait = async (hours: number) => {
    for (let hour = 0; hour < hours; hour += 1) {
      seated.test.clock.advance(HOUR_MS);
      await seated.test.desk.postDigests();
      await seated.test.desk.runWaitingStages();
    }
    await seated.settle();
  };
  /** A Monday at nine in Dublin. */
  let weeks = 0;
  const onMonday = async () => {
    await seated.say(maya, `withdraw ${number}`);
    const mondayMs = Date.parse('2027-01-11T09:00:00Z') + 7 * (weeks += 1) * DAY_MS;
    seated.test.clock.advance(mondayMs - seated.test.clock.nowMs());
  };
  const remindersAt = (who: Actor) =>
    seated
      .at(inPersonal(who))
      .filter(({ message }) => message.card?.name === 'reminder')
      .filter((one) => wordsOn(one).includes(number));

  it('claims nothing of a backup whom the bot can’t reach, and asks the channel instead', async () => {
    await onMonday();
    // Jonas, Lena’s backup, never wrote to the bot.
    number = await seated.submit({ wantedBy: '', solutionAreaId: 'security', role: 'PTS' });
    await wait(80);
    const channel = seated.at(seated.channel('pts-emea')).filter((one) => wordsOn(one).includes(number));
    expect(allText(channel)).toContain(words.reminder.said.backupNotReached('Jonas Weber'));
    const seen = allText([...channel, ...seated.at(inPersonal(maya))]);
    expect(seen).not.toContain(words.waiting.said.backup('PTS EMEA', 'Jonas Weber'));
    expect(seen).toContain(words.waiting.said.notReached.backup('PTS EMEA'));
    expect(wordsOn(await show(maya)).join()).toContain(words.steps.unheard.backup);
  });

  it('tells a lead whose request it is, and lets them find an owner', async () => {
    await onMonday();
    number = await seated.submit({ wantedBy: '', customer: 'Woodgrove' });
    await wait(72);
    const [card] = remindersAt(amara);
    for (const value of ['Woodgrove', 'PDM EMEA']) expect(wordsOn(card!)).toContain(value);
    expect(verbsOn(card!)).toContain('handoff.transfer');
  });

  it('names the customer to the partner, and offers the lead at its end', async () => {
    await onMonday();
    number = await seated.submit({ wantedBy: '', customer: 'Woodgrove Bank' });
    await wait(100);
    const cards = seated.at(inPersonal(maya)).filter(({ message }) => message.card?.name === 'waiting');
    const last = cards.findLast((one) => wordsOn(one).includes(number))!;
    expect(wordsOn(last)).toContain('Woodgrove Bank');
    expect(wordsOn(last)).toContain(words.waiting.askLead);
    const command = `escalate ${number}`;
    expect(JSON.stringify(last.message.card)).toContain(command);
    expect(allText(await seated.say(maya, command))).toContain(words.manager.done(number));
  });

  it('reaches a channel once: in the digest, without a reminder beside it', async () => {
    await onMonday();
    number = await seated.submit({ wantedBy: '' });
    // Eight working hours later the reminder is due, when the digest is.
    seated.test.clock.advance(24 * HOUR_MS);
    await seated.test.desk.postDigests();
    await seated.test.desk.runWaitingStages();
    await seated.settle();
    const posted = seated
      .at(seated.channel('pdm-emea'))
      .filter((one) => wordsOn(one).join().includes(number))
      .map(({ message }) => message.card?.name);
    expect(posted).toEqual(['handoff', 'digest']);
    expect(wordsOn(await show(maya)).join()).toContain(words.steps.remind);
  });

  it('leaves cards that say what they were about', async () => {
    await onMonday();
    number = await seated.submit({ wantedBy: '' });
    await wait(30);
    await seated.say(tom, `claim ${number}`);
    const done = words.over.done(number, words.events.claim('Tom Okafor'));
    const over = seated.at(seated.channel('pdm-emea')).filter((one) => wordsOn(one).join().includes(done));
    expect(over.length).toBeGreaterThan(0);
    for (const one of over) expect(wordsOn(one).join()).toContain('Northwind Traders');
  });

  it('for a manager doesn’t end when the lead claims the request, but when they ask the partner something', async () => {
    await seated.say(priya, `claim ${number}`);
    await seated.say(maya, `escalate ${number}`);
    const [card] = remindersAt(amara);
    expect(wordsOn(card!)).toContain('Priya Nair');
    expect(verbsOn(card!)).toContain('handoff.transfer');
    await seated.say(priya, `release ${number}`);
    await seated.say(priya, `transfer ${number} to lena-fischer`);
    await seated.say(amara, `release ${number}`);
    const now = () => seated.shown().find(({ activityId }) => activityId === card!.activityId)!;
    const isOpen = () => wordsOn(now()).join().includes(words.reminder.said.manager('Maya Hoffmann'));
    expect(isOpen()).toBe(true);
    await seated.say(amara, `claim ${number}`);
    expect(isOpen()).toBe(true);
    await seated.say(amara, `ask ${number} When can I call you?`);
    expect(isOpen()).toBe(false);
  });

  it('for a manager ends when the lead moves the agreed date', async () => {
    const dayIn = (days: number) =>
      new Date(seated.test.clock.nowMs() + days * DAY_MS).toISOString().slice(0, 10);
    await seated.say(amara, `claim ${number}`);
    await seated.say(amara, `accept ${number} ${dayIn(7)}`);
    await seated.say(maya, `escalate ${number}`);
    const card = remindersAt(amara).at(-1)!;
    const now = () =>
      wordsOn(seated.shown().find(({ activityId }) => activityId === card.activityId)!).join();
    expect(now()).toContain(words.reminder.said.manager('Maya Hoffmann'));
    await seated.say(amara, `reschedule ${number} ${dayIn(8)}`);
    expect(now()).not.toContain(words.reminder.said.manager('Maya Hoffmann'));
  });
});

describe('a list and a card', () => {
  it('of what somebody owns say for whom, and the agreed day', async () => {
    await seated.say(maya, `withdraw ${number}`);
    number = await seated.submit({ wantedBy: '', customer: 'Wingtip' });
    await seated.say(priya, `claim ${number}`);
    await seated.say(priya, `accept ${number} 2028-03-09`);
    const rows = wordsOn((await seated.say(priya, words.lists.owned)).at(-1)!).join('');
    for (const told of [
      'Northwind Traders',
      'Wingtip',
      words.requestList.agreedFor(words.speech.meetingDay('2028-03-09')),
    ])
      expect(rows).toContain(told);
    expect(rows).not.toContain('Priya Nair');
  });

  it('show the hours to those who handled it, and not to the partner', async () => {
    await seated.say(priya, `claim ${number}`);
    await seated.say(priya, `complete ${number} 6 hours, done`);
    for (const who of [priya, amara]) expect(wordsOn(await show(who))).toContain(words.facts.hours);
    expect(wordsOn(await show(maya))).not.toContain(words.facts.hours);
  });

  it('tell the partner when the queue opens, while it’s closed', async () => {
    const at = (time: string) => {
      seated.test.clock.advance(Date.parse(time) - seated.test.clock.nowMs());
    };
    at('2027-06-04T20:00:00Z');
    number = await seated.submit({ wantedBy: '' });
    // Monday is a holiday; in June Dublin is an hour ahead of UTC.
    expect(wordsOn(await show(maya)).join()).toContain('2027-06-08T08:00:00Z');
    at('2027-06-08T09:00:00Z');
    expect(wordsOn(await show(maya))).not.toContain(words.facts.opens);
  });
});

describe('a queue without a channel', () => {
  it('can’t be chosen where nobody would see the request, and loses none', async () => {
    const unseen = await openSeats();
    try {
      const { outbox, desk, storage } = unseen.test;
      const sent = await unseen.submit();
      await unseen.say(priya, `claim ${sent}`);
      await storage.database.transaction((executor) =>
        outbox.retireAddresses({ conversationId: '19:catch-all' }, executor),
      );
      expect((await desk.listSeenQueues()).map(({ id }) => id)).not.toContain('catch-all');
      const [form] = await unseen.say(priya, `transfer ${sent}`);
      expect(JSON.stringify(form!.message.card)).not.toContain('queue:catch-all');
      const [refusal] = await unseen.say(priya, `transfer ${sent} to catch-all`);
      expect(wordsOn(refusal!).join()).toContain(words.faults.kinds['no-channel']);
      await unseen.say(priya, `complete ${sent} done`);
      // The other channel goes, too: a reopened request needs somebody who sees it.
      await storage.database.transaction((executor) =>
        outbox.retireAddresses({ conversationId: '19:pdm-emea' }, executor),
      );
      await unseen.say(maya, `reopen ${sent}`);
      const toLead = unseen.at(inPersonal(amara)).flatMap(wordsOn).join('\n');
      expect(toLead).toContain('PDM EMEA');
    } finally {
      await unseen.close();
    }
  });
});
