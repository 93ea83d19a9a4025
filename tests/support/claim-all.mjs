/**
 * A separate process that claims requests for one person. Its arguments are the database (JSON), the person, and IDs.
 */
import { createDirectory } from '../../dist/src/directory/directory.js';
import { createEngagementDesk } from '../../dist/src/engagement/desk.js';
import { openStorage } from '../../dist/src/open-storage.js';
import { createOutbox } from '../../dist/src/outbox/outbox.js';
import { systemClock } from '../../dist/src/shared/clock.js';
import { newUuid } from '../../dist/src/shared/ids.js';

const [options, personId, ...requestIds] = process.argv.slice(2);
const storage = await openStorage(JSON.parse(options));
const shared = { database: storage.database, clock: systemClock, newId: newUuid };
const directory = createDirectory({
  ...shared,
  store: storage.directoryStore,
  homeTenantId: 'home',
  admins: [],
});
const outbox = createOutbox({ ...shared, store: storage.outboxStore });
const desk = createEngagementDesk({
  ...shared,
  store: storage.engagementStore,
  directory,
  outbox,
  routingRules: [],
  declineReasons: [],
});
const person = (await directory.current()).findPerson(personId);
const by = { userId: `29:${personId}`, name: person.name, person, partner: null, isOperator: false };
const won = [];
for (const id of requestIds) {
  const outcome = await desk.claim(by, { id });
  if (outcome.outcome === 'done') won.push(id);
  else if (outcome.outcome !== 'already-claimed') throw new Error(outcome.outcome);
}
process.stdout.write(JSON.stringify(won));
await storage.database.close();
