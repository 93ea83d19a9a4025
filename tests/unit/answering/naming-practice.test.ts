/** What the tagger of names practises on. */
import { describe, expect, it } from '@jest/globals';
import { readPracticeFiles } from '../../../src/answering/intake/naming/learn-names';
import { createPractice, listNames } from '../../../src/answering/intake/naming/practice';
import { findContentDir } from '../../../src/knowledge/load/load-content';

const files = readPracticeFiles(findContentDir());
const empty = { ...files, sentences: '[en]\nhelp' };

function practise(wording: string) {
  return createPractice(empty, { count: 0, wordings: [wording] });
}

describe('a wording of the content', () => {
  it('names nobody', () => {
    const [sentence] = practise('does the desk help with Zoom');
    expect(sentence?.tokens.length).toBeGreaterThan(4);
    expect(sentence === undefined ? null : listNames(sentence)).toEqual([]);
  });

  it('names another customer in place of a sample company', () => {
    const [sentence] = practise('book an ADS for Contoso, data and AI');
    expect(sentence?.text).not.toMatch(/contoso/i);
    expect(sentence === undefined ? null : listNames(sentence)).toHaveLength(1);
  });
});

it('gives the same sentences each time', () => {
  const texts = () => createPractice(files, { count: 1 }).map(({ text }) => text);
  expect(texts()).toEqual(texts());
});
