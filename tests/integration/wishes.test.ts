/** What people say about a request in words of their own happens, or is offered; what they took back doesn't. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { en as words } from '../../cards/words/en';
import { inPersonal } from '../support/conversation';
import { objectsOf } from '../support/card-check';
import { openSeats, pressesOf, seats, wordsOn, type Seats, type Shown } from '../support/seats';

const { maya, priya, lena, amara } = seats;
let seated: Seats;
let number: string;
beforeAll(async () => {
  seated = await openSeats();
});
beforeEach(async () => {
  const by = await seated.test.directory.recognise(maya);
  const { requests } = await seated.test.desk.listMine(by, { limit: 50 });
  // Nothing of an earlier test waits for anybody.
  for (const request of requests) await seated.say(maya, `withdraw ${request.number}`);
  number = await seated.submit();
});
afterAll(() => seated.close());

const textOf = (shown: readonly Shown[]) => shown.flatMap(wordsOn).join('\n');
const cardNames = (shown: readonly Shown[]) => shown.map(({ message }) => message.card?.name);
const textAt = (who: typeof maya) => textOf(seated.at(inPersonal(who)));

async function view() {
  const by = await seated.test.directory.recognise(maya);
  const found = await seated.test.desk.findRequest(by, { number: Number(number.replace(/\D/g, '')) });
  if (found.outcome !== 'found') throw new Error(found.outcome);
  return found.request;
}

/** What the inputs of a card hold. */
function valuesOn(shown: readonly Shown[]): Readonly<Record<string, unknown>> {
  const inputs = shown.flatMap(({ message }) => objectsOf(message.card?.content ?? {}));
  return Object.fromEntries(
    inputs.flatMap(({ id, type, value }): [string, unknown][] =>
      typeof id === 'string' && String(type).startsWith('Input.') && value !== undefined ? [[id, value]] : [],
    ),
  );
}

/** Presses the first suggestion with that title, as a person would. */
async function choose(who: typeof maya, shown: readonly Shown[], title: string) {
  const card = shown.at(-1);
  const action = objectsOf(card?.message.card?.content ?? {}).find(
    (one) => one['title'] === title && one['data'] !== undefined,
  );
  if (action === undefined) throw new Error(`Nothing is called ${title}.`);
  const data = action['data'] as { readonly msteams?: { readonly value?: unknown } };
  const said = data.msteams?.value;
  return typeof said === 'string' ? seated.say(who, said) : seated.press(who, card, data);
}

describe('a draft that was closed', () => {
  const answers = async () => (await view()).events.filter(({ event }) => event === 'answer').length;
  beforeEach(async () => {
    await seated.say(priya, `claim ${number}`);
    seated.test.clock.advance(60_000);
    await seated.say(priya, `ask ${number} How many users?`);
  });

  it('by Back is not sent by a later "yes"', async () => {
    const offered = await seated.say(maya, 'About 900 users in three shifts');
    expect(textOf(offered)).toContain(words.answerForm.offer(number));
    await choose(maya, offered, words.buttons.back);
    await seated.say(maya, 'yes');
    expect(await answers()).toBe(0);
  });

  it('by a newer one gives way to it: "yes" sends what the newest shows', async () => {
    await seated.say(maya, 'About 900 users in three shifts');
    await seated.say(maya, 'About 1200 users, sorry');
    await seated.say(maya, 'yes');
    expect((await view()).events.findLast(({ event }) => event === 'answer')?.text).toBe(
      'About 1200 users, sorry',
    );
  });

  it('by a form that shows other words gives way to those', async () => {
    await seated.say(maya, 'About 900 users in three shifts');
    const form = await seated.say(maya, 'tell Priya that I am away until Monday');
    expect(valuesOn(form)).toMatchObject({ answer: 'I am away until Monday' });
    await seated.say(maya, 'yes');
    expect((await view()).events.findLast(({ event }) => event === 'answer')?.text).toBe(
      'I am away until Monday',
    );
  });

  it('by a command that shows something else is not sent by "yes"', async () => {
    await seated.say(maya, 'About 900 users in three shifts');
    await seated.say(maya, 'my requests');
    await seated.say(maya, 'yes');
    expect(await answers()).toBe(0);
  });

  it('stays closed alone: Back on an older one keeps the newer', async () => {
    const older = await seated.say(maya, 'About 900 users in three shifts');
    await seated.say(maya, 'About 1200 users, sorry');
    await choose(maya, older, words.buttons.back);
    await seated.say(maya, 'yes');
    expect(await answers()).toBe(1);
  });
});

describe('a wish that names its request', () => {
  it.each([
    'please reopen #, the customer came back',
    'actually, reopen #, the customer came back',
    'oh wait, reopen #: the customer came back',
  ])('“%s” reopens it', async (said) => {
    await seated.say(maya, `withdraw ${number}`);
    await seated.say(maya, said.replace('#', number));
    const { state, events } = await view();
    expect([state, events.at(-1)?.text]).toEqual(['submitted', 'the customer came back']);
  });

  it.each([
    'we don’t need # anymore',
    '# hat sich erledigt',
    'Ich brauche # nicht mehr',
    '# is no longer needed',
    'the customer has cancelled #',
  ])('“%s” offers to withdraw it, and a press does', async (said) => {
    const offered = await seated.say(maya, said.replace('#', number));
    expect(textOf(offered)).toContain(words.talk.whichStep(number));
    expect((await view()).state).toBe('submitted');
    await choose(maya, offered, words.buttons.withdraw);
    expect((await view()).state).toBe('withdrawn');
  });

  it.each(['delete my request', 'Ich ziehe die Anfrage zurück', 'bitte storniere meine Anfrage'])(
    '“%s” offers to withdraw the only one',
    async (said) => {
      const offered = await seated.say(maya, said);
      expect(textOf(offered)).toContain(words.talk.whichStep(number));
      await choose(maya, offered, words.buttons.withdraw);
      expect((await view()).state).toBe('withdrawn');
    },
  );

  it('by its customer shows the one with that customer', async () => {
    const other = await seated.submit({ customer: 'Fabrikam Foods' });
    const shown = await seated.say(maya, 'cancel my Fabrikam request');
    expect(textOf(shown)).toContain(words.talk.withdrawEach([other]));
    expect(textOf(shown)).not.toContain(number);
  });

  it.each([
    'change the customer on # to Fabrikam Foods',
    'ändere den Kunden von # auf Fabrikam Foods',
    'the customer of # is actually Fabrikam Foods',
  ])('“%s” opens the edit with it', async (said) => {
    const form = await seated.say(maya, said.replace('#', number));
    expect(cardNames(form)).toEqual(['edit-form']);
    expect(valuesOn(form)).toMatchObject({ customer: 'Fabrikam Foods' });
  });

  it.each(['yo whats up with #', 'wie steht’s mit #?', 'how are things with #'])(
    '“%s” shows it',
    async (said) => {
      const shown = await seated.say(maya, said.replace('#', number));
      expect(cardNames(shown)).toEqual(['request']);
      expect(textOf(shown)).toContain(number);
    },
  );

  it('to hand it to somebody else reaches the lead and not its owner', async () => {
    await seated.say(priya, `claim ${number}`);
    const offered = await seated.say(maya, `pls hand ${number} to someone else, Priya is slow`);
    expect(cardNames(offered)).toEqual(['notice']);
    expect(textAt(priya)).not.toContain('Priya is slow');
    expect(textOf(await choose(maya, offered, words.waiting.askLead))).toContain(words.manager.done(number));
  });

  it.each([
    'don’t withdraw #',
    'should I withdraw #?',
    'why was # moved to 16 December?',
    'if the customer agrees, withdraw #',
  ])('“%s” is none', async (said) => {
    const { version } = await view();
    const shown = await seated.say(maya, said.replace('#', number));
    expect(textOf(shown)).not.toContain(words.talk.whichStep(number));
    expect((await view()).version).toBe(version);
  });
});

describe('a date in one’s own words', () => {
  const FRIDAY = '2026-12-18';
  beforeEach(async () => {
    await seated.say(priya, `claim ${number}`);
    await seated.say(priya, `accept ${number} 2026-12-09`);
  });

  it.each([
    'can you change the date to 18 December',
    'can we move it to 18 December?',
    'neuer Termin für #: 18. Dezember',
    'können wir # auf den 18. Dezember verschieben?',
    'Können wir den Termin auf den 18. Dezember verschieben?',
    '# muss auf den 18. Dezember verschoben werden',
    'we can’t make it, please move # to 18 December',
  ])('“%s” is proposed by the partner and set by the owner', async (said) => {
    await seated.say(maya, said.replace('#', number));
    expect((await view()).proposedFor).toBe(FRIDAY);
    await seated.say(priya, said.replace('#', number));
    expect((await view()).acceptedFor).toBe(FRIDAY);
  });

  it('keeps the reason that came first', async () => {
    await seated.say(priya, `the partner can’t make it, move ${number} to 18 December`);
    expect((await view()).events.at(-1)?.text).toBe('the partner can’t make it');
  });

  it('is confirmed with its weekday, and a weekend is pointed out', async () => {
    expect(textOf(await seated.say(priya, `reschedule ${number} to 18 December`))).toContain(
      'Fri, 18 Dec 2026',
    );
    expect(textOf(await seated.say(priya, `reschedule ${number} to 19 December`))).toContain(
      words.outcomes.onWeekend('Saturday'),
    );
  });

  it('is the form’s while a form is open', async () => {
    await seated.say(maya, 'I need an architecture design session for Tailspin Toys');
    await seated.say(maya, 'change the date to 18 December');
    expect((await view()).proposedFor).toBeNull();
  });

  it('that was agreed is lost by a transfer, and both owners hear it', async () => {
    const reply = textOf(await seated.say(priya, `transfer ${number} to Lena because she knows them`));
    expect(reply).toContain(words.outcomes.dateLost('2026-12-09'));
    const request = await view();
    expect([request.owner?.name, request.acceptedFor]).toEqual(['Lena Fischer', null]);
    expect(textOf(await seated.say(lena, `status ${number}`))).toContain(
      words.request.dateLost('2026-12-09'),
    );
    await seated.say(lena, `accept ${number} 2026-12-18`);
    expect(textOf(await seated.say(lena, `status ${number}`))).not.toContain(
      words.request.dateLost('2026-12-09'),
    );
  });

  it('is not asked for again while a question is open', async () => {
    await seated.say(priya, `ask ${number} Who comes?`);
    const presses = (await seated.say(priya, `status ${number}`)).flatMap(pressesOf);
    expect(presses.map(({ verb }) => verb)).not.toContain('handoff.accept');
  });
});

describe('what is typed with a command', () => {
  beforeEach(async () => {
    await seated.say(priya, `claim ${number}`);
  });

  it('accept keeps the time of day', async () => {
    const form = await seated.say(priya, `accept ${number} on 15 December at 14:00`);
    expect(valuesOn(form)).toMatchObject({ date: '2026-12-15', remark: 'on 15 December at 14:00' });
  });

  it('complete reads outcome and hours as its form does, or opens it with them', async () => {
    const form = await seated.say(priya, `complete ${number} we had a good day, 6 hours`);
    expect(cardNames(form)).toEqual(['complete-form']);
    expect(valuesOn(form)).toMatchObject({ hours: 6, summary: 'we had a good day' });
    await seated.say(priya, `complete ${number} done, 6 hours, they have a design`);
    const by = await seated.test.directory.recognise(priya);
    const found = await seated.test.desk.findRequest(by, { number: Number(number.replace(/\D/g, '')) });
    expect(found).toMatchObject({ request: { state: 'completed', hours: 6 } });
    const text = (await view()).events.at(-1)?.text;
    expect(text).toBe(`${words.completeForm.outcomes.delivered}. they have a design`);
  });

  it('decline fills the message, and the partner reads the reason apart from it', async () => {
    const form = await seated.say(priya, `decline ${number} because we have no capacity this year`);
    expect(valuesOn(form)).toMatchObject({
      reasonId: 'other',
      explanation: 'because we have no capacity this year',
    });
    await seated.say(priya, `decline ${number} sustained-effort It takes a year.`);
    expect(textAt(maya)).toContain(words.layout.quoted('It takes a year.'));
  });
});

describe('a question how it stands', () => {
  beforeEach(async () => {
    await seated.say(priya, `claim ${number}`);
  });

  it.each(['Wie ist der Stand?', 'Stand', 'did Priya get back to me?', 'what did Priya ask me?'])(
    '“%s” shows the request',
    async (said) => {
      expect(textOf(await seated.say(maya, said))).toContain(number);
    },
  );

  it.each([
    ['why was it declined?', false],
    ['das ist doch Mist, warum wurde das abgelehnt?', true],
  ])('“%s” shows the declined request, and says sorry to people who are upset', async (said, isUpset) => {
    await seated.say(priya, `decline ${number} sustained-effort It takes a year.`);
    const shown = textOf(await seated.say(maya, said));
    expect(shown).toContain('It takes a year.');
    expect(shown.includes(words.talk.sorryDeclined(number))).toBe(isUpset);
  });

  it('in anger, in German, gets sympathy and the request', async () => {
    const shown = textOf(await seated.say(maya, 'Ihr seid echt unfähig, seit drei Tagen keine Antwort'));
    expect(shown).toContain(words.talk.tooSlow([number]));
  });

  it('with nothing before it is “so what now”', async () => {
    const fresh = await openSeats();
    const sent = await fresh.submit();
    expect(textOf(await fresh.say(maya, 'so what now'))).toContain(sent);
    await fresh.close();
  });

  it('is none in “the session was great, thank you”', async () => {
    expect(textOf(await seated.say(maya, 'the session was great, thank you'))).toContain(
      words.outcomes.thanks,
    );
  });

  it('is none about people who are on no request', async () => {
    expect(cardNames(await seated.say(maya, 'did Zoltan get back to me?'))).not.toContain('request');
  });
});

describe('who wants somebody above', () => {
  it.each([
    'I want to speak to a manager about #, nobody is doing anything',
    'can I speak to a manager about # because nobody answers',
    'can i talk to your boss about #, this takes forever',
    'Ich möchte mit einem Vorgesetzten über # sprechen',
    'I want to speak to someone in charge',
  ])('“%s” reaches the lead', async (said) => {
    await seated.say(priya, `claim ${number}`);
    expect(textOf(await seated.say(maya, said.replace('#', number)))).toContain(words.manager.done(number));
    expect(textAt(amara)).toContain(words.reminder.said.manager('Maya Hoffmann'));
  });
});
