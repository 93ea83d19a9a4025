import { describe, expect, it } from '@jest/globals';
import { trainClassifier, scoreRow } from '../../../src/knowledge/search/softmax-classifier';
import { createLexical } from '../../../src/knowledge/search/lexical';
import { createPhrases } from '../../../src/knowledge/search/phrases';
import { createProgrammeNames } from '../../../src/knowledge/search/programme-names';
import { countEdits, createSpelling } from '../../../src/knowledge/search/spelling';
import { content } from '../../support/shared';

describe('phrases', () => {
  const phrases = createPhrases([
    ['design', 'short'],
    ['design session', 'long'],
    ['consult*', 'open'],
  ]);
  it('finds whole words only, the longest phrase first, in any letter case', () => {
    expect(phrases.find('A Design-Session, redesign; consultants').map(({ value }) => value)).toEqual([
      'long',
      'open',
    ]);
  });
  it('tells where it found them, possessive included', () => {
    const text = "the design's end";
    const [found] = phrases.find(text);
    expect(text.slice(found?.from, found?.to)).toBe("design's");
  });
});

describe('programme names', () => {
  const names = createProgrammeNames(content);
  it.each([
    ['Does the Partner Architecture Desk cost anything?', ['desk']],
    ['TPD or the desk?', ['tpd', 'desk']],
    ['our help desk is down', []],
    ['a GPS tracker for the dog', []],
  ])('in %j are %j', (text, programmes) => {
    expect(names.find(text)).toEqual(programmes);
  });
  it('are taken out, so that one wording serves all programmes', () => {
    expect(names.mask('Does TPD come on site?')).toBe(names.mask('Does the desk come on site?'));
  });
});

describe('spelling', () => {
  const asks = [
    'open a ticket for the customer',
    'customer ticket',
    'design session',
    'another session by design',
  ];
  const known = new Set(['the', 'for', 'ticket', 'customer', 'session', 'design', 'open', 'house']);
  const spelling = createSpelling(asks, known, { cust: 'customer' });
  it.each([
    ['tikcet for custmer', 'ticket for customer'],
    ['desgin sesion', 'design session'],
    ['the cust', 'the customer'],
  ])('corrects %j', (text, mended) => {
    expect(spelling.mend(text)).toBe(mended);
  });
  it.each(['the house', 'for Custome Inc', 'tickets', 'zzzz'])('leaves %j alone', (text) => {
    expect(spelling.mend(text)).toBe(text);
  });
  it('counts a swap of neighbours as one edit', () => {
    expect(countEdits('taem', 'team', 2)).toBe(1);
    expect(countEdits('abcdef', 'uvwxyz', 2)).toBe(3);
  });
});

describe('lexical likeness', () => {
  it('is highest for the document that shares the rarer words', () => {
    const documents = ['open a ticket', 'open a door', 'open a ticket in the portal', 'the portal is a door'];
    const likeness = createLexical(documents).compare('a ticket in the portal');
    expect(likeness.indexOf(Math.max(...likeness))).toBe(2);
  });
});

describe('the head', () => {
  it('learns to tell classes apart, the same way each time', () => {
    const rows = Float32Array.from([1, 0, 0.9, 0.1, 0, 1, 0.1, 0.9]);
    const set = { features: 2, classes: 2, rows, labels: Int32Array.from([0, 0, 1, 1]) };
    const head = trainClassifier(set);
    const logits = new Float32Array(2);
    scoreRow(head, Float32Array.from([0.8, 0.2]), logits);
    expect(logits[0]).toBeGreaterThan(logits[1] ?? 0);
    expect(trainClassifier(set).weights).toEqual(head.weights);
  });
});
