import { describe, expect, it } from '@jest/globals';
import { EMPTY_DIALOGUE, type Dialogue } from '../../src/answering/dialogue';
import { createReplyMemory } from '../../src/answering/reply-memory';
import { EMPTY_DRAFT, type Reply } from '../../src/answering/reply';

const REPLY: Reply = { kind: 'help', topic: 'help' };
const turn = { text: 'What is TPD?', topic: 'tpd-overview', told: 'TPD', atMs: 1 };
const asked: Dialogue = { turns: [turn], offered: ['one'], guide: null, answered: [] };

describe('the memory of replies', () => {
  it('gives the very reply that was kept, whenever the same was said before', () => {
    const memory = createReplyMemory();
    memory.keep('and its cost?', asked, REPLY);
    expect(memory.find('and its cost?', { ...asked, turns: [{ ...turn, atMs: 999 }] })).toBe(REPLY);
  });

  it.each<[string, Dialogue]>([
    ['without a dialogue', EMPTY_DIALOGUE],
    ['after another question', { ...asked, turns: [{ ...turn, text: 'What is GPS?' }] }],
    ['after one that was understood otherwise', { ...asked, turns: [{ ...turn, topic: 'gps-team' }] }],
    ['after one that was answered otherwise', { ...asked, turns: [{ ...turn, told: null }] }],
    ['with something else to choose from', { ...asked, offered: ['two'] }],
    ['with a guide open', { ...asked, guide: { id: 'contract', answers: {} } }],
  ])('gives nothing %s', (_name, dialogue) => {
    const memory = createReplyMemory();
    memory.keep('and its cost?', asked, REPLY);
    expect(memory.find('and its cost?', dialogue)).toBeUndefined();
    expect(memory.find('and its price?', asked)).toBeUndefined();
  });

  it('keeps nothing confidential, and no request', () => {
    const memory = createReplyMemory();
    const eligibility = { eligible: true, reason: 'fits', rule: null, door: null, explanation: '' };
    const intake: Reply = { kind: 'intake', topic: 'request-engagement', draft: EMPTY_DRAFT, eligibility };
    for (const reply of [{ ...REPLY, confidential: true }, intake]) {
      memory.keep('a word', EMPTY_DIALOGUE, reply);
      expect(memory.find('a word', EMPTY_DIALOGUE)).toBeUndefined();
    }
  });
});
