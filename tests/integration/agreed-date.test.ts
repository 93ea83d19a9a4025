/** Moving a date that was agreed: by its owner, or by a proposal of the partner that the owner answers. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { languages } from '../../cards/words/languages';
import type { Actor, Place } from '../../src/conversation/message';
import { inPersonal } from '../support/conversation';
import { findStaleCards, readRequest } from '../support/find-stale-cards';
import { openSeats, pressesOf, seats, wordsOn, type Seats, type Shown } from '../support/seats';

const { maya, priya, tom, amara } = seats;
const words = languages.en;
const { day } = words.speech;
const NOTHING = { to: null, day: null, fields: [] };
const [AGREED, WISHED, NEW, OTHER] = ['2026-12-09', '2026-12-10', '2027-01-15', '2027-01-22'];

let seated: Seats;
let number: string;
beforeEach(async () => {
  seated = await openSeats();
  number = await seated.submit({ wantedBy: WISHED });
  await seated.say(priya, `claim ${number}`);
  await seated.say(priya, `accept ${number} ${AGREED}`);
});
afterEach(async () => {
  expect(await findStaleCards(seated, number)).toEqual([]);
  await seated.close();
});

const agreedFor = async () => (await readRequest(seated, number)).acceptedFor;
const versionOf = async () => (await readRequest(seated, number)).version;
const textOf = (shown: readonly Shown[]) => shown.flatMap(wordsOn).join('\n');
const textAt = (who: Actor) => textOf(seated.at(inPersonal(who)));
const propose = (date: string) => seated.say(maya, `propose date ${number} ${date}`);

/** The newest card at a place that offers the button. */
function offering(verb: string, place: Place): readonly [Shown, Record<string, unknown>] {
  for (const shown of seated.at(place).toReversed()) {
    const data = pressesOf(shown).find((one) => one['verb'] === verb && one['number'] === number);
    if (data !== undefined) return [shown, data];
  }
  throw new Error(`Nothing offers ${verb}.`);
}

async function press(who: Actor, verb: string, sent: Record<string, unknown> = {}, place = inPersonal(who)) {
  const [shown, data] = offering(verb, place);
  return seated.press(who, shown, { ...data, ...sent });
}

describe('the owner', () => {
  it('gets the form with all that was typed where no day was read', async () => {
    const form = await seated.say(priya, `reschedule ${number} 3/4 because the room is taken`);
    expect(JSON.stringify(form)).toContain('3/4 because the room is taken');
  });

  it('gets a form that was not taken back with its day and its words', async () => {
    await press(priya, 'handoff.reschedule');
    const sent = { date: AGREED, note: 'The room is taken.' };
    const back = JSON.stringify(await press(priya, 'reschedule-form.submit', sent));
    expect(back).toContain(words.faults.kinds.unchanged);
    expect(back).toContain(`"value":"${AGREED}"`);
    expect(back).toContain('The room is taken.');
  });

  it('moves the date by its form, and the partner reads the new one and why', async () => {
    await press(priya, 'handoff.reschedule');
    await press(priya, 'reschedule-form.submit', { date: NEW, note: 'I am away that week.' });
    expect(await agreedFor()).toBe(NEW);
    const reply = textAt(maya);
    expect(reply).toContain(words.events.reschedule('Priya Nair', { ...NOTHING, day: NEW }));
    expect(reply).toContain('I am away that week.');
  });

  it.each([
    `Change the date of # to 15 January`,
    `reschedule # to 15 January 2027`,
    `Verschiebe # auf den 15. Januar`,
    `# verschieben: 15.01.2027`,
  ])('moves it by “%s”', async (said) => {
    expect(textOf(await seated.say(priya, said.replace('#', number)))).toContain(
      words.did.reschedule(number, { owner: null, queue: '', day: NEW }),
    );
    expect(await agreedFor()).toBe(NEW);
  });

  it('moves it from the queue’s channel, which reads the day and not why', async () => {
    const channel = seated.channel('pdm-emea');
    await seated.say(priya, `reschedule ${number} ${NEW}: Contoso is closed`, channel);
    expect(await agreedFor()).toBe(NEW);
    expect(textOf(seated.at(channel))).toContain(day(NEW));
    expect(textOf(seated.at(channel))).not.toContain('Contoso');
  });

  it.each([
    ['2020-01-01', words.faults.kinds.passed],
    [AGREED, words.faults.kinds.unchanged],
    ['1 January 2020', '1 January 2020'],
    ['3/4/2027', '3/4/2027'],
  ])('hears why it can’t be moved to %s', async (date, why) => {
    expect(textOf(await seated.say(priya, `reschedule ${number} ${date}`))).toContain(why);
    expect(await agreedFor()).toBe(AGREED);
  });
});

describe('a proposal of the partner', () => {
  it('leaves the agreed date, and its owner hears of it with a button to confirm', async () => {
    const version = await versionOf();
    await press(maya, 'request.propose-date');
    const data = { date: NEW, note: 'Our office is closed.' };
    const [form, sent] = offering('propose-date-form.submit', inPersonal(maya));
    await seated.press(maya, form, { ...sent, ...data });
    await seated.press(maya, form, { ...sent, ...data });
    expect(await versionOf()).toBe(version + 1);
    expect(await agreedFor()).toBe(AGREED);
    const reply = textAt(priya);
    expect(reply).toContain(words.events['propose-date']('Maya Hoffmann', { ...NOTHING, day: NEW }));
    expect(reply).toContain('Our office is closed.');
    expect(textOf(seated.at(seated.channel('pdm-emea')))).not.toContain('Our office is closed.');
    expect(await findStaleCards(seated, number)).toEqual([]);

    await press(priya, 'handoff.confirm-date');
    expect(await agreedFor()).toBe(NEW);
    expect(textAt(maya)).toContain(words.events['confirm-date']('Priya Nair', { ...NOTHING, day: NEW }));
  });

  it('is declined from the channel, and the agreed date stays', async () => {
    await propose(NEW);
    await press(priya, 'handoff.decline-date', {}, seated.channel('pdm-emea'));
    expect(await agreedFor()).toBe(AGREED);
    expect(textAt(maya)).toContain(words.events['decline-date']('Priya Nair', { ...NOTHING, day: AGREED }));
  });

  it.each(['confirm #', 'confirm date #', 'Termin bestätigen #', '# Termin bestätigen'])(
    'is confirmed by “%s”',
    async (said) => {
      await propose(NEW);
      await seated.say(priya, said.replace('#', number));
      expect(await agreedFor()).toBe(NEW);
    },
  );

  it.each(['decline date #', 'keep date #', 'Termin ablehnen #'])('is declined by “%s”', async (said) => {
    await propose(NEW);
    await seated.say(priya, said.replace('#', number));
    const version = await versionOf();
    expect(await agreedFor()).toBe(AGREED);
    expect(textOf(await seated.say(priya, `confirm ${number}`))).toContain(words.states.accepted);
    expect(await versionOf()).toBe(version);
  });

  it('is answered by the owner alone, and only once', async () => {
    await propose(NEW);
    for (const who of [tom, amara, maya]) await seated.say(who, `confirm ${number}`);
    expect(await agreedFor()).toBe(AGREED);
    const [shown, data] = offering('handoff.confirm-date', inPersonal(priya));
    await seated.press(priya, shown, data);
    const version = await versionOf();
    const again = await seated.press(priya, shown, data);
    expect(textOf(again)).toContain(number);
    expect(await versionOf()).toBe(version);
  });

  it('isn’t confirmed by a button that shows an earlier one', async () => {
    await propose(NEW);
    const [shown, data] = offering('handoff.confirm-date', inPersonal(priya));
    await propose(OTHER);
    const answered = await seated.press(priya, shown, data);
    expect(textOf(answered)).toContain(words.faults.kinds['not-proposed']);
    expect(await agreedFor()).toBe(AGREED);
  });

  it('isn’t confirmed by words that name another day', async () => {
    await propose(NEW);
    for (const answer of [`confirm ${number} ${OTHER}`, `confirm ${number} 22 January`])
      expect(textOf(await seated.say(priya, answer))).toContain(words.faults.kinds['not-proposed']);
    expect(await agreedFor()).toBe(AGREED);
    await seated.say(priya, `confirm ${number} 15 January`);
    expect(await agreedFor()).toBe(NEW);
  });

  it('ends when the owner names another day, or gives the request back', async () => {
    await propose(NEW);
    await seated.say(priya, `reschedule ${number} ${OTHER}`);
    expect(await findStaleCards(seated, number)).toEqual([]);
    await seated.say(priya, `confirm ${number}`);
    expect(await agreedFor()).toBe(OTHER);
    await propose(NEW);
    await seated.say(priya, `release ${number}`);
    await seated.say(priya, `claim ${number}`);
    await seated.say(priya, `accept ${number} ${AGREED}`);
    await seated.say(priya, `confirm ${number}`);
    expect(await agreedFor()).toBe(AGREED);
  });

  it('stays open while the owner asks something', async () => {
    await propose(NEW);
    await seated.say(priya, `ask ${number} is the 15th a holiday?`);
    expect(await findStaleCards(seated, number)).toEqual([]);
    await seated.say(maya, `answer ${number} no`);
    await seated.say(priya, `confirm ${number}`);
    expect(await agreedFor()).toBe(NEW);
  });

  it('can be made and answered while the owner asks something', async () => {
    await seated.say(priya, `ask ${number} how many users?`);
    expect(textOf(await propose(NEW))).toContain(words.speech.day(NEW));
    expect(await findStaleCards(seated, number)).toEqual([]);
    await press(priya, 'handoff.confirm-date');
    expect(await agreedFor()).toBe(NEW);
    await seated.say(maya, `answer ${number} 900`);
    expect((await readRequest(seated, number)).state).toBe('accepted');
  });

  it('is offered beside a question about an agreed date', async () => {
    await seated.say(priya, `ask ${number} can you make it the week after?`);
    await press(maya, 'request.propose-date');
    await press(maya, 'propose-date-form.submit', { date: OTHER, note: '' });
    await seated.say(priya, `decline date ${number}`);
    expect(await agreedFor()).toBe(AGREED);
    expect((await readRequest(seated, number)).state).toBe('needs-info');
  });

  it('can be replied to in plain words, which are offered as a note', async () => {
    await propose(NEW);
    const offered = await seated.say(priya, 'Sorry, that week is full on our side.');
    expect(offered.map(({ message }) => message.card?.name)).toEqual(['note-form']);
  });

  it.each(['yes', 'ok, the 15th works for me', 'no, that does not work', '15 January is fine'])(
    'offers its answers to an owner who says %j, and sends nothing unasked',
    async (said) => {
      await propose(NEW);
      const offered = textOf(await seated.say(priya, said));
      expect(offered).toContain(words.talk.whichStep(number));
      expect(offered).toContain(words.buttons['confirm-date']);
      expect(offered).toContain(words.buttons['decline-date']);
      expect(await agreedFor()).toBe(AGREED);
    },
  );

  it.each([
    ['confirm the new date', NEW],
    ['please confirm the date', NEW],
    ['keep the agreed date', AGREED],
    ['decline the proposed date', AGREED],
    ['bitte den neuen Termin bestätigen', NEW],
    ['wir bleiben beim alten Termin', AGREED],
  ])('is answered by %j', async (said, chosen) => {
    await propose(NEW);
    await seated.say(priya, said);
    const event = chosen === NEW ? 'confirm-date' : 'decline-date';
    expect(textAt(maya)).toContain(words.events[event]('Priya Nair', { ...NOTHING, day: chosen }));
    expect(await agreedFor()).toBe(chosen);
  });

  it('is refused with the reason once the request is closed', async () => {
    await seated.say(priya, `complete ${number} done`);
    const refused = textOf(await seated.say(maya, `Change the date of ${number} to 15 January`));
    expect(refused).toContain(words.states.completed);
    expect(textOf(await propose(NEW))).toContain(words.states.completed);
  });

  it.each([
    ['2020-01-01', words.faults.kinds.passed],
    [AGREED, words.faults.kinds.unchanged],
  ])('of %s is refused with the reason', async (date, why) => {
    expect(textOf(await propose(date))).toContain(why);
  });

  it('isn’t made where others read along', async () => {
    const channel = seated.channel('pdm-emea');
    const version = await versionOf();
    await seated.say(maya, `propose date ${number} ${NEW}`, channel);
    await seated.say(maya, `change the date of ${number} to 15 January`, channel);
    expect(await versionOf()).toBe(version);
  });

  it('is in the queue’s CSV until it’s answered', async () => {
    const { desk, directory } = seated.test;
    const exported = async () => {
      const outcome = await desk.exportQueue(await directory.recognise(amara), 'pdm-emea');
      return outcome.outcome === 'exported' ? outcome.csv : outcome.outcome;
    };
    await propose(NEW);
    expect(await exported()).toContain(`${AGREED},${NEW}`);
    await seated.say(priya, `confirm ${number}`);
    expect(await exported()).not.toContain(AGREED);
  });
});

describe('“Change the date”, by the partner', () => {
  it('edits the preferred date until the request is accepted', async () => {
    const other = await seated.submit({ wantedBy: WISHED });
    await seated.say(maya, `Change the date of ${other} to 15 January`);
    expect((await readRequest(seated, other)).wantedBy).toBe(NEW);
    await seated.say(priya, `claim ${other}`);
    await seated.say(maya, `Ändere den Termin von ${other} auf den 22. Januar`);
    expect((await readRequest(seated, other)).wantedBy).toBe(OTHER);
    await seated.say(priya, `ask ${other} how many users?`);
    await seated.say(maya, `propose date ${other} ${NEW}`);
    expect((await readRequest(seated, other)).wantedBy).toBe(NEW);
    expect(await findStaleCards(seated, other)).toEqual([]);
  });

  it('proposes an agreed date afterwards', async () => {
    await seated.say(maya, `Change the date of ${number} to 15 January`);
    expect(await agreedFor()).toBe(AGREED);
    expect((await readRequest(seated, number)).wantedBy).toBe(WISHED);
    expect(textAt(priya)).toContain(words.events['propose-date']('Maya Hoffmann', { ...NOTHING, day: NEW }));
  });

  it.each([
    ['can we do the 18th instead?', '2026-12-18'],
    ['können wir den Termin auf den 18. verschieben?', '2026-12-18'],
    ['move it to the 18th, at 2 pm', '2026-12-18'],
  ])('reads the day of the month in %j', async (said, chosen) => {
    await seated.say(maya, said);
    expect(textAt(priya)).toContain(
      words.events['propose-date']('Maya Hoffmann', { ...NOTHING, day: chosen }),
    );
  });

  it('proposes no day for a number of something else', async () => {
    await seated.say(maya, `move ${number} to the 2nd floor`);
    expect(textAt(priya)).not.toContain('2 Dec 2026');
  });

  it('opens the form where no day can be read', async () => {
    await seated.say(maya, `Change the date of ${number} to whenever Tom is back`);
    expect(() => offering('propose-date-form.submit', inPersonal(maya))).not.toThrow();
  });
});
