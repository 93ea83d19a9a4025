/** Buttons are offered to those who may press them, and a refusal names the real reason. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { en as words } from '../../cards/words/en';
import { openSeats, pressesOf, seats, wordsOn, type Seats, type Shown } from '../support/seats';

const { maya, nils, priya, tom, lena } = seats;
const { whoMay } = words.outcomes;
let seated: Seats;
let number: string;
beforeAll(async () => {
  seated = await openSeats();
});
beforeEach(async () => {
  number = await seated.submit();
});
afterAll(() => seated.close());

function textOf(shown: readonly Shown[]): string {
  return shown.flatMap(wordsOn).join('\n');
}
const only = (who: string) => words.outcomes.notYours(number, who);

describe('a refusal', () => {
  it('of a claim tells who is not in the new queue that only its members may', async () => {
    const left = cardIn('pdm-emea');
    await seated.say(tom, `transfer ${number} to pts-emea`);
    const text = textOf(await seated.press(priya, left, { verb: 'handoff.claim', number }));
    expect(text).toContain(only(whoMay.members('PTS EMEA')));
  });

  it.each(['handoff.accept', 'handoff.ask'])('of %s by somebody else names the owner', async (verb) => {
    await seated.say(priya, `claim ${number}`);
    const text = textOf(await seated.press(tom, cardIn('pdm-emea'), { verb, number }));
    expect(text).toContain(only(whoMay.owner('Priya Nair')));
  });

  it('of a sent form names the owner, too', async () => {
    await seated.say(priya, `claim ${number}`);
    const text = textOf(await seated.say(tom, `accept ${number} 2026-12-09`));
    expect(text).toContain(only(whoMay.owner('Priya Nair')));
  });

  it('names the state only where the state is the reason', async () => {
    await seated.say(priya, `claim ${number}`);
    await seated.say(priya, `complete ${number} done`);
    const text = textOf(await seated.say(priya, `accept ${number} 2026-12-09`));
    expect(text).toContain(words.states.completed);
    expect(text).not.toContain(only(whoMay.owner('Priya Nair')));
  });

  it('tells a former owner who has it now, whatever they press or type', async () => {
    await seated.say(priya, `claim ${number}`);
    const card = latestOf(priya.userId);
    await seated.say(priya, `transfer ${number} to pts-emea`);
    const show = () => seated.say(priya, `status ${number}`);
    expect(textOf(await show())).toContain(words.over.inQueue(number, 'PTS EMEA'));
    await seated.say(lena, `claim ${number}`);
    expect(textOf(await show())).toContain(words.over.withOwner(number, 'Lena Fischer'));
    for (const verb of ['handoff.accept', 'handoff.ask']) {
      const text = textOf(await seated.press(priya, card, { verb, number }));
      expect(text).toContain(only(whoMay.owner('Lena Fischer')));
    }
    await seated.say(lena, `decline ${number} sustained-effort`);
    expect(textOf(await show())).toContain(words.over.gone(number, words.events.decline('Lena Fischer')));
  });

  it('tells nothing about a request to somebody who has never seen a card of it', async () => {
    const secret = await seated.submit({ confidential: 'true' });
    for (const who of [nils, lena]) {
      const text = textOf(await seated.say(who, `accept ${secret} 2026-12-09`));
      expect(text).toContain(words.outcomes.notFound);
    }
  });
});

describe('the buttons of a card in 1:1', () => {
  it('are those of its reader: a member, the owner, and who has it no longer', async () => {
    const verbs = (shown: Shown | undefined) =>
      shown === undefined ? [] : pressesOf(shown).map(({ verb }) => verb);
    await seated.say(tom, `status ${number}`);
    expect(verbs(latestOf(tom.userId))).toContain('handoff.claim');
    await seated.say(priya, `claim ${number}`);
    expect(verbs(latestOf(tom.userId))).toEqual([]);
    expect(verbs(latestOf(priya.userId))).toContain('handoff.accept');
    await seated.say(priya, `transfer ${number} to lena-fischer`);
    expect(verbs(latestOf(lena.userId))).toContain('handoff.accept');
    expect(verbs(latestOf(maya.userId))).toContain('request.withdraw');
    expect(verbs(latestOf(priya.userId))).toEqual([]);
  });
});

describe('a button to look at a request', () => {
  const isOffered = (shown: readonly Shown[]) =>
    JSON.stringify(shown.map(({ message }) => message.card)).includes(`status ${number}`);

  it('is not offered to a former owner who can’t see it any more', async () => {
    await seated.say(priya, `claim ${number}`);
    expect(isOffered(await seated.say(priya, `note ${number} I’m on it`))).toBe(true);
    expect(isOffered(await seated.say(priya, `transfer ${number} to pts-emea`))).toBe(false);
    const refused = await seated.say(priya, `claim ${number}`);
    expect(textOf(refused)).toContain(only(whoMay.members('PTS EMEA')));
    expect(isOffered(refused)).toBe(false);
  });

  it('is not on news in a channel, where nobody is shown a whole request', async () => {
    await seated.say(priya, `claim ${number}`);
    await seated.say(priya, `release ${number}`);
    const news = seated
      .at(seated.channel('pdm-emea'))
      .findLast(({ message }) => message.card?.name === 'news');
    expect(isOffered([news!])).toBe(false);
    expect(pressesOf(news!).map(({ verb }) => verb)).toEqual(['handoff.claim']);
    expect(news?.message.card?.content.fallbackText).toContain(words.whyTold.queue(number, 'PDM EMEA'));
  });
});

describe('a channel', () => {
  const channel = () => seated.channel('pdm-emea');

  it('names the way that leads to the very thing', async () => {
    const { statusOf, typedIn, formInPrivate } = words.channelAnswer;
    expect(textOf(await seated.say(priya, `status ${number}`, channel()))).toContain(statusOf.todo(number));
    const withdraw = `withdraw ${number}`;
    expect(textOf(await seated.say(priya, withdraw, channel()))).toContain(typedIn.todo(withdraw));
    expect(textOf(await seated.say(priya, 'new request', channel()))).toContain(formInPrivate.todo);
  });

  it('that a request was moved out of shows which queue has it, and no way to a note', async () => {
    const [form] = await seated.say(tom, `transfer ${number}`);
    const values = { targetId: 'queue:pts-emea', remark: 'One for a strategist.', formId: 'move' };
    await seated.press(tom, form, { verb: 'transfer-form.submit', number, ...values });
    const [left, current] = [cardIn('pdm-emea'), cardIn('pts-emea')].map((one) => textOf([one!]));
    expect(left).toContain('PTS EMEA');
    expect([left, current].map((one) => one?.includes(words.handoff.noteInPrivate(number)))).toEqual([
      false,
      true,
    ]);
  });
});

function cardIn(queue: 'pdm-emea' | 'pts-emea'): Shown | undefined {
  return seated.at(seated.channel(queue)).findLast(({ message }) => message.card?.name === 'handoff');
}

/** The latest card of the request itself in somebody's chat. */
function latestOf(userId: string): Shown | undefined {
  return seated
    .shown()
    .findLast(
      (one) =>
        one.place.address.userId === userId &&
        ['request', 'handoff', 'notice'].includes(one.message.card?.name ?? '') &&
        wordsOn(one).some((said) => said.includes(number)) &&
        one.message.card?.name !== 'notice',
    );
}
