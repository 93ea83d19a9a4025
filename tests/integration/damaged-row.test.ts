/** A damaged column of one request stops nobody else. */
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { openTestDesk, person, personalAddress, requester, submission, type TestDesk } from '../support/desk';

let test: TestDesk;
beforeEach(async () => {
  test = await openTestDesk();
});
afterEach(() => test.close());

it.each([
  ['requests', 'background'],
  ['requests', 'alternates'],
  ['request_events', 'details'],
] as const)('of %s.%s leaves lists, exports and changes working', async (table, column) => {
  const maya = await requester(test.directory, 'northwind-traders', 'Maya');
  const amara = await person(test.directory, 'amara-diallo');
  for (const form of ['one', 'two'])
    await test.desk.submit({
      by: maya,
      address: personalAddress(maya.userId),
      confirmationActivityId: null,
      input: submission({ submissionId: form, customer: form }),
    });
  const { direct } = test.storage.database;
  const { id, queueId } = (await test.storage.engagementStore.find(direct, { number: 1 })) ?? {};
  if (id === undefined || queueId === undefined) throw new Error('It was not stored.');
  await (
    table === 'requests'
      ? direct
          .updateTable('requests')
          .set({ [column]: '{"a": [' })
          .where('id', '=', id)
      : direct.updateTable('request_events').set({ details: '{"a": [' }).where('request_id', '=', id)
  ).execute();

  expect((await test.desk.listMine(maya)).requests).toHaveLength(2);
  expect(await test.desk.listQueue(amara, queueId)).toMatchObject({ outcome: 'listed' });
  expect(await test.desk.exportQueue(amara, queueId, ',')).toMatchObject({ outcome: 'exported' });
  expect((await test.desk.withdraw(maya, { number: 1 }, {}, 'w')).outcome).toBe('done');
  if (table === 'request_events') expect(await test.storage.engagementStore.listDamaged(direct)).toEqual([1]);
});

it('is named by its number', async () => {
  const maya = await requester(test.directory, 'northwind-traders', 'Maya');
  await test.desk.submit({
    by: maya,
    address: personalAddress(maya.userId),
    confirmationActivityId: null,
    input: submission({ submissionId: 'one' }),
  });
  const { direct } = test.storage.database;
  expect(await test.storage.engagementStore.listDamaged(direct)).toEqual([]);
  await direct.updateTable('requests').set({ background: '{' }).execute();
  expect(await test.storage.engagementStore.listDamaged(direct)).toEqual([1]);
});
