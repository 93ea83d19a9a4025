import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openTestDesk, personalAddress, requester, submission, type TestDesk } from '../support/desk';

/** Several real processes on one database, as the bot and the command line are. Runs what `npm run build` made. */
const run = promisify(execFile);
const CLAIM_ALL = path.join(__dirname, '../support/claim-all.mjs');

let test: TestDesk;
beforeEach(async () => {
  test = await openTestDesk();
});
afterEach(() => test.close());

describe('several processes', () => {
  it('that claim the same requests at once: each request is won exactly once, and its trail has no gap', async () => {
    const anna = await requester(test.directory, 'northwind-traders', 'Anna');
    const ids: string[] = [];
    for (let index = 0; index < 40; index += 1) {
      const submitted = await test.desk.submit({
        by: anna,
        input: submission({ submissionId: `form-${index}`, customer: `Customer ${index}` }),
        address: personalAddress(anna.userId),
        confirmationActivityId: null,
      });
      if (submitted.outcome === 'submitted') ids.push(submitted.request.id);
    }
    const people = ['priya-nair', 'tom-okafor', 'amara-diallo'];
    const results = await Promise.all(
      people.map((personId) =>
        run(process.execPath, [CLAIM_ALL, JSON.stringify(test.options), personId, ...ids]),
      ),
    );
    const won = results.map(({ stdout }) => JSON.parse(stdout) as string[]);
    expect(won.flat().sort()).toEqual([...ids].sort());

    const { engagementStore: store, database } = test.storage;
    for (const [index, personId] of people.entries()) {
      for (const id of won[index] ?? []) {
        expect((await store.find(database.direct, { id }))?.ownerId).toBe(personId);
        const trail = await store.listEvents(database.direct, id);
        expect(trail.map(({ event, actor }) => `${event} ${actor.id}`)).toEqual([
          `submit ${anna.userId}`,
          `claim ${personId}`,
        ]);
      }
    }
  }, 90_000);
});
