import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createRateLimit } from '../../../src/conversation/admission/rate-limit';
import { createFakeClock } from '../../support/desk';

describe('a rate', () => {
  it('is never exceeded in any minute by more than what may come at once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.array(fc.nat(5_000), { maxLength: 300 }),
        (rate, waits) => {
          const clock = createFakeClock();
          const limit = createRateLimit(rate, clock);
          const taken: number[] = [];
          for (const waitMs of waits) {
            clock.advance(waitMs);
            if (limit.take('somebody').ok) taken.push(clock.nowMs());
          }
          for (const from of taken)
            expect(taken.filter((at) => at >= from && at < from + 60_000).length).toBeLessThanOrEqual(
              2 * rate,
            );
        },
      ),
    );
  });

  it('gives back what was taken, in time', () => {
    const clock = createFakeClock();
    const limit = createRateLimit(60, clock);
    for (let time = 0; time < 60; time += 1) expect(limit.take('a')).toEqual({ ok: true });
    expect(limit.take('a')).toEqual({ ok: false, tell: true });
    clock.advance(1_000);
    expect(limit.take('a')).toEqual({ ok: true });
    expect(limit.take('a')).toEqual({ ok: false, tell: false });
  });

  it('is kept for a limited number, and forgets the one that was quiet for longest', () => {
    const limit = createRateLimit(1, createFakeClock(), 2);
    for (const key of ['a', 'b', 'a', 'c']) limit.take(key);
    expect([limit.take('a').ok, limit.take('b').ok]).toEqual([false, true]);
  });

  it('of none lets everything through', () => {
    const limit = createRateLimit(null, createFakeClock());
    expect(Array.from({ length: 1_000 }, () => limit.take('a').ok)).not.toContain(false);
  });
});

describe('a clock that is set back by a day', () => {
  it('does not keep from telling somebody that they are too fast', () => {
    const clock = createFakeClock();
    const limit = createRateLimit(1, clock);
    limit.take('a');
    expect(limit.take('a')).toEqual({ ok: false, tell: true });
    clock.advance(-24 * 60 * 60 * 1000);
    expect(limit.take('a')).toEqual({ ok: false, tell: true });
  });

  it('gives back turns at the usual rate from then on', () => {
    const clock = createFakeClock();
    const limit = createRateLimit(60, clock);
    for (let time = 0; time < 60; time += 1) limit.take('a');
    clock.advance(-24 * 60 * 60 * 1000);
    expect(limit.take('a').ok).toBe(false);
    clock.advance(1_000);
    expect(limit.take('a').ok).toBe(true);
  });
});
