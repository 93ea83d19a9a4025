/** What the log is told of a delivery that goes wrong by a fault of ours. */
import { expect, it } from '@jest/globals';
import { createDispatcher } from '../../src/outbox/dispatcher';
import { createLocalAdapter, createLocalCourier } from '../support/adapter';
import {
  channelAddress,
  openTestDesk,
  person,
  personalAddress,
  requester,
  submission,
} from '../support/desk';

it('tells an address of a host that is not trusted by its row and what it is about', async () => {
  const test = await openTestDesk();
  const problems: { about: string; error: unknown }[] = [];
  const dispatcher = createDispatcher({
    database: test.storage.database,
    store: test.storage.outboxStore,
    outbox: test.outbox,
    courier: createLocalCourier(createLocalAdapter()),
    clock: test.clock,
    policy: test.desk.deliveryPolicy,
    render: () => Promise.resolve({ text: 'A card' }),
    onProblem: ({ row, error }) => problems.push({ about: `${row?.id} ${row?.subject}`, error }),
  });
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
  await dispatcher.drain();
  const toQueue = (await test.outbox.listByState(['pending'])).filter(({ to }) => to.kind === 'queue');
  expect(problems.map(({ about }) => about)).toEqual(toQueue.map(({ id, subject }) => `${id} ${subject}`));
  expect(toQueue.map(({ subject }) => subject)).toContain(`request:${submitted.request.id}`);
  for (const { error } of problems) expect(error).toMatchObject({ code: 'config-invalid' });
  await test.close();
});

/** An address that was stored when its host was trusted. */
function abroad<A extends { readonly serviceUrl: string }>(address: A): A {
  return { ...address, serviceUrl: 'https://connector.example/' };
}
