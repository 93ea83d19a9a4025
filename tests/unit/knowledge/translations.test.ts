/** content/translations/<language>/: what is read, what is out of date, and what is refused with its file and line. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createInterpreters } from '../../../src/answering/replying/interpreter';
import { createStatements } from '../../../src/answering/replying/statements';
import { checkContentFiles } from '../../../src/cli/content';
import { printUntranslated } from '../../../src/cli/content/print-untranslated';
import { findContentDir, loadContent } from '../../../src/knowledge/load/load-content';
import { ContentError } from '../../../src/knowledge/model/content-error';
import { findMissing, hashText } from '../../../src/knowledge/translations/translations';
import { content as shipped } from '../../support/shared';

const LANGUAGE = 'fr';
const ENTRY = 'tpd-how-to';
const { title, answer } = shipped.entries.find(({ id }) => id === ENTRY)!;
const NOTE = 'note: "Traduction du projet. Le texte anglais fait foi."\n';
const french = (texts: string) => `${ENTRY}:\n${texts}`;
const titled = (of: string, text = 'Comment demander TPD ?') => `  title@${hashText(of)}: ${text}\n`;

let overlayDir: string;
beforeEach(() => {
  overlayDir = mkdtempSync(path.join(tmpdir(), 'translations-'));
  write('about.yaml', NOTE);
});
afterEach(() => {
  rmSync(overlayDir, { recursive: true });
});

function write(name: string, text: string): void {
  const folder = path.join(overlayDir, 'translations', LANGUAGE);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, name), text);
}
const load = () => loadContent({ dir: findContentDir(), overlayDir });
const findFrench = () => load().translations.find(({ id }) => id === LANGUAGE)!;
function findProblems(): string[] {
  try {
    load();
    return [];
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.problems.map(
      ({ file, line, message }) => `${path.basename(file)}:${String(line)} ${message}`,
    );
  }
}
function printContent(): string {
  const lines: string[] = [];
  const clock = { nowMs: () => Date.UTC(2026, 10, 23) };
  checkContentFiles({ dir: findContentDir(), overlayDir, clock, print: (line) => lines.push(line) });
  return lines.join('\n');
}

describe('a language', () => {
  it('is added with a folder alone', () => {
    write('entries.yaml', french(titled(title)));
    const content = load();
    const statement = createStatements(content).find(ENTRY)!;
    const said = createInterpreters(content)(LANGUAGE)!.statement(statement);
    expect([said.title, said.answer]).toEqual(['Comment demander TPD ?', answer]);
    expect(said.translatedBy).toContain('Le texte anglais fait foi');
  });

  it('is optional: content without any has no interpreter', () => {
    const content = { ...shipped, translations: [] };
    expect(createInterpreters(content)('de')).toBeUndefined();
  });

  it('counts what it lacks, and the check says how to list that', () => {
    write('entries.yaml', french(titled(title)));
    const { length } = findMissing(load(), findFrench());
    expect(length).toBe(findMissing(load(), { texts: new Map() }).length - 1);
    expect(printContent()).toContain(`note: ${length} texts are shown in English to readers of "fr"`);
    expect(printContent()).toContain('--untranslated fr');
  });
});

describe('a translation of a text that has changed', () => {
  beforeEach(() => {
    write('entries.yaml', `# A comment.\n${french(titled('An older title'))}`);
  });

  it('is not shown', () => {
    const content = load();
    const statement = createStatements(content).find(ENTRY)!;
    const said = createInterpreters(content)(LANGUAGE)!.reply({
      ...{ kind: 'answer', topic: ENTRY, statements: [statement], next: [] },
    });
    expect(said).toMatchObject({ isWhole: false, value: { statements: [{ title }] } });
  });

  it('is listed with its place', () => {
    expect(findFrench().outdated).toEqual([{ file: 'entries', id: ENTRY, field: 'title', line: 3 }]);
    expect(printContent()).toContain(
      `warning: translations/fr/entries.yaml:3 ${ENTRY}: the English of title has changed`,
    );
  });

  it('is printed for translators, under the key that makes it current', () => {
    const lines: string[] = [];
    printUntranslated(load(), LANGUAGE, (line) => lines.push(line));
    expect(lines.join('\n')).toContain(`title@${hashText(title)}: ${title}`);
    write('entries.yaml', french(titled(title)));
    expect(findFrench().outdated).toEqual([]);
    expect(findFrench().texts.get(title)).toBe('Comment demander TPD ?');
  });
});

describe('a mistake in a translation is named with its file and line:', () => {
  it.each([
    ['an unknown id', `no-such-entry:\n${titled(title)}`, 'no-such-entry: title isn’t a text of the content'],
    [
      'an unknown field',
      french(`  subtitle@${hashText(title)}: Bonjour\n`),
      'subtitle isn’t a text of the content',
    ],
    [
      'a key without a hash',
      french('  title: Bonjour\n'),
      '"title" must be a field with the hash of its English',
    ],
    ['an empty text', french(titled(title, '""')), 'must not be empty'],
    ['a text that is too long', french(titled(title, 'x'.repeat(91))), 'title must be at most 90 characters'],
    [
      'too many words',
      french(`  answer@${hashText(answer)}: ${'mot '.repeat(46)}\n`),
      'must be at most 45 words',
    ],
    ['HTML', french(titled(title, '<b>TPD</b>')), 'title must not contain HTML'],
    [
      'a link of its own',
      french(titled(title, '"[ici](https://example.com)"')),
      'must have the links of the English',
    ],
    [
      'a number of its own',
      french(titled(title, 'TPD en 30 heures')),
      'must have the numbers of the English',
    ],
  ])('%s', (_what, text, message) => {
    write('entries.yaml', text);
    expect(findProblems()).toEqual([expect.stringMatching(/^entries\.yaml:2 /)]);
    expect(findProblems()[0]).toContain(message);
  });

  it('one English text with two translations', () => {
    const both = (text: string) => `faq-ea-asfp:\n  flag@${hashText('Confirm with your PDM')}: ${text}\n`;
    write('entries.yaml', both('À confirmer'));
    write(
      'guides.yaml',
      `whose-contract:\n  flag@${hashText('Confirm with your PDM')}: Demandez à votre PDM\n`,
    );
    expect(findProblems()).toEqual([expect.stringMatching(/^guides\.yaml:2 says .* differently than .*:2$/)]);
  });

  it('a folder that does not say whose translation it is', () => {
    rmSync(path.join(overlayDir, 'translations', LANGUAGE, 'about.yaml'));
    write('entries.yaml', french(titled(title)));
    expect(findProblems()).toEqual([expect.stringContaining('translations/fr/about.yaml is missing')]);
  });

  it('a file that is no YAML', () => {
    write('entries.yaml', 'a: [b');
    expect(findProblems()).toHaveLength(1);
  });
});

it('what CONTENT_DIR removes needs no change to our translations', () => {
  const folder = path.join(overlayDir, 'translations', 'de');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(overlayDir, 'comparisons.yaml'), '');
  expect(findProblems()).toEqual([]);
  expect(load().comparisons).toEqual([]);
});
