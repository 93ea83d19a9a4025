/** What people type about their own requests does what it says, or offers it; nothing they typed is dropped. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { en as words } from '../../cards/words/en';
import { inPersonal, openConversation } from '../support/conversation';
import { openSeats, pressesOf, seats, wordsOn, type Seats, type Shown } from '../support/seats';
import { objectsOf } from '../support/card-check';

const { maya, nils, priya, tom, lena, amara } = seats;
let seated: Seats;
let number: string;
beforeAll(async () => {
  seated = await openSeats();
});
beforeEach(async () => {
  // Nothing of an earlier test waits for anybody.
  for (const request of await listOpen()) await seated.say(maya, `withdraw ${request}`);
  number = await seated.submit();
});
afterAll(() => seated.close());

async function listOpen(): Promise<readonly string[]> {
  const by = await seated.test.directory.recognise(maya);
  const { requests } = await seated.test.desk.listMine(by, { limit: 50 });
  return requests.map((request) => request.number);
}

function textOf(shown: readonly Shown[]): string {
  return shown.flatMap(wordsOn).join('\n');
}

/** What the inputs of a card hold. */
function valuesOn(shown: readonly Shown[]): Readonly<Record<string, unknown>> {
  const inputs = shown.flatMap(({ message }) => objectsOf(message.card?.content ?? {}));
  return Object.fromEntries(
    inputs.flatMap(({ id, type, value }): [string, unknown][] =>
      typeof id === 'string' && typeof type === 'string' && type.startsWith('Input.') && value !== undefined
        ? [[id, value]]
        : [],
    ),
  );
}

const cardNames = (shown: readonly Shown[]) => shown.map(({ message }) => message.card?.name);

async function view(as: typeof maya = maya, of = number) {
  const by = await seated.test.directory.recognise(as);
  const found = await seated.test.desk.findRequest(by, { number: Number(of.replace(/\D/g, '')) });
  if (found.outcome !== 'found') throw new Error(found.outcome);
  return found.request;
}

describe('the note form', () => {
  it('says who can read the note, and the colleague who can is named', async () => {
    const [form] = await seated.say(maya, `note ${number}`);
    expect(textOf([form!])).toContain(words.noteForm.readers.partner('Northwind Traders'));
    await seated.say(maya, `note ${number} The budget is 40k.`);
    expect(textOf(await seated.say(nils, `status ${number}`))).toContain('40k');
  });

  it('promises privacy only for a confidential request, and keeps it', async () => {
    const secret = await seated.submit({ confidential: 'true' });
    expect(textOf(await seated.say(maya, `note ${secret}`))).toContain(words.noteForm.readers.ownerAndSender);
    await seated.say(maya, `note ${secret} The budget is 40k.`);
    for (const other of [nils, tom, amara])
      expect(textOf(await seated.say(other, `status ${secret}`))).not.toContain('40k');
  });

  it('tells the owner that the partner’s company can read it', async () => {
    await seated.say(priya, `claim ${number}`);
    expect(textOf(await seated.say(priya, `note ${number}`))).toContain(
      words.noteForm.readers.staff('Northwind Traders'),
    );
  });
});

describe('the history', () => {
  it('shows a new owner everything that was said before, in full', async () => {
    const long = `About 900 users. ${'They work in shifts. '.repeat(20)}And 40 of them at night.`;
    await seated.say(priya, `claim ${number}`);
    await seated.say(priya, `ask ${number} How many users?`);
    await seated.say(maya, `answer ${number} ${long}`);
    await seated.say(priya, `accept ${number} 2026-12-09`);
    await seated.say(priya, `transfer ${number} to lena-fischer`);
    const [card] = await seated.say(lena, `history ${number}`);
    expect(cardNames([card!])).toEqual(['history']);
    expect(textOf([card!])).toContain('And 40 of them at night.');
    expect(textOf([card!])).toContain(
      words.events.accept('Priya Nair', { to: null, day: '2026-12-09', fields: [] }),
    );
    expect(textOf(await seated.say(lena, `what was the agreed date for ${number}?`))).toContain(
      words.events.accept('Priya Nair', { to: null, day: '2026-12-09', fields: [] }),
    );
    expect(JSON.stringify(await seated.say(lena, `status ${number}`))).toContain(`history ${number}`);
  });

  it('goes back page by page to the first event', async () => {
    for (let at = 1; at <= 14; at += 1) await seated.say(maya, `note ${number} Note ${at}.`);
    const [card] = await seated.say(maya, `history ${number}`);
    const older = pressesOf(card!).find(({ verb }) => verb === 'history.page');
    const [before] = await seated.press(maya, card, older!);
    expect(textOf([before!])).toContain(words.events.submit('Maya Hoffmann'));
    expect(textOf([before!])).toContain('Note 1.');
  });

  it('keeps from others what their card keeps from them', async () => {
    const secret = await seated.submit({ confidential: 'true' });
    await seated.say(maya, `note ${secret} For Tailspin.`);
    for (const other of [nils, tom])
      expect(textOf(await seated.say(other, `history ${secret}`))).not.toContain('Tailspin');
  });

  it('names the reason of a decline', async () => {
    await seated.say(priya, `decline ${number} sustained-effort It takes a year.`);
    for (const who of [maya, priya])
      expect(textOf(await seated.say(who, `history ${number}`))).toContain(
        'Sustained or strategic effort: It takes a year.',
      );
  });
});

describe('a transfer that is typed', () => {
  beforeEach(async () => {
    await seated.say(priya, `claim ${number}`);
  });

  it.each([
    ['to PTS EMEA please look at the sizing', 'PTS EMEA', 'please look at the sizing'],
    ['to pts-emea please', 'PTS EMEA', null],
    ['to PTS EMEA - needs a PTS', 'PTS EMEA', 'needs a PTS'],
    ['to pts-emea: one for a strategist', 'PTS EMEA', 'one for a strategist'],
  ])('%s goes to the queue with the rest as its note', async (rest, queue, note) => {
    await seated.say(priya, `transfer ${number} ${rest}`);
    const { queue: now, events } = await view(lena);
    expect([now.name, events.at(-1)?.text]).toEqual([queue, note]);
  });

  it.each([
    ['to Lena Fischer, she knows them', 'she knows them'],
    ['to Lena', null],
    ['to Lena: she knows them', 'she knows them'],
  ])('%s goes to the person', async (rest, note) => {
    await seated.say(priya, `transfer ${number} ${rest}`);
    const { owner, events } = await view(lena);
    expect([owner?.name, events.at(-1)?.text]).toEqual(['Lena Fischer', note]);
  });

  it('with the number first goes there, too', async () => {
    await seated.say(priya, `${number} transfer to Lena Fischer, she knows them`);
    expect((await view(lena)).owner?.name).toBe('Lena Fischer');
  });

  it('to a part of a name before other words asks, and a press does it', async () => {
    const [asked] = await seated.say(priya, `transfer ${number} to Lena Miller`);
    expect(textOf([asked!])).toContain(words.transferForm.whoIsMeant);
    expect((await view(priya)).owner?.name).toBe('Priya Nair');
    const offered = /"(transfer [^"]*lena-fischer[^"]*)"/.exec(JSON.stringify(asked?.message.card));
    await seated.say(priya, offered?.[1] ?? '');
    expect((await view(lena)).owner?.name).toBe('Lena Fischer');
  });

  it('to nobody who is known opens the form with the note in it', async () => {
    const form = await seated.say(priya, `transfer ${number} to Zoltan: he knows them`);
    expect(cardNames(form)).toEqual(['transfer-form']);
    expect(textOf(form)).toContain(words.transferForm.whoIsMeant);
    expect(valuesOn(form)).toMatchObject({ remark: 'he knows them' });
  });
});

describe('the form of a new request', () => {
  it('takes nothing from commands and words about other requests', async () => {
    const said = [
      'requests of my company',
      `rate ${number} 5 stars, great session`,
      'please tell Zoltan that the workshop must be remote',
    ];
    for (const one of said) await seated.say(maya, one);
    const form = await seated.say(maya, 'I need a proof of concept for Alpine Ski House');
    expect(cardNames(form)).toEqual(['intake']);
    const shown = JSON.stringify(form);
    for (const part of ['requests of my company', 'great session', 'a proof of concept for Alpine'])
      expect(shown).not.toContain(part);
    expect(valuesOn(form)['details']).toBeUndefined();
  });

  it('doesn’t open for words about a request that was sent', async () => {
    await seated.say(priya, `claim ${number}`);
    const shown = await seated.say(priya, `Book a design session for ${number} on 2026-12-10`);
    expect(cardNames(shown)).toEqual(['note-form']);
  });
});

describe('words about one’s own request', () => {
  it('"what is happening with ..." shows the request of that customer', async () => {
    const own = await seated.submit({ customer: 'Fabrikam Foods' });
    for (const text of ['what is happening with Fabrikam?', 'requests for Fabrikam Foods'])
      expect(textOf(await seated.say(maya, text))).toContain(own);
    expect(textOf(await seated.say(priya, 'requests for Fabrikam Foods'))).toContain(own);
  });

  it('don’t find a customer that the reader may not know', async () => {
    const secret = await seated.submit({ customer: 'Tailspin', confidential: 'true' });
    for (const who of [nils, tom, amara]) {
      const shown = await seated.say(who, 'what is happening with Tailspin?');
      expect(cardNames(shown)).not.toContain('request');
      expect(textOf(shown)).not.toContain(secret);
    }
  });

  it('"ask the partner ..." and "accept it for ..." open the filled form', async () => {
    await seated.say(priya, `claim ${number}`);
    const question = await seated.say(priya, 'ask the partner who the sponsor is');
    expect(cardNames(question)).toEqual(['ask-form']);
    expect(valuesOn(question)).toMatchObject({ question: 'who the sponsor is' });
    const date = await seated.say(priya, 'accept it for 14 January');
    expect(valuesOn(date)).toMatchObject({ date: '2027-01-14' });
  });

  it('"move it to ..." moves the agreed date, or transfers it', async () => {
    await seated.say(priya, `claim ${number}`);
    await seated.say(priya, `accept ${number} 2026-12-09`);
    await seated.say(priya, 'move it to 14 January');
    expect((await view()).acceptedFor).toBe('2027-01-14');
    await seated.say(maya, 'can you move it to 21 January?');
    expect((await view()).proposedFor).toBe('2027-01-21');
    await seated.say(priya, 'move it to Lena Fischer');
    expect((await view(lena)).owner?.name).toBe('Lena Fischer');
  });

  it.each(['Priya', 'Priya Nair', 'the owner'])('"please tell %s that ..." offers a note', async (whom) => {
    await seated.say(priya, `claim ${number}`);
    const note = await seated.say(maya, `please tell ${whom} that the workshop must be remote`);
    expect(valuesOn(note)).toMatchObject({ note: 'the workshop must be remote' });
  });

  it('that fit several ask which, and the number alone is the answer', async () => {
    const other = await seated.submit();
    for (const one of [number, other]) await seated.say(priya, `claim ${one}`);
    const asked = textOf(await seated.say(priya, 'ask the partner who the sponsor is'));
    expect(asked).toContain(words.requestList.whichOne);
    await seated.say(priya, other);
    expect((await view(maya, other)).events.at(-1)?.text).toBe('who the sponsor is');
  });

  it('that fit several are refused where they report a vulnerability, and kept nowhere', async () => {
    const other = await seated.submit();
    for (const one of [number, other]) await seated.say(priya, `claim ${one}`);
    const story = 'anyone can read the data of other tenants through a crafted request to the portal API';
    const said = await seated.say(priya, `tell the partner that ${story}`);
    expect(cardNames(said)).toEqual(['refusal']);
    expect(JSON.stringify(said)).not.toContain('crafted');
    const dialogues = await seated.test.storage.database.direct.selectFrom('dialogues').selectAll().execute();
    expect(JSON.stringify(dialogues)).not.toContain('crafted');
  });

  it('that fit several name no confidential customer to the desk’s people', async () => {
    const secret = await seated.submit({ customer: 'Tailspin Toys', confidential: 'true' });
    for (const one of [number, secret]) await seated.say(priya, `claim ${one}`);
    const asked = textOf(await seated.say(priya, 'ask the partner who the sponsor is'));
    expect(asked).toContain(secret);
    expect(asked).not.toContain('Tailspin');
  });

  it('"I want a manager" with two open requests is answered by a number', async () => {
    const other = await seated.submit();
    await seated.say(maya, 'let me speak to your boss');
    expect(textOf(await seated.say(maya, other))).toContain(words.manager.done(other));
    expect(textOf(await seated.say(maya, number))).not.toContain(words.manager.done(number));
    expect(textOf(await seated.say(maya, `escalate ${other}`))).not.toContain('nudge');
  });

  it.each([
    ['what do I own?', priya, words.requestList.owned],
    ['my queue', priya, 'PDM EMEA'],
    ['what requests does my company have?', nils, words.requestList.company],
  ])('show the list for %j', async (text, who, heading) => {
    expect(textOf(await seated.say(who, text))).toContain(heading);
  });

  it('"claim this please" below the card in the channel claims it', async () => {
    const channel = seated.channel('pdm-emea');
    const card = seated.at(channel).findLast(({ message }) => message.card?.name === 'handoff');
    const thread = { ...channel, threadId: card?.activityId };
    await seated.say(tom, 'claim this please', thread as typeof channel);
    expect((await view()).owner?.name).toBe('Tom Okafor');
    // Tom is nobody whom the bot can ask, and the partner isn't asked in his place.
    await seated.say(tom, 'ask Tom who the sponsor is', thread as typeof channel);
    expect((await view()).state).toBe('claimed');
  });
});

describe('what was typed with a command', () => {
  it('fills the form: a day in words, what else was agreed, hours', async () => {
    await seated.say(priya, `claim ${number}`);
    expect(valuesOn(await seated.say(priya, `accept ${number} 10 December`))).toMatchObject({
      date: '2026-12-10',
    });
    const past = await seated.say(priya, `accept ${number} 10 December 2025`);
    expect(textOf(past)).toContain(words.intake.dateHasPassed('10 December 2025'));
    const timed = valuesOn(await seated.say(priya, `accept ${number} for 10 December at 14:00, remote`));
    expect(timed).toMatchObject({ date: '2026-12-10', remark: 'for 10 December at 14:00, remote' });
    expect(valuesOn(await seated.say(priya, `complete ${number} 6 hours`))).toMatchObject({ hours: 6 });
  });

  it('reaches the partner with the date', async () => {
    await seated.say(priya, `claim ${number}`);
    const form = (await seated.say(priya, `accept ${number} 10 December`)).at(-1);
    const sent = { number, formId: 'accept-1', date: '2026-12-10', remark: 'At 14:00.' };
    await seated.press(priya, form, { verb: 'accept-form.submit', ...sent });
    expect((await view()).events.at(-1)).toMatchObject({ acceptedFor: '2026-12-10', text: 'At 14:00.' });
  });

  it('in a channel says that nothing was done', async () => {
    const channel = seated.channel('pdm-emea');
    const { version } = await view();
    for (const verb of ['note', 'withdraw', 'nudge'] as const) {
      const text = textOf(await seated.say(priya, `${verb} ${number} the secret`, channel));
      expect(text).toContain(
        words.channelAnswer.typedIn.todo(words.layout.command(words.verbs[verb], number)),
      );
      expect(text).not.toContain('the secret');
    }
    expect((await view()).version).toBe(version);
  });
});

describe('"edit" with words', () => {
  const typed = async (text: string) => valuesOn(await seated.say(maya, `edit ${number} ${text}`));

  it('keeps what isn’t one of its fields, in the description', async () => {
    const { customer, details } = await typed('customer is Contoso, please also invite Bob');
    expect(customer).toBe('Contoso');
    expect(details).toContain('invite Bob');
  });

  it('ticks confidential and takes the tick away again', async () => {
    number = await seated.submit({ confidential: 'true' });
    expect(await typed('it is no longer confidential')).toMatchObject({ confidential: 'false' });
    number = await seated.submit();
    expect(await typed('please make this confidential')).toMatchObject({ confidential: 'true' });
  });
});

describe('after the request was accepted', () => {
  it('the partner still corrects the customer and makes it confidential', async () => {
    await seated.say(priya, `claim ${number}`);
    await seated.say(priya, `accept ${number} 2026-12-09`);
    const form = (await seated.say(maya, `make ${number} confidential`)).at(-1);
    expect(valuesOn([form!])).toMatchObject({ confidential: 'true' });
    const values = { customer: 'Contoso Ltd', confidential: 'true', details: '', wantedBy: '2026-12-10' };
    const sent = { verb: 'edit-form.submit', number, formId: 'edit-1', solutionAreaId: '', ...values };
    await seated.press(maya, form, sent);
    expect(await view()).toMatchObject({ customer: 'Contoso Ltd', isConfidential: true, state: 'accepted' });
    const news = seated.at(inPersonal(priya)).findLast(({ message }) => message.card?.name === 'news');
    expect(textOf([news!])).toContain('Contoso Ltd');
  });

  it('an answer that nobody waits for any more is kept in a note', async () => {
    await seated.say(priya, `claim ${number}`);
    await seated.say(priya, `ask ${number} How many users?`);
    const form = (await seated.say(maya, `answer ${number}`)).at(-1);
    await seated.say(priya, `accept ${number} 2026-12-09`);
    const still = seated.shown().find(({ activityId }) => activityId === form?.activityId);
    expect(still?.message.card?.name).toBe('answer-form');
    const sent = { verb: 'answer-form.submit', number, formId: 'answer-1', answer: 'About 900.' };
    const note = await seated.press(maya, still, sent);
    expect(cardNames(note)).toEqual(['note-form']);
    expect(valuesOn(note)).toMatchObject({ note: 'About 900.' });
    const typed = await seated.say(maya, `answer ${number} About 900.`);
    expect(valuesOn(typed)).toMatchObject({ note: 'About 900.' });
  });
});

describe('what is found', () => {
  it('by a request’s number is that request alone, with its state and owner', async () => {
    await seated.say(priya, `claim ${number}`);
    const { lookUp } = openConversation(seated.test);
    const found = await lookUp(priya, inPersonal(priya), number);
    expect(found.map(({ title }) => title.startsWith(number))).toEqual([true]);
    expect(found[0]?.text).toContain(`${words.states.claimed} · Priya Nair`);
  });

  it('in queues leaves out the empty ones', async () => {
    const lists = await seated.say(amara, 'queue');
    expect(textOf(lists)).toContain(number);
    expect(textOf(lists)).not.toContain(words.requestList.nothing);
  });
});

describe('a reply to the owner', () => {
  beforeEach(async () => {
    await seated.say(priya, `claim ${number}`);
    seated.test.clock.advance(60_000);
    await seated.say(priya, `ask ${number} How many users?`);
  });

  it('that begins with the number is offered without it', async () => {
    const offered = await seated.say(maya, `${number}: about 900 concurrent`);
    expect(valuesOn(offered)).toMatchObject({ answer: 'about 900 concurrent' });
  });

  it('that is typed as a command is not sent again by "yes" or by the form', async () => {
    const form = (await seated.say(maya, 'About 900 users in three shifts')).at(-1);
    const formId = pressesOf(form!).find(({ verb }) => verb === 'answer-form.submit')?.['formId'];
    await seated.say(maya, `answer ${number} About 900 users in three shifts`);
    await seated.say(maya, 'yes');
    const sent = { verb: 'answer-form.submit', number, formId, answer: 'About 900 users in three shifts' };
    await seated.press(maya, form, sent);
    const answers = (await view()).events.filter(({ event }) => event === 'answer' || event === 'note');
    expect(answers).toHaveLength(1);
  });
});
