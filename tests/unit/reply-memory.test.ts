import { describe, expect, it } from '@jest/globals';
import { EMPTY_DIALOGUE, type Dialogue } from '../../src/answering/dialogue';
import { createReplyMemory, watchTurns, type Said } from '../../src/answering/reply-memory';
import { EMPTY_DRAFT, type Reply } from '../../src/answering/reply';

const REPLY: Reply = { kind: 'help', topic: 'help' };
const turn = { text: 'What is TPD?', topic: 'tpd-overview', told: 'TPD', atMs: 1 };
const asked: Dialogue = { turns: [turn], offered: ['one'], guide: null, answered: [], unsent: null };
const said: Said = { text: 'and its cost?', dialogue: asked, carried: ['tpd'] };

const elsewhere = (changes: Partial<Dialogue>): Said => ({ ...said, dialogue: { ...asked, ...changes } });
const OTHER_TURNS: [string, Said][] = [
  ['before anything else', elsewhere({ turns: [] })],
  ['after another question', elsewhere({ turns: [{ ...turn, text: 'What is GPS?' }] })],
  ['after one that was understood otherwise', elsewhere({ turns: [{ ...turn, topic: 'gps-team' }] })],
  ['after one that was answered otherwise', elsewhere({ turns: [{ ...turn, told: null }] })],
];
const OTHERWISE: [string, Said][] = [
  ['in other words', { ...said, text: 'and its price?' }],
  ['after another programme was spoken of', { ...said, carried: ['gps'] }],
  ['with something else to choose from', elsewhere({ offered: ['two'] })],
  ['with a guide open', elsewhere({ guide: { id: 'contract', answers: {} } })],
];

describe('the memory of replies', () => {
  it.each([true, false])(
    'gives the very reply that was kept, whenever it was said (turns read: %s)',
    (read) => {
      const memory = createReplyMemory();
      memory.keep(said, REPLY, read);
      expect(memory.find(elsewhere({ turns: [{ ...turn, atMs: 999 }] }))).toBe(REPLY);
    },
  );

  it.each(OTHERWISE)('gives nothing %s', (_name, other) => {
    const memory = createReplyMemory();
    memory.keep(said, REPLY, true);
    memory.keep(said, REPLY, false);
    expect(memory.find(other)).toBeUndefined();
  });

  it.each(OTHER_TURNS)(
    'gives what leaned on the turns not %s, and what stood for itself there too',
    (_name, other) => {
      const memory = createReplyMemory();
      memory.keep(said, REPLY, true);
      expect(memory.find(other)).toBeUndefined();
      memory.keep(said, REPLY, false);
      expect(memory.find(other)).toBe(REPLY);
    },
  );

  it('keeps nothing confidential, and no request', () => {
    const memory = createReplyMemory();
    const eligibility = { eligible: true, reason: 'fits', rule: null, door: null, explanation: '' };
    const intake: Reply = { kind: 'intake', topic: 'request-engagement', draft: EMPTY_DRAFT, eligibility };
    for (const reply of [{ ...REPLY, confidential: true }, intake]) {
      memory.keep(said, reply, false);
      expect(memory.find(said)).toBeUndefined();
    }
  });
});

describe('a watched dialogue', () => {
  it('says whether anybody looked at its turns', () => {
    const { watched, wereRead } = watchTurns(asked);
    expect([watched.offered, watched.guide, wereRead()]).toEqual([asked.offered, null, false]);
    expect(watched.turns).toBe(asked.turns);
    expect(wereRead()).toBe(true);
    expect(watchTurns(EMPTY_DIALOGUE).wereRead()).toBe(false);
  });
});
