import { describe, expect, it } from '@jest/globals';
import { judgeFamiliarity, learnFamiliarity } from '../../../src/knowledge/search/familiarity';
import { createTopicRanker, type Example } from '../../../src/knowledge/search/rank-topics';

const TOPICS = 20;
const WORDINGS = 10;
const WIDTH = 32;

/** Wordings of one topic share words and a direction. Those of different topics share only the small words. */
function inventContent(): { examples: Example[]; vectors: Float32Array[] } {
  const examples: Example[] = [];
  const vectors: Float32Array[] = [];
  for (let topic = 0; topic < TOPICS; topic += 1)
    for (let nth = 0; nth < WORDINGS; nth += 1) {
      const text = `how is the ${word(topic)} ${word(topic + 50)} ${nth % 2 === 0 ? 'done here' : 'for us'}`;
      const unit = { id: `unit-${topic}`, topic: `topic-${topic}`, programme: null, asks: [] };
      examples.push({ unit, prepared: { mended: text, masked: text, named: [] } });
      vectors.push(inventVector(topic, nth));
    }
  return { examples, vectors };
}

function word(number: number): string {
  return String(number * 7919 + 1_000_003).replace(/\d/g, (digit) => 'klmnoprstu'[Number(digit)] ?? '');
}

function inventVector(topic: number, nth: number): Float32Array {
  const vector = Float32Array.from({ length: WIDTH }, (_, at) => {
    const noise = 0.12 * Math.sin(topic * 31 + nth * 17 + at * 7);
    return noise + (at === topic ? 1 : 0);
  });
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

describe('familiarity', () => {
  const { examples, vectors } = inventContent();
  const weights = learnFamiliarity(examples, vectors, []);
  const index = createTopicRanker(examples, [], { vectors, head: null });
  const judge = (text: string, vector: Float32Array): number =>
    judgeFamiliarity(
      weights,
      index.rank({ mended: text, masked: text, named: [] }, vector, []).signals ?? [],
    );

  it('is high for another wording of a topic, and low for a topic that the content does not have', () => {
    const known = judge(`what about ${word(3)} and ${word(53)}`, inventVector(3, 99));
    const strange = judge(`what about ${word(30)} and ${word(93)}`, inventVector(29, 99));
    expect(known).toBeGreaterThan(0.8);
    expect(strange).toBeLessThan(0.2);
  });

  it('is learnt the same way each time', () => {
    expect(learnFamiliarity(examples, vectors, [])).toEqual(weights);
  });

  it('is 1 for everything where the content is too small to learn from', () => {
    const few = examples.slice(0, 3 * WORDINGS);
    const learnt = learnFamiliarity(few, vectors.slice(0, 3 * WORDINGS), []);
    expect(learnt).toHaveLength(0);
    expect(judgeFamiliarity(learnt, [0, 0, 0, 0, 0])).toBe(1);
  });
});
