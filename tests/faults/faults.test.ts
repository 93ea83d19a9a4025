/** The short form of `npm run faults`: a few kills, on the engine of the suite. */
import { expect, it } from '@jest/globals';
import { engine } from '../support/database';
import { runStorm } from './storm';

it('a process that is killed among failing calls loses nothing and doubles nothing', async () => {
  const { counts, broken } = await runStorm({
    engine,
    kills: 3,
    seed: 5,
    queues: 3,
    say: () => undefined,
  });
  expect(broken).toEqual([]);
  // A reply that is sent again may bring one more.
  expect(counts['kills']).toBeGreaterThanOrEqual(3);
  expect(counts['requests that a partner saw sent']).toBeGreaterThan(0);
}, 600_000);
