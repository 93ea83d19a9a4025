/** A partner's nudge reaches who has the request, and the lead where that one stays silent. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openSeats, seats, wordsOn, type Seats } from '../support/seats';

const { maya, priya, tom, amara } = seats;
const DAY_MS = 24 * 60 * 60 * 1000;
let seated: Seats;
beforeAll(async () => {
  seated = await openSeats();
});
afterAll(() => seated.close());

function nudgesAt({ userId }: { readonly userId: string }, number: string): number {
  return seated
    .shown()
    .filter(({ place, message }) => place.address.userId === userId && message.card?.name === 'reminder')
    .filter((one) => wordsOn(one).includes(number)).length;
}

it('goes to the owner, not to the PDM who was asked first, and to the lead only when the owner is silent', async () => {
  const number = await seated.submit();
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
