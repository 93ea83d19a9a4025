import { describe, expect, it } from '@jest/globals';
import { parseCommand } from '../../../src/conversation/typed/commands';
import { findNumber, parseNumber } from '../../../src/shared/request-number';

const HYPHENS = [
  '-',
  '\u2010',
  '\u2011',
  '\u2012',
  '\u2013',
  '\u2014',
  '\u2212',
  '\uff0d',
  '_',
  ' ',
  '\u00a0',
  '',
];

describe('the number of a request', () => {
  it.each(HYPHENS)('is read with %j between its letters and digits', (between) => {
    for (const prefix of ['PD', 'pd', 'Pd', 'ＰＤ']) {
      const typed = `${prefix}${between}0042`;
      expect(parseNumber(typed)).toBe(42);
      expect(findNumber(`what about ${typed}?`)).toBe(42);
      const command = { kind: 'request', verb: 'claim', number: 'PD-0042', rest: '' };
      expect(parseCommand(`claim ${typed}`)).toEqual(command);
      expect(parseCommand(typed)).toEqual({ ...command, verb: 'show' });
    }
  });

  it('is read with spaces around the hyphen, without zeros, and in wide digits', () => {
    expect(['PD – 42', '#42', '42', 'PD-４２', ' pd 42 '].map(parseNumber)).toEqual([42, 42, 42, 42, 42]);
  });

  it.each(['', 'PD', 'PD-', 'PD-0000', 'PD-1234567890', 'PDF 42', 'UPD-42', 'PD-42a'])(
    'is not in %j',
    (text) => {
      expect(parseNumber(text)).toBeUndefined();
      expect(findNumber(text)).toBeUndefined();
    },
  );

  it('leaves what follows it to the command', () => {
    expect(parseCommand('note pd 1: 2 sites')).toMatchObject({ number: 'PD-0001', rest: '2 sites' });
    expect(parseCommand('post again PD–7')).toMatchObject({ kind: 'doubt', number: 'PD-0007' });
  });
});
