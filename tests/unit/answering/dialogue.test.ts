import { describe, expect, it } from '@jest/globals';
import {
  EMPTY_DIALOGUE,
  forgetOld,
  MAX_TURN_AGE_MS,
  MAX_TURNS,
  remember,
} from '../../../src/answering/dialogue';
import type { Reply } from '../../../src/answering/reply';

const thanks: Reply = { kind: 'thanks', topic: 'thanks' };

describe('remember', () => {
  it('keeps what was said and what it was about', () => {
    const dialogue = remember(EMPTY_DIALOGUE, 'thank you', thanks, 1000);
    expect(dialogue.turns).toEqual([{ text: 'thank you', topic: 'thanks', answerTitle: null, atMs: 1000 }]);
  });

  it('never keeps the text of a message that may describe a vulnerability', () => {
    const dialogue = remember(EMPTY_DIALOGUE, 'SECRET DETAILS', { ...thanks, confidential: true }, 1000);
    expect(JSON.stringify(dialogue)).not.toContain('SECRET');
    expect(dialogue.turns[0]?.topic).toBe('thanks');
  });

  it('never keeps a long story that was not understood, and keeps a short question that was not', () => {
    const unclear: Reply = { kind: 'unclear', topic: 'unclear' };
    const story = remember(EMPTY_DIALOGUE, 'and then it said '.repeat(10), unclear, 1000);
    expect(story.turns[0]).toMatchObject({ text: '', topic: 'unclear' });
    expect(remember(story, 'do you do AVD?', unclear, 2000).turns[1]?.text).toBe('do you do AVD?');
  });

  it('drops turns that are older than an hour', () => {
    const old = remember(EMPTY_DIALOGUE, 'long ago', thanks, 0);
    const dialogue = remember(old, 'now', thanks, MAX_TURN_AGE_MS + 1);
    expect(dialogue.turns.map(({ text }) => text)).toEqual(['now']);
  });

  it('keeps a turn that is just an hour old', () => {
    const old = remember(EMPTY_DIALOGUE, 'an hour ago', thanks, 0);
    expect(forgetOld(old, MAX_TURN_AGE_MS).turns).toHaveLength(1);
  });

  it('drops turns from before the clock was set back, whose age nobody knows', () => {
    const ahead = remember(EMPTY_DIALOGUE, 'tomorrow', thanks, 24 * MAX_TURN_AGE_MS);
    expect(forgetOld(ahead, 0).turns).toEqual([]);
  });

  it('keeps only the newest turns', () => {
    let dialogue = EMPTY_DIALOGUE;
    for (let at = 0; at < MAX_TURNS + 3; at += 1) dialogue = remember(dialogue, `turn ${at}`, thanks, at);
    expect(dialogue.turns).toHaveLength(MAX_TURNS);
    expect(dialogue.turns.at(-1)?.text).toBe(`turn ${MAX_TURNS + 2}`);
  });

  it('knows what the latest answer held until all that was said is old', () => {
    const held = [{ entryId: 'desk-paid', version: '1' }];
    const dialogue = remember(remember(EMPTY_DIALOGUE, 'free?', thanks, 0, held), 'thank you', thanks, 1000);
    expect(dialogue.answered).toEqual(held);
    const other = [{ entryId: 'tpd-overview', version: '2' }];
    expect(remember(dialogue, 'and TPD?', thanks, 2000, other).answered).toEqual(other);
    expect(forgetOld(dialogue, MAX_TURN_AGE_MS + 1001).answered).toEqual([]);
  });

  it('remembers what was offered until the next message', () => {
    const option = { topic: 'a', title: 'A', text: 'ask a' };
    const offered = remember(
      EMPTY_DIALOGUE,
      'hm',
      { kind: 'choices', topic: 'a', question: 'Which?', options: [option] },
      0,
    );
    expect(offered.offered).toEqual(['ask a']);
    expect(remember(offered, 'thanks', thanks, 1).offered).toEqual([]);
  });
});
