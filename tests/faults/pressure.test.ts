import { expect, it } from '@jest/globals';
import { engine } from '../support/database';
import { runPressure } from './pressure';

it('a burst of claims and a full disk leave every request with one owner and every person with a clear answer', async () => {
  const { counts, broken } = await runPressure(engine);
  expect(broken).toEqual([]);
  expect(counts['of them that won']).toBeGreaterThan(0);
}, 180_000);
