/** What the cards of a request say: who did what, who has it now, and nothing that isn't so or can't be done. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { en as words } from '../../cards/words/en';
import type { Actor } from '../../src/conversation/message';
import { inPersonal } from '../support/conversation';
import { openSeats, pressesOf, seats, wordsOn, type Seats, type Shown } from '../support/seats';
import { objectsOf } from '../support/card-check';

const { maya, priya, tom, amara } = seats;
const DAY_MS = 24 * 60 * 60 * 1000;

let seated: Seats;
let number: string;
beforeAll(async () => {
  seated = await openSeats();
});
beforeEach(async () => {
  number = await seated.submit();
});
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
    expect(bandOf(await show(tom))).toContain(words.states.assigned);
    const [refusal] = await seated.say(priya, `claim ${number}`);
    expect(wordsOn(refusal!).join()).toContain(words.outcomes.alreadyHas('Tom Okafor', number));
  });
});

describe('a transfer', () => {
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
  it('is told to them as theirs when it closes a card or a form', async () => {
    await seated.say(priya, `claim ${number}`);
    await seated.say(priya, `ask ${number} how many?`);
    const [form] = await seated.say(maya, `answer ${number}`);
    await seated.say(maya, `answer ${number} forty`);
    const now = seated.shown().find(({ activityId }) => activityId === form!.activityId)!;
    expect(wordsOn(now).join()).toContain(words.over.formSentByYou(words.did.answer(number)));
    await seated.say(priya, `transfer ${number} to pts-emea`);
    const left = seated.at(inPersonal(priya)).filter((one) => wordsOn(one).join().includes(number));
    expect(allText(left)).not.toContain(words.events['transfer-to-queue']('Priya Nair', 'PTS EMEA'));
    expect(allText(left)).toContain(words.did.transferToQueue(number, 'PTS EMEA'));
  });
});
