import { describe, expect, it } from '@jest/globals';
import { findSubject } from '../../../src/answering/reading/find-subject';
import { createProgrammeNames } from '../../../src/knowledge/search/programme-names';
import { content } from '../../support/shared';

const names = createProgrammeNames(content);

/** The search ignores the spaces where a name was. */
const read = (text: string): string => findSubject(text, names).text.replace(/\s+/g, ' ').trim();

describe('findSubject', () => {
  it.each([
    ['We do not want TPD, who else reviews a design?', 'who else reviews a design?', []],
    ['Please don’t explain TPD again, how do I reach them?', 'how do I reach them?', ['tpd']],
  ])('reads %j without what is refused, whose programme only a pronoun takes over', (text, rest, named) => {
    expect(findSubject(text, names)).toEqual({ text: rest, named });
  });

  it.each([
    ['Does GPS know TPD’s limit?', 'Does GPS know limit?'],
    ['Is the desk limited to some hours, like TPD?', 'Is the desk limited to some hours?'],
    ['Can GPS use our customer’s tenant as with TPD?', 'Can GPS use our customer’s tenant?'],
  ])('reads %j as asked of the first', (text, rest) => {
    expect(read(text)).toBe(rest);
  });

  it.each([
    'What is the difference between GPS and TPD’s work?',
    'Is GPS or TPD the right one?',
    'Can TPD and the desk both help?',
    'We do not want training, is that so?',
  ])('leaves %j whole', (text) => {
    expect(read(text)).toBe(text);
  });
});
