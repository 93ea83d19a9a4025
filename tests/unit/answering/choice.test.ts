import { describe, expect, it } from '@jest/globals';
import { findChosen } from '../../../src/answering/reading/chosen-offer';
import { createProgrammeNames } from '../../../src/knowledge/search/programme-names';
import { content } from '../../support/shared';

const names = createProgrammeNames(content);
const desk = 'What does the desk cost?';
const tpd = 'How many hours may TPD take?';
const report = 'Where do I report a vulnerability?';
const choose = (text: string, offered: readonly string[] = [desk, tpd, report]) =>
  findChosen(text, offered, names);

describe('what was offered', () => {
  it.each([
    ['the first one', desk],
    ['one', desk],
    ['2', tpd],
    ['option b please', tpd],
    ['I meant the second', tpd],
    ['the third one', report],
    ['the last', report],
    ['the TPD one', tpd],
    ['desk', desk],
    ['the one about a vulnerability', report],
    ['hours', tpd],
  ])('is chosen by %j', (text, offer) => {
    expect(choose(text)).toBe(offer);
  });

  it.each([
    'yes',
    'neither',
    'what does GPS do?',
    'is the second session at the customer free for us too?',
    'thanks a lot',
  ])('is not chosen by %j', (text) => {
    expect(choose(text)).toBeUndefined();
  });

  it('is not chosen by what fits two of the offers', () => {
    expect(choose('the desk one', [desk, 'Does the desk come on site?'])).toBeUndefined();
  });

  it('is nothing when nothing was offered', () => {
    expect(choose('the second one', [])).toBeUndefined();
  });
});
