/** One person can't fill a queue, and learns nothing of a colleague's confidential request. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../src/config';
import type { Identity } from '../../src/directory/recognise';
import { findProjectRoot } from '../../src/shared/project-root';
import { openTestDesk, personalAddress, requester, submission, type TestDesk } from '../support/desk';

const DAY_MS = 24 * 60 * 60_000;

let test: TestDesk;
afterEach(() => test.close());

async function open(mostOpenEach: number | null = null): Promise<readonly [Identity, Identity]> {
  test = await openTestDesk({ mostOpenEach });
  return [
    await requester(test.directory, 'northwind-traders', 'Maya'),
    await requester(test.directory, 'northwind-traders', 'Nils'),
  ];
}

let forms = 0;
function send(by: Identity, fields: Record<string, unknown> = {}) {
  forms += 1;
  const input = submission({ submissionId: `form-${forms}`, customer: `Customer ${forms}`, ...fields });
  return test.desk.submit({ by, address: personalAddress(by.userId), confirmationActivityId: null, input });
}

describe('a person with many requests', () => {
  it('sends no more until some are closed and a day is over; other people can still send', async () => {
    const [maya, nils] = await open(3);
    for (let time = 0; time < 3; time += 1) expect((await send(maya)).outcome).toBe('submitted');
    const tooMany = { outcome: 'invalid', problems: [{ message: 'too-many-requests:3' }] };
    expect(await send(maya)).toMatchObject(tooMany);
    expect((await send(nils)).outcome).toBe('submitted');
    await test.desk.withdraw(maya, { number: 1 }, {}, 'w-1');
    expect(await send(maya)).toMatchObject(tooMany);
    test.clock.advance(DAY_MS + 1);
    expect((await send(maya)).outcome).toBe('submitted');
    expect(await send(maya)).toMatchObject(tooMany);
  });

  it('reopens one of them a few times only, so the queue gets a bounded number of cards', async () => {
    const [maya] = await open();
    await send(maya);
    const outcomes: string[] = [];
    for (let time = 0; time < 20; time += 1) {
      await test.desk.withdraw(maya, { number: 1 }, {}, `w-${time}`);
      outcomes.push((await test.desk.reopen(maya, { number: 1 }, {}, `r-${time}`)).outcome);
    }
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(5);
    expect(await test.desk.reopen(maya, { number: 1 }, {}, 'r-last')).toMatchObject({
      outcome: 'invalid',
      problems: [{ message: 'reopened-too-often:5' }],
    });
  });
});

describe('how many requests a person may have open', () => {
  const read = (env: Record<string, string>) =>
    parseConfig(findProjectRoot(), { BOT_ID: 'a', BOT_TENANT_ID: 'b', BOT_PASSWORD: 'c', ...env })
      .mostOpenEach;

  it.each([
    [{}, 50],
    [{ OPEN_REQUESTS_PER_PERSON: '7' }, 7],
    [{ OPEN_REQUESTS_PER_PERSON: '0' }, null],
    [{ PARTNER_DESK_LOCAL: '1' }, null],
    [{ PARTNER_DESK_LOCAL: '1', OPEN_REQUESTS_PER_PERSON: '7' }, 7],
  ])('with %j is %j', (env, most) => {
    expect(read(env)).toBe(most);
  });
});

describe('a request like another one', () => {
  it('doesn’t count as a duplicate if it’s a colleague’s confidential one', async () => {
    const [maya, nils] = await open();
    await send(maya, { customer: 'Wide World Importers', isConfidential: true });
    expect((await send(nils, { customer: 'wide-world importers' })).outcome).toBe('submitted');
    expect((await send(maya, { customer: 'wide-world importers' })).outcome).toBe('duplicate');
  });
});
