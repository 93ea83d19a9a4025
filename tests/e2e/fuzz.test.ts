/** The short form of `npm run fuzz`: the real process, and whatever may arrive. */
import { expect, it } from '@jest/globals';
import { fuzz } from '../fuzz/fuzz';

it('answers whatever arrives without a 5xx, and nothing goes wrong inside', async () => {
  const posted = { seed: 20261127, activities: 1_020, chunk: 170, disturbEvery: 1, concurrency: 8 };
  const { byStatus, disturbed, failures } = await fuzz({ ...posted, withModel: true, preload: null });
  expect(failures).toEqual([]);
  // Each kind came once.
  expect(Object.entries(disturbed).filter(([name]) => !name.startsWith('fault '))).toHaveLength(6);
  const unexpected = Object.entries(byStatus).filter(([status]) => !['200', '400', '404'].includes(status));
  expect(unexpected).toEqual([]);
  expect(byStatus['200']).toBeGreaterThan(400);
}, 300_000);
