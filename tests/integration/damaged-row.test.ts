/** A damaged column of one request stops nobody else. */
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { renderCard } from '../../cards';
import { languages } from '../../cards/words/languages';
import { drawRequest } from '../../src/conversation/requests/draw-request';
import { historyModel } from '../../src/conversation/requests/request-models';
import { reportDamaged } from '../../src/housekeeping';
import { createLog } from '../../src/shared/log';
import { content } from '../support/shared';
import { openTestDesk, person, personalAddress, requester, submission, type TestDesk } from '../support/desk';

let test: TestDesk;
beforeEach(async () => {
  test = await openTestDesk();
});
afterEach(() => test.close());

it.each([
  ['requests', 'background', '{"a": ['],
  ['requests', 'background', '[]'],
  ['requests', 'background', '{"asked": "everything"}'],
  ['requests', 'alternates', '{"a": ['],
  ['requests', 'alternates', '[{"name": 7}]'],
  ['requests', 'fields', '{"users": 12}'],
  ['requests', 'because', '{"says": "it is far"}'],
  ['requests', 'state', 'on-hold'],
  ['request_events', 'details', '{"a": ['],
  ['request_events', 'details', '{"person": "Tom"}'],
  ['request_events', 'event', 'escalate'],
] as const)('of %s.%s, %s, leaves lists, cards and exports working', async (table, column, value) => {
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
  const changed = { [column]: value };
  await (
    table === 'requests'
      ? direct.updateTable('requests').set(changed).where('id', '=', id)
      : direct.updateTable('request_events').set(changed).where('request_id', '=', id)
  ).execute();

  const { requests } = await test.desk.listMine(maya);
  expect(requests).toHaveLength(2);
  for (const request of requests)
    for (const words of Object.values(languages)) {
      const card = drawRequest(request, content, words);
      expect(JSON.stringify(card.content)).toContain(request.number);
      const history = historyModel(request, { content, words, before: null });
      expect(JSON.stringify(renderCard('history', history, words).content)).not.toContain('undefined');
    }
  const listed = await test.desk.listQueue(amara, queueId);
  expect(listed).toMatchObject({ outcome: 'listed', requests: [{}, {}] });
  expect(await test.desk.exportQueue(amara, queueId, ',')).toMatchObject({ outcome: 'exported' });
  expect(await test.storage.engagementStore.listDamaged(direct)).toEqual([1]);
  const logged: unknown[] = [];
  const log = createLog('error', { write: (line) => logged.push(line) });
  await reportDamaged({ desk: test.desk, log });
  expect(JSON.stringify(logged)).toContain('PD-0001');
  const withdrawn = await test.desk.withdraw(maya, { number: 1 }, {}, 'w');
  expect(withdrawn.outcome).toBe(column === 'state' ? 'not-possible' : 'done');
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
