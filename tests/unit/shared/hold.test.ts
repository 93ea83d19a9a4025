import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { heldBetween, isHeld } from '../../../src/shared/hold';

const NOW_MS = 1_000_000_000;

describe('what is held until then', () => {
  it.each([
    ['that is now', 0, false],
    ['that has passed', -1, false],
    ['that comes', 1, true],
    ['as far ahead as it can have been set', 60_000, true],
    ['further ahead, as before the clock was set back', 60_001, false],
  ])('a moment %s', (_name, aheadMs, isWaiting) => {
    expect(isHeld(NOW_MS + aheadMs, 60_000, NOW_MS)).toBe(isWaiting);
  });

  it('is the same for SQL', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100, max: 200 }), fc.nat(100), (aheadMs, windowMs) => {
        const [from, to] = heldBetween(NOW_MS, windowMs);
        const untilMs = NOW_MS + aheadMs;
        expect(untilMs >= from && untilMs <= to).toBe(isHeld(untilMs, windowMs, NOW_MS));
      }),
    );
  });
});
