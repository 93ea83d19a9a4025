/** The short form of `npm run fuzz`: the real process, and whatever may arrive. */
import { expect, it } from '@jest/globals';
import { fuzz } from '../fuzz/fuzz';

it('answers whatever arrives without a 5xx, and nothing goes wrong inside', async () => {
  const options = { seed: 20261127, activities: 1_000, concurrency: 8, withModel: true, preload: null };
  const { byStatus, failures } = await fuzz(options);
  expect(failures).toEqual([]);
  const told = Object.entries(byStatus).filter(([status]) => !['200', '400', '404'].includes(status));
  expect(told).toEqual([]);
  expect(byStatus['200']).toBeGreaterThan(400);
}, 300_000);
