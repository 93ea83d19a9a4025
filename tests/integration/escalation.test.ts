/** A partner's nudge or angry word reaches who has the request, and the lead where that one stays silent. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { de } from '../../cards/words/de';
import { en } from '../../cards/words/en';
import { readRequest } from '../support/find-stale-cards';
import { openSeats, seats, wordsOn, type Seats, type Shown } from '../support/seats';

const { maya, nils, priya, tom, amara } = seats;
const DAY_MS = 24 * 60 * 60 * 1000;
let seated: Seats;
beforeAll(async () => {
  seated = await openSeats();
});
afterAll(() => seated.close());
// Each test has a partner with one open request.
afterEach(async () => {
  for (const number of open.splice(0)) await seated.say(maya, `withdraw ${number}`);
});
const open: string[] = [];
async function submit(): Promise<string> {
  const number = await seated.submit({ wantedBy: '' });
  open.push(number);
  return number;
}
const textOn = (shown: readonly Shown[]) => shown.flatMap(wordsOn).join(' ');

/** The card about it that someone has. */
function cardOf({ userId }: { readonly userId: string }, number: string): string {
  const cards = seated
    .shown()
    .filter(({ place, message }) => place.address.userId === userId && message.card?.name === 'reminder');
  return textOn(cards.filter((one) => wordsOn(one).includes(number)));
}

function nudgesAt({ userId }: { readonly userId: string }, number: string): number {
  return seated
    .shown()
    .filter(({ place, message }) => place.address.userId === userId && message.card?.name === 'reminder')
    .filter((one) => wordsOn(one).includes(number)).length;
}

it('goes to the owner, not to the PDM who was asked first, and to the lead only when the owner is silent', async () => {
  const number = await submit();
  await seated.say(tom, `claim ${number}`);
  await seated.say(maya, `nudge ${number}`);
  expect([tom, priya, amara].map((who) => nudgesAt(who, number))).toEqual([1, 0, 0]);
  seated.test.clock.advance(7 * DAY_MS);
  await seated.say(maya, `nudge ${number}`);
  expect([tom, priya, amara].map((who) => nudgesAt(who, number))).toEqual([2, 0, 1]);
  await seated.say(tom, `note ${number} on it`);
  seated.test.clock.advance(DAY_MS);
  await seated.say(maya, `nudge ${number}`);
  // The earlier ones are over, as the owner did something.
  expect([tom, priya, amara].map((who) => nudgesAt(who, number))).toEqual([1, 0, 0]);
});

it('tells the partner that the lead heard it, too', async () => {
  const number = await submit();
  await seated.say(tom, `claim ${number}`);
  seated.test.clock.advance(7 * DAY_MS);
  const shown = textOn(await seated.say(maya, `nudge ${number}`));
  expect(shown).toContain(en.nudge.notified(['Tom Okafor', en.outcomes.whoMay.lead('PDM EMEA')]));
});

describe('an angry word about a request', () => {
  it('is a nudge: the owner hears it, the partner who that is, and both once a day', async () => {
    const number = await submit();
    await seated.say(tom, `claim ${number}`);
    const shown = textOn(await seated.say(maya, 'this takes far too long'));
    expect(shown).toContain(en.talk.sorry);
    expect(shown).toContain(en.nudge.notified(['Tom Okafor']));
    expect(textOn(await seated.say(maya, `${number} is taking far too long`))).toContain(
      en.nudge.tooEarly(number),
    );
    expect([tom, priya, amara].map((who) => nudgesAt(who, number))).toEqual([1, 0, 0]);
  });

  it('reaches the lead, too, once the owner is silent', async () => {
    const number = await submit();
    await seated.say(tom, `claim ${number}`);
    seated.test.clock.advance(7 * DAY_MS);
    await seated.say(maya, 'Das dauert viel zu lange!');
    expect([tom, amara].map((who) => nudgesAt(who, number))).toEqual([1, 1]);
  });

  it('sends nothing where it may be about something else, or about another request', async () => {
    const number = await submit();
    await seated.say(tom, `claim ${number}`);
    await seated.say(maya, 'my customer’s support ticket is taking far too long');
    const other = await submit();
    expect(textOn(await seated.say(maya, 'this takes far too long'))).toContain(
      en.talk.tooSlow([other, number]),
    );
    expect([tom, amara].map((who) => nudgesAt(who, number))).toEqual([0, 0]);
  });
});

describe('who wants a manager', () => {
  it('reaches the lead at once, once a day, after a nudge as well', async () => {
    const number = await submit();
    await seated.say(tom, `claim ${number}`);
    await seated.say(maya, `nudge ${number}`);
    const lead = [en.outcomes.whoMay.lead('PDM EMEA')];
    const answered = await seated.say(maya, 'I want a manager');
    expect(answered).toHaveLength(1);
    expect(textOn(answered)).toContain(`${en.manager.done(number)} ${en.nudge.notified(lead)}`);
    expect(textOn(await seated.say(maya, `escalate ${number}`))).toContain(en.manager.tooEarly(number));
    expect([tom, amara].map((who) => nudgesAt(who, number))).toEqual([1, 1]);
    const atLead = seated.shown().filter(({ place }) => place.address.userId === amara.userId);
    expect(textOn(atLead)).toContain(en.reminder.said.manager('Maya Hoffmann'));
    await seated.say(tom, `release ${number}`);
    expect([tom, amara].map((who) => nudgesAt(who, number))).toEqual([0, 1]);
    await seated.say(amara, `note ${number} I’ll call you`);
    expect(nudgesAt(amara, number)).toBe(0);
  });

  it('reaches the lead while a question is open, and about a request that was declined', async () => {
    const asked = await submit();
    await seated.say(tom, `claim ${asked}`);
    await seated.say(tom, `ask ${asked} how many users?`);
    await seated.say(maya, 'Ich möchte mit Ihrem Vorgesetzten sprechen');
    const declined = await submit();
    await seated.say(tom, `decline ${declined} sustained-effort`);
    await seated.say(maya, `let me speak to your manager about ${declined}`);
    expect([asked, declined].map((number) => nudgesAt(amara, number))).toEqual([1, 1]);
  });

  it('is asked which request it is about, where there are several, and the words go along', async () => {
    const [one, two] = [await submit(), await submit()];
    const said = 'Nobody answers me. I want a manager';
    expect(textOn(await seated.say(maya, said))).toContain(en.manager.which);
    expect([one, two].map((number) => nudgesAt(amara, number))).toEqual([0, 0]);
    await seated.say(maya, one);
    expect(cardOf(amara, one)).toContain(en.layout.quoted(said));
  });

  it('gets an answer without a request, and nobody hears of anybody else’s', async () => {
    const number = await submit();
    expect(textOn(await seated.say(nils, 'I want a manager'))).not.toContain(number);
    await seated.say(nils, `escalate ${number}`);
    expect(nudgesAt(amara, number)).toBe(0);
  });
});

describe('what the partner wrote with it', () => {
  const said = 'This takes far too long, they decide on Friday';

  it('is on the owner’s card and in the history of those who may read it', async () => {
    const number = await submit();
    await seated.say(tom, `claim ${number}`);
    await seated.say(maya, said);
    expect(cardOf(tom, number)).toContain(en.layout.quoted(said));
    for (const reader of [maya, tom, amara])
      expect(textOn(await seated.say(reader, `history ${number}`))).toContain(en.layout.quoted(said));
    expect(textOn(await seated.say(priya, `history ${number}`))).not.toContain(said);
    expect(textOn(await seated.say(nils, `history ${number}`))).not.toContain(said);
  });

  it('is on the lead’s card, without the command', async () => {
    const [one, two] = [await submit(), await submit()];
    await seated.say(maya, `escalate ${one}: the owner left the company`);
    await seated.say(maya, `escalate ${two}`);
    expect(cardOf(amara, one)).toContain(en.layout.quoted('the owner left the company'));
    expect(cardOf(amara, two)).not.toContain('escalate');
    expect(textOn(await seated.say(amara, `history ${two}`))).not.toContain('escalate');
  });

  it('is on the lead’s card, without the command, in each language', async () => {
    for (const { layout, manager } of [en, de]) {
      const number = await submit();
      await seated.say(maya, `${layout.command(manager.verb, number)}: the owner left the company`);
      expect(cardOf(amara, number)).toContain(en.layout.quoted('the owner left the company'));
      const bare = await submit();
      await seated.say(maya, layout.command(manager.verb, bare));
      expect(cardOf(amara, bare)).toContain(bare);
      expect(cardOf(amara, bare)).not.toContain(manager.verb);
    }
  });

  it('is on the owner’s card of a typed nudge', async () => {
    const number = await submit();
    await seated.say(tom, `claim ${number}`);
    await seated.say(maya, `nudge ${number} is Friday still fine?`);
    expect(cardOf(tom, number)).toContain(en.layout.quoted('is Friday still fine?'));
  });

  it('never appears in a channel, or on a lead’s card of a confidential request', async () => {
    const number = await submit();
    await seated.say(maya, `nudge ${number} is Friday still fine?`);
    const atQueue = seated.at(seated.channel('pdm-emea'));
    expect(textOn(atQueue)).toContain(en.reminder.said.nudge('Maya Hoffmann'));
    expect(textOn(atQueue)).not.toContain('is Friday still fine?');
    await seated.say(maya, `escalate ${number}: Contoso is waiting`);
    expect(cardOf(amara, number)).toContain('Contoso is waiting');
    const { desk, directory } = seated.test;
    const request = await readRequest(seated, number);
    const hidden = await desk.edit(await directory.recognise(maya), request, { isConfidential: true });
    expect(hidden.outcome).toBe('done');
    await seated.settle();
    expect(cardOf(amara, number)).toContain(number);
    expect(cardOf(amara, number)).not.toContain('Contoso is waiting');
  });

  it('is refused where it reports a vulnerability, and nobody hears any of it', async () => {
    const number = await submit();
    await seated.say(tom, `claim ${number}`);
    const shown = textOn(
      await seated.say(maya, `nudge ${number} I found an authentication bypass in Entra ID`),
    );
    expect(shown).toContain('MSRC');
    expect(nudgesAt(tom, number)).toBe(0);
  });
});
