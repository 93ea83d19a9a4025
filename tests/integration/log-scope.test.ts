import { expect, it } from '@jest/globals';
import { createDispatcher } from '../../src/outbox/dispatcher';
import { createLog } from '../../src/shared/log';
import { inLogScope } from '../../src/shared/log-scope';
import {
  channelAddress,
  openTestDesk,
  person,
  personalAddress,
  requester,
  submission,
} from '../support/desk';

/** A log and the lines that were written to it. */
function collectLog() {
  const lines: Record<string, unknown>[] = [];
  const write = (line: string) => lines.push(JSON.parse(line) as Record<string, unknown>);
  return { log: createLog('info', { write }), lines };
}

it('each line says which turn or delivery it is about, however deep it is logged, and only that', async () => {
  const { log, lines } = collectLog();
  const turn = (activityId: string) =>
    inLogScope({ activityId }, async () => {
      await new Promise((resolve) => setImmediate(resolve));
      inLogScope({ rowId: `of ${activityId}` }, () => {
        log.info('inside');
      });
    });
  await Promise.all([turn('a'), turn('b')]);
  log.info('outside');
  expect(lines.map(({ activityId, rowId }) => [activityId, rowId])).toEqual([
    ['a', 'of a'],
    ['b', 'of b'],
    [undefined, undefined],
  ]);
});

it('a delivery’s lines name its row and what it is about', async () => {
  const test = await openTestDesk();
  const { log, lines } = collectLog();
  const note = () => {
    log.info('on the wire');
    return Promise.resolve({ outcome: 'delivered', activityId: 'act' } as const);
  };
  const dispatcher = createDispatcher({
    database: test.storage.database,
    store: test.storage.outboxStore,
    outbox: test.outbox,
    courier: { post: note, update: note },
    clock: test.clock,
    policy: test.desk.deliveryPolicy,
    render: () => Promise.resolve({ text: 'A card' }),
    onProblem: ({ error }) => {
      throw error;
    },
  });
  const by = await person(test.directory, 'amara-diallo', true);
  const [teamName, channelName] = ['Team', 'Channel'];
  const queue = { by, queue: 'pdm-emea', address: channelAddress('pdm'), teamName, channelName };
  await test.desk.registerQueue(queue);
  const anna = await requester(test.directory, 'northwind-traders', 'Anna');
  const submitted = await test.desk.submit({
    by: anna,
    input: submission(),
    address: personalAddress(anna.userId),
    confirmationActivityId: null,
  });
  if (submitted.outcome !== 'submitted') throw new Error(submitted.outcome);
  await dispatcher.drain();
  const rows = await test.outbox.listByState(['delivered']);
  expect(rows.length).toBeGreaterThan(0);
  const sorted = (pairs: readonly (readonly unknown[])[]) => pairs.map((pair) => pair.join(' ')).sort();
  expect(sorted(lines.map(({ rowId, subject }) => [rowId, subject]))).toEqual(
    sorted(rows.map(({ id, subject }) => [id, subject])),
  );
  expect(lines.map(({ subject }) => subject)).toContain(`request:${submitted.request.id}`);
  await test.close();
});
