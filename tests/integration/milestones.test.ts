import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Identity } from '../../src/directory/recognise';
import {
  openTestDesk,
  person,
  channelAddress,
  personalAddress,
  requester,
  submission,
  type TestDesk,
} from '../support/desk';

const HOUR_MS = 60 * 60 * 1000;

let test: TestDesk;
let anna: Identity;
let priya: Identity;
let tom: Identity;
beforeEach(async () => {
  test = await openTestDesk();
  anna = await requester(test.directory, 'northwind-traders', 'Anna');
  priya = await person(test.directory, 'priya-nair');
  tom = await person(test.directory, 'tom-okafor');
  for (const queueId of ['pdm-emea', 'pts-emea'])
    await test.outbox.rememberAddress({ kind: 'queue', queueId }, channelAddress(queueId));
});
afterEach(() => test.close());

const find = (id: string) => test.storage.engagementStore.find(test.storage.database.direct, { id });

async function submit() {
  const outcome = await test.desk.submit({
    by: anna,
    input: submission(),
    address: personalAddress(anna.userId),
    confirmationActivityId: null,
  });
  if (outcome.outcome !== 'submitted') throw new Error(outcome.outcome);
  return outcome.request;
}

describe('the times and the outcome that reports are made of', () => {
  it('keeps the first response and claim, and the latest acceptance and completion with its outcome', async () => {
    const startMs = test.clock.nowMs();
    const request = await submit();
    const after = (hours: number) => startMs + hours * HOUR_MS;
    const ref = { id: request.id };
    test.clock.advance(HOUR_MS);
    await test.desk['transfer-to-queue'](priya, ref, { to: 'pts-emea' });
    const lena = await person(test.directory, 'lena-fischer');
    await test.desk['transfer-to-queue'](lena, ref, { to: 'pdm-emea' });
    test.clock.advance(HOUR_MS);
    await test.desk.claim(priya, ref);
    await test.desk.release(priya, ref, {});
    await test.desk.claim(tom, ref);
    test.clock.advance(HOUR_MS);
    await test.desk.accept(tom, ref, { acceptedFor: '2027-01-15' });
    test.clock.advance(HOUR_MS);
    await test.desk.complete(tom, ref, { outcomeId: 'partly-delivered', text: 'half of it', hours: 2 });
    expect(await find(request.id)).toMatchObject({
      outcomeId: 'partly-delivered',
      milestones: {
        firstResponseAtMs: after(1),
        claimedAtMs: after(2),
        acceptedAtMs: after(3),
        completedAtMs: after(4),
      },
    });
    const lead = await person(test.directory, 'amara-diallo');
    const exported = await test.desk.exportQueue(lead, 'pdm-emea');
    expect(exported).toMatchObject({
      csv: expect.stringMatching(
        new RegExp(
          ['partly-delivered', ...[1, 2, 3, 4].map((hours) => new Date(after(hours)).toISOString())].join(
            '.*',
          ),
        ),
      ),
    });
    await test.desk.reopen(tom, ref, {});
    expect(await find(request.id)).toMatchObject({
      outcomeId: null,
      milestones: { claimedAtMs: after(2), acceptedAtMs: null, completedAtMs: null },
    });
  });

  it('counts no act of the partner as a response', async () => {
    const request = await submit();
    await test.desk.note(anna, { id: request.id }, { text: 'One more thing.' });
    expect((await find(request.id))?.milestones.firstResponseAtMs).toBeNull();
  });
});
