/** What the log says when a fault of ours stops all deliveries. */
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { openDatabase } from '../../src/db/database';
import { createDispatcher } from '../../src/outbox/dispatcher';
import { createLocalAdapter, createLocalCourier } from '../support/adapter';
import {
  channelAddress,
  openTestDesk,
  person,
  personalAddress,
  requester,
  submission,
  type TestDesk,
} from '../support/desk';

let test: TestDesk;
let problems: { about: string; error: unknown }[];
beforeEach(async () => {
  test = await openTestDesk();
  problems = [];
});
afterEach(() => test.close());

function dispatcher(database = test.storage.database, pollMs = 1_000) {
  return createDispatcher({
    database,
    pollMs,
    store: test.storage.outboxStore,
    outbox: test.outbox,
    courier: createLocalCourier(createLocalAdapter()),
    clock: test.clock,
    policy: test.desk.deliveryPolicy,
    render: () => Promise.resolve({ text: 'A card' }),
    onProblem: ({ row, error }) => problems.push({ about: `${row?.id} ${row?.subject}`, error }),
  });
}

it('tells once that the database is away, however often it looks', async () => {
  const database = await openDatabase(test.options);
  await database.close();
  const looking = dispatcher(database, 2);
  looking.start();
  await new Promise((resolve) => setTimeout(resolve, 60));
  await looking.stop();
  expect(problems).toHaveLength(1);
});

it('tells an address of a host that is not trusted by its row and what it is about', async () => {
  const by = await person(test.directory, 'amara-diallo', true);
  const [teamName, channelName] = ['Team', 'Channel'];
  const queue = { by, queue: 'pdm-emea', address: abroad(channelAddress('pdm')), teamName, channelName };
  await test.desk.registerQueue(queue);
  const anna = await requester(test.directory, 'northwind-traders', 'Anna');
  const submitted = await test.desk.submit({
    by: anna,
    input: submission(),
    address: personalAddress(anna.userId),
    confirmationActivityId: null,
  });
  if (submitted.outcome !== 'submitted') throw new Error(submitted.outcome);
  await dispatcher().drain();
  const toQueue = (await test.outbox.listByState(['pending'])).filter(({ to }) => to.kind === 'queue');
  expect(problems.map(({ about }) => about)).toEqual(toQueue.map(({ id, subject }) => `${id} ${subject}`));
  expect(toQueue.map(({ subject }) => subject)).toContain(`request:${submitted.request.id}`);
  for (const { error } of problems) expect(error).toMatchObject({ code: 'config-invalid' });
});

/** An address that was stored when its host was trusted. */
function abroad<A extends { readonly serviceUrl: string }>(address: A): A {
  return { ...address, serviceUrl: 'https://connector.example/' };
}
