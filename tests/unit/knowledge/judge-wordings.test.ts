import { describe, expect, it } from '@jest/globals';
import { judgeWordings } from '../../../src/knowledge/search/judge-wordings';

/** Represents wordings as directions in a plane, in degrees. Wordings with near directions have a near meaning. */
function judge(
  items: Readonly<Record<string, readonly number[]>>,
  { named = [] as readonly string[], programme = null as string | null } = {},
) {
  const examples = Object.entries(items).flatMap(([id, degrees]) => {
    const unit = { id, topic: id, programme, asks: [] };
    return degrees.map((degree) => {
      const text = `${id} ${degree}`;
      return { unit, degree, prepared: { mended: text, masked: text, named } };
    });
  });
  const vectors = examples.map(({ degree }) => {
    const angle = (degree * Math.PI) / 180;
    return Float32Array.from([Math.cos(angle), Math.sin(angle)]);
  });
  return judgeWordings(examples, vectors, new Set(Object.keys(items)));
}

describe('the wordings of an item', () => {
  it('pass where they are nearer to each other than to another item', () => {
    expect(judge({ one: [0, 5, 10], other: [60, 65, 70] })).toEqual([]);
  });

  it('fail where they are scattered among others', () => {
    expect(judge({ lost: [2, 92, 182], east: [-15, 17], north: [75, 107], west: [165, 197] })).toEqual([
      { kind: 'not-found', id: 'lost', found: 0, of: 3, by: 'east', wording: 'lost 2' },
    ]);
  });

  it('fail where one other item takes half of them', () => {
    const faults = judge({ taken: [0, 30, 60, 90, 120], taker: [15, 45, 75, 105] });
    expect(faults[0]).toMatchObject({ kind: 'taken-over', id: 'taken', by: 'taker', of: 5 });
  });

  it('fail where another item has one of them, and say so once', () => {
    expect(judge({ one: [0, 20, 40], other: [42, 62, 82] })).toEqual([
      { kind: 'same', id: 'one', wording: 'one 40', by: 'other', other: 'other 42' },
    ]);
  });

  it('may be few: then each one is its own case', () => {
    expect(judge({ one: [0, 90], other: [20, 70] })).toEqual([]);
  });
});
