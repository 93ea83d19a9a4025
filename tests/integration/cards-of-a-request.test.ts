/** Whatever happens to a request, every card of it that anybody has before them tells the truth. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '../../src/conversation/message';
import { inPersonal } from '../support/conversation';
import { createChance, type Chance } from '../faults/seeded';
import { findStaleCards, readRequest } from '../support/find-stale-cards';
import { openSeats, pressesOf, seats, wordsOn, type Seats, type Shown } from '../support/seats';

const { maya, nils, priya, tom, lena, amara, marcus } = seats;
const HOUR_MS = 60 * 60 * 1000;

let seated: Seats;
let number: string;
beforeAll(async () => {
  seated = await openSeats();
});
beforeEach(async () => {
  number = await seated.submit();
});
afterAll(() => seated.close());

/** The latest card with that button there. */
function cardWith(
  verb: string,
  { address }: { readonly address: { readonly conversationId: string } },
): Shown {
  const found = seated
    .shown()
    .findLast(
      (one) =>
        one.place.address.conversationId === address.conversationId &&
        pressesOf(one).some((data) => data['verb'] === verb && data['number'] === number),
    );
  if (found === undefined) throw new Error(`Nobody shows ${verb} there.`);
  return found;
}

async function press(
  who: Actor,
  verb: string,
  values: Record<string, unknown> = {},
  place = inPersonal(who),
) {
  await seated.press(who, cardWith(verb, place), { verb, number, ...values });
  await expectTruth(`${who.name} pressed ${verb}`);
}

async function say(who: Actor, text: string) {
  await seated.say(who, text);
  await expectTruth(`${who.name} said ${text}`);
}

async function expectTruth(after: string): Promise<void> {
  expect({ after, faults: await findStaleCards(seated, number) }).toEqual({ after, faults: [] });
}

describe('the cards of a request', () => {
  it('are true after each event of a life with copies, open forms, nudges and moves', async () => {
    const channel = seated.channel('pdm-emea');
    await expectTruth('it was sent');
    await say(maya, `status ${number}`);
    await say(tom, `status ${number}`);
    await say(marcus, `status ${number}`);
    await press(maya, 'request.nudge');
    await say(maya, `edit ${number}`);
    await press(maya, 'request.edit');
    await press(maya, 'edit-form.submit', { customer: 'Adatum', confidential: 'false', details: '' });
    await press(priya, 'handoff.claim', {}, channel);
    await press(priya, 'handoff.ask', {}, channel);
    await press(priya, 'handoff.ask');
    await press(priya, 'ask-form.submit', { question: 'How many?', formId: 'ask-1' });
    await press(maya, 'request.answer');
    await press(maya, 'answer-form.submit', { answer: 'Forty.', formId: 'answer-1' });
    await say(priya, `transfer ${number} to lena-fischer`);
    await say(lena, `transfer ${number} to pdm-emea`);
    await say(tom, `claim ${number}`);
    await say(tom, `accept ${number} 2026-12-09`);
    await say(amara, `complete ${number} 3h done`);
    await press(maya, 'request.reopen');
    await say(priya, `claim ${number}`);
    await say(priya, `release ${number}`);
    await say(priya, `claim ${number}`);
    await say(maya, `withdraw ${number}`);
  });

  it('are true while it waits and each stage asks the next person', async () => {
    for (let hours = 0; hours < 30; hours += 4) {
      seated.test.clock.advance(4 * HOUR_MS);
      await seated.test.desk.runWaitingStages();
      await seated.settle();
      await expectTruth(`it waited for ${String(hours + 4)} hours`);
    }
    expect(seated.shown().map(({ message }) => message.card?.name)).toContain('waiting');
    await say(tom, `claim ${number}`);
  });

  it('stay an operator’s, who sees every request', async () => {
    await say(marcus, `status ${number}`);
    await say(priya, `claim ${number}`);
    await say(priya, `accept ${number} 2026-12-09`);
    const mine = seated.at(inPersonal(marcus)).findLast((one) => wordsOn(one).join().includes(number));
    expect(mine?.message.card?.name).toBe('handoff');
    expect(pressesOf(mine!).map(({ verb }) => verb)).toContain('handoff.complete');
  });

  it('close a form that can no longer be sent, and leave one that can', async () => {
    await say(priya, `claim ${number}`);
    await say(priya, `ask ${number} How many users?`);
    await say(maya, `answer ${number}`);
    await say(maya, `note ${number}`);
    await say(maya, `answer ${number} About 900.`);
    const forms = seated.shown().filter(({ place }) => place.address.userId === maya.userId);
    const open = forms.map(({ message }) => message.card?.name);
    expect(open).toContain('note-form');
    expect(open).not.toContain('answer-form');
  });

  it('keep one that is live for each person: the newest', async () => {
    for (let times = 0; times < 3; times += 1) await say(maya, `status ${number}`);
    const live = seated
      .shown()
      .filter((one) => one.place.address.userId === maya.userId && pressesOf(one).length > 0)
      .filter((one) => wordsOn(one).some((words) => words.includes(number)));
    expect(live.map(({ message }) => message.card?.name)).toEqual(['request']);
  });

  it.each([1, 2, 3])('are true whatever is pressed and typed next (seed %i)', async (seed) => {
    const chance = createChance(seed);
    const pick: Chance['pick'] = (items) => chance.pick(items);
    for (let step = 0; step < 60; step += 1) {
      const [who, data, on] = chooseNext(pick);
      if (on === null) await seated.say(who, data);
      else await seated.press(who, on, fill(data, pick, step));
      await expectTruth(`step ${String(step)} of seed ${String(seed)}: ${who.name}, ${JSON.stringify(data)}`);
    }
    expect((await readRequest(seated, number)).version).toBeGreaterThan(6);
  });
});

const TYPED = [
  'status',
  'claim',
  'release',
  'edit',
  'note',
  'transfer',
  'withdraw',
  'reopen',
  'nudge',
  'complete',
];
type Next = readonly [Actor, string, null] | readonly [Actor, Record<string, unknown>, Shown];

/** Mostly a button that somebody has before them, now and then something typed. */
function chooseNext(pick: Chance['pick']): Next {
  const people = Object.values(seats);
  const offered = seated.shown().flatMap((on) =>
    pressesOf(on)
      .filter((data) => data['number'] === number && !/withdraw|decline|complete/.test(String(data['verb'])))
      .map((data) => ({ on, data })),
  );
  if (offered.length === 0 || pick([0, 1, 2]) === 0) return [pick(people), `${pick(TYPED)} ${number}`, null];
  // Forms are sent rather than left open, so that things happen.
  const sends = offered.filter(({ data }) => String(data['verb']).endsWith('.submit'));
  const { on, data } = pick(sends.length > 0 && pick([true, false]) ? sends : offered);
  const owner = people.find(({ userId }) => userId === on.place.address.userId);
  return [owner ?? pick([priya, tom, amara, lena, marcus]), data, on];
}

/** The form with something in each field. */
function fill(data: Record<string, unknown>, pick: Chance['pick'], step: number): Record<string, unknown> {
  if (!String(data['verb']).endsWith('.submit')) return data;
  return {
    ...data,
    ...{ question: 'How many?', answer: 'Forty.', note: 'Noted.', details: `At step ${String(step)}.` },
    ...{
      date: '2026-12-15',
      customer: pick(['Contoso', 'Adatum', 'Litware']),
      confidential: pick(['true', 'false']),
    },
    ...{ targetId: pick(['person:tom-okafor', 'person:lena-fischer', 'queue:pts-emea', 'queue:pdm-emea']) },
    ...{ remark: '', wantedBy: '2026-12-20', solutionAreaId: '' },
  };
}

describe('a former owner', () => {
  /** What Priya's 1:1 chat shows, after the partner answered and wrote more, and Lena took over. */
  async function handOver(confidential: 'true' | 'false'): Promise<() => string> {
    number = await seated.submit({ customer: 'Zebrafish Holdings', confidential });
    await seated.say(priya, `claim ${number}`);
    await seated.say(priya, `ask ${number} how many users?`);
    await seated.say(maya, `answer ${number} forty at the plant`);
    await seated.say(maya, `note ${number} and ten more at home`);
    await seated.say(priya, `transfer ${number} to Lena Fischer`);
    const here = inPersonal(priya).address.conversationId;
    return () =>
      JSON.stringify(
        seated
          .shown()
          .filter(({ place }) => place.address.conversationId === here)
          .map(({ message }) => message.card?.content ?? message.text)
          .filter((card) => JSON.stringify(card).includes(number)),
      );
  }

  it('keeps neither the name of a confidential customer nor the partner’s words', async () => {
    const priyaSees = await handOver('true');
    expect(priyaSees()).toContain(number);
    for (const hidden of ['Zebrafish', 'forty at the plant', 'ten more at home'])
      expect(priyaSees()).not.toContain(hidden);
  });

  it('keeps no name that becomes confidential later', async () => {
    const priyaSees = await handOver('false');
    await seated.say(maya, `make ${number} confidential`);
    await seated.press(maya, cardWith('edit-form.submit', inPersonal(maya)), {
      verb: 'edit-form.submit',
      ...{ number, customer: 'Zebrafish Holdings', confidential: 'true', details: '' },
    });
    expect((await readRequest(seated, number)).isConfidential).toBe(true);
    expect(priyaSees()).not.toContain('Zebrafish');
  });
});

describe('a list that names customers', () => {
  async function makeConfidential(): Promise<void> {
    const { desk, directory } = seated.test;
    const request = await readRequest(seated, number);
    expect(await desk.edit(await directory.recognise(maya), request, { isConfidential: true })).toMatchObject(
      {
        outcome: 'done',
      },
    );
    await seated.settle();
  }
  const textNow = ({ activityId }: Shown) =>
    wordsOn(seated.shown().find((one) => one.activityId === activityId)!).join('\n');
  async function listOf(who: Actor, command: string): Promise<readonly [Shown, string]> {
    const [list] = await seated.say(who, command);
    const { customer } = await readRequest(seated, number);
    expect(textNow(list!)).toContain(customer);
    return [list!, customer ?? ''];
  }

  it('is closed for colleagues once a name on it is confidential', async () => {
    const [list, customer] = await listOf(nils, 'company requests');
    await seated.say(priya, `claim ${number}`);
    expect(textNow(list)).toContain(customer);
    await makeConfidential();
    expect(textNow(list)).not.toContain(customer);
    expect(textNow(list)).toContain(number);
  });

  it('stays as it is for people who may know the name', async () => {
    await seated.say(priya, `claim ${number}`);
    const [ofOwner, customer] = await listOf(priya, 'mine');
    const [ofPartner] = await listOf(maya, 'company requests');
    await makeConfidential();
    for (const list of [ofOwner, ofPartner]) expect(textNow(list)).toContain(customer);
    await seated.say(amara, `transfer ${number} to tom-okafor`);
    expect(textNow(ofOwner)).not.toContain(customer);
  });
});
