import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createComparisons } from '../../../src/answering/replying/comparisons';
import type { ComparisonView, Reply } from '../../../src/answering/reply';
import { findContentDir, loadContent } from '../../../src/knowledge/load/load-content';
import { content } from '../../support/shared';

const compare = createComparisons(content);

function find(text: string, topic = 'compare-teams'): ComparisonView | undefined {
  const reply: Reply = { kind: 'answer', topic, statements: [], next: [] };
  return compare(text, reply).comparison;
}

describe('a question that weighs things against each other', () => {
  it.each([
    ['what is the difference between the desk and TPD?', 'Architecture Desk, TPD'],
    ['desk or GPS for a POC?', 'Architecture Desk, GPS'],
    ['GPS vs Desk vs TPD', 'Architecture Desk, GPS, TPD'],
  ])('"%s" puts %s side by side', (text, names) => {
    expect(find(text)?.names.join(', ')).toBe(names);
  });

  it('is understood of plans below any answer, if the question compares them explicitly', () => {
    expect(find('ASfP vs PSfP', 'support-options')?.names).toEqual(['ASfP', 'PSfP']);
    expect(find('Advanced Support for Partners or PSfP?', 'faq-incident-limits')?.flag).toMatch(
      /^Confirm with/,
    );
    expect(find('what do ASfP and PSfP stand for', 'glossary')).toBeUndefined();
  });

  it('says what is not stated of one, and of all', () => {
    const shown = find('desk or GPS?')!;
    const hours = shown.aspects.find(({ name }) => name === 'Hours')!;
    expect(hours.values.map(({ text }) => text)).toEqual([expect.stringContaining('No fixed limit'), null]);
    expect(find('ASfP or PSfP?', 'support-options')?.notStated).toEqual(['Cost']);
  });

  it('of one thing, of too many, or answered with something else stays as it was', () => {
    expect(find('what is the desk?')).toBeUndefined();
    expect(find('desk, GPS, TPD or MSRC?')).toBeUndefined();
    const thanks: Reply = { kind: 'thanks', topic: 'thanks' };
    expect(compare('desk or TPD', thanks)).toBe(thanks);
  });
});

describe('a comparison that is wrong', () => {
  const yaml = readFileSync(path.join(findContentDir(), 'comparisons.yaml'), 'utf8');
  it.each([
    ['programme: tpd', 'programme: gone', 'programme: "gone" doesn\'t exist'],
    ['cost: Free of', 'colour: Free of', 'things.0.facts.colour isn’t one of the aspects'],
    ['- term: psfp\n', '- term: psfp\n      programme: gps\n', 'must name either a programme or a term'],
    ['topics: [compare-teams]', 'topics: [gone]', 'topics: "gone" doesn\'t exist'],
  ])('is refused: %s -> %s', (from, to, message) => {
    const overlayDir = mkdtempSync(path.join(tmpdir(), 'comparisons-'));
    const changed = yaml.replace(from, to);
    expect(changed).not.toBe(yaml);
    writeFileSync(path.join(overlayDir, 'comparisons.yaml'), changed);
    expect(() => loadContent({ dir: findContentDir(), overlayDir })).toThrow(message);
    rmSync(overlayDir, { recursive: true });
  });
});
