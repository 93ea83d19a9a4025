import { describe, expect, it } from '@jest/globals';
import { EMPTY_DIALOGUE, type Dialogue } from '../../../src/answering/dialogue';
import { createWhereInstead } from '../../../src/answering/reading/where-instead';
import { content } from '../../support/shared';

const findDoor = createWhereInstead(content);
const after = (entryId: string): Dialogue => ({
  ...EMPTY_DIALOGUE,
  answered: [{ entryId, version: '' }],
  turns: [{ text: 'something', topic: 'any', answerTitle: null, atMs: 0 }],
});
const rule = content.rules.find(({ side, refuses }) => side === 'is-not' && refuses !== undefined);
const gap = content.notCovered.find(({ door }) => door !== 'help');

describe('after a refusal', () => {
  it.each(['who does it then?', 'who can?', 'but who would do that?', 'where else?'])(
    '%j asks for the door of what refused',
    (text) => {
      expect(findDoor(text, after(rule?.id ?? ''))).toBe(rule?.door);
      expect(findDoor(text, after(gap?.id ?? ''))).toBe(gap?.door);
    },
  );

  it.each(['who can see this?', 'and who wrote that song?', 'who is my PDM?', 'can you help?'])(
    '%j asks something else',
    (text) => {
      expect(findDoor(text, after(rule?.id ?? ''))).toBeUndefined();
    },
  );
});

it('after an answer, nobody is asked to go elsewhere', () => {
  expect(findDoor('who can?', after(content.entries[0]?.id ?? ''))).toBeUndefined();
});
