import { describe, expect, it } from '@jest/globals';
import { EMPTY_DIALOGUE, OPENS_FORM, type Dialogue } from '../../../src/answering/dialogue';
import { createAskedAgain } from '../../../src/answering/reading/asked-again';
import { asksState } from '../../../src/answering/reading/asks-state';
import { createProgrammeNames } from '../../../src/knowledge/search/programme-names';
import { content } from '../../support/shared';

const names = createProgrammeNames(content);
const askAgain = createAskedAgain(content, names);

const after = (texts: readonly string[], topic = 'any'): Dialogue => ({
  ...EMPTY_DIALOGUE,
  turns: texts.map((text) => ({ text, topic, answerTitle: null, atMs: 0 })),
});

describe('a message that names only a team', () => {
  it.each([
    [['Can TPD join a customer call?'], 'and the desk?', ['desk'], /join a customer call/],
    [['do they review designs?'], 'I meant TPD', ['tpd'], /review designs/],
    [['Does the desk write code?', 'does gps?'], 'and tpd', ['tpd'], /write code/],
    [['do they review designs?', 'who?', 'GPS, I mean'], 'so?', ['gps'], /review designs/],
    [['Can GPS come on site?', 'and TPD?'], 'and the other team?', ['gps'], /come on site/],
  ])('after %j asks that by %j', (before, text, teams, question) => {
    const asked = askAgain(text, after(before)) ?? '';
    expect(names.find(asked)).toEqual(teams);
    expect(asked).toMatch(question);
  });

  it('takes for the other team that of the answer’s neighbours', () => {
    const asked = askAgain(
      'and the other team?',
      after(['Is there a cap at the desk?'], 'desk-defined-hours'),
    );
    expect(names.find(asked ?? '')).toEqual(['tpd']);
  });

  it('asks the same of another number', () => {
    expect(askAgain('and 30 hours?', after(['can I get 20 h of TPD?']))).toBe('can I get 30 h of TPD?');
    expect(askAgain('and 30?', after(['can I get 20 h in 3 weeks?']))).toBeNull();
  });

  it.each([
    [['Can TPD join a customer call?'], 'and does the desk cost anything?'],
    [['Our customer wants to see AKS work.'], 'and the desk?'],
    [['Can TPD join a customer call?'], 'so?'],
    [['Do the desk and TPD write code?'], 'and gps?'],
    [[], 'and the desk?'],
  ])('after %j asks nothing again by %j', (before, text) => {
    expect(askAgain(text, after(before))).toBeNull();
  });

  it.each(['whats the difference', 'so which one is better?', 'how do they differ?'])(
    'compares the two things that were named last: %j',
    (text) => {
      const asked = askAgain(text, after(['what is ASfP?', 'and PSfP', 'thanks']));
      expect(asked).toBe('What is the difference between ASfP and PSfP?');
      expect(askAgain(text, after(['what is ASfP?']))).toBeNull();
    },
  );

  it('right after a form is left to that form', () => {
    expect(askAgain('and the desk?', after(['Can TPD join a customer call?'], OPENS_FORM))).toBeNull();
  });
});

describe('the state of a request', () => {
  it('is asked for right after it only', () => {
    const words = 'so what is the status of that?';
    expect(asksState(words, after(['book an ADS'], OPENS_FORM))).toBe(true);
    expect(asksState(words, after(['where do I report a bug?']))).toBe(false);
  });
});
