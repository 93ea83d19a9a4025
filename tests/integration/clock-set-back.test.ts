/** Requests that wait while the clock is set back by two days: nothing is held up until it has caught up. */
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Identity } from '../../src/directory/recognise';
import { openTestDesk, personalAddress, requester, submission, type TestDesk } from '../support/desk';

let test: TestDesk;
let maya: Identity;
let id: string;
beforeEach(async () => {
  test = await openTestDesk();
  maya = await requester(test.directory, 'northwind-traders', 'Maya');
  at('2026-11-25T10:00');
  const outcome = await test.desk.submit({
    by: maya,
    input: submission(),
    address: personalAddress(maya.userId),
    confirmationActivityId: 'confirmation',
  });
  if (outcome.outcome !== 'submitted') throw new Error(outcome.outcome);
  id = outcome.request.id;
});
afterEach(() => test.close());

/** Sets the clock, in UTC; in November that is Dublin’s. */
function at(time: string): void {
  test.clock.advance(Date.parse(`${time}:00Z`) - test.clock.nowMs());
}

const stages = async () => (await test.desk.runWaitingStages()).map(({ stage }) => stage);

it('are brought up at once, and then after the queue’s hours', async () => {
  at('2026-11-23T10:00');
  expect(await stages()).toEqual(['remind']);
  expect(await stages()).toEqual([]);
  at('2026-11-23T13:59');
  expect(await stages()).toEqual([]);
  at('2026-11-23T14:00');
  expect(await stages()).toEqual(['backup']);
});

it('can be nudged again, once that day', async () => {
  expect((await test.desk.nudge(maya, { id })).outcome).toBe('nudged');
  at('2026-11-23T10:00');
  expect((await test.desk.nudge(maya, { id })).outcome).toBe('nudged');
  expect((await test.desk.nudge(maya, { id })).outcome).toBe('too-early');
});

it('are in the digest of that day, once', async () => {
  expect(await test.desk.postDigests()).toEqual(['pdm-emea']);
  at('2026-11-23T10:00');
  expect(await test.desk.postDigests()).toEqual(['pdm-emea']);
  expect(await test.desk.postDigests()).toEqual([]);
});
