import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { checkContentFiles } from '../../../src/cli/content';
import type { Content } from '../../../src/knowledge/model/content';
import { ContentError, type ContentProblem } from '../../../src/knowledge/model/content-error';
import { findContentFile } from '../../../src/knowledge/load/content-files';
import { loadContent } from '../../../src/knowledge/load/load-content';

/** The smallest content with one of each reference. Line numbers in the tests refer to these texts. */
const SMALL = {
  'sources.yaml': '- id: handbook\n  title: The handbook\n',
  'facts.yaml': '- id: open-fact\n  text: It is known.\n  source: handbook\n  confidence: A\n',
  'doors.yaml': '- id: desk\n  name: The desk\n  how: Ask for it.\n',
  'reasons.yaml':
    '- id: no-customer\n  eligible: false\n  door: desk\n  explanation: There is no customer.\n' +
    '- id: all-well\n  eligible: true\n  door: desk\n  explanation: It may start.\n',
  'programmes/desk.yaml':
    'name: The desk\nshortName: Desk\nsummary: A desk.\ndoor: desk\noverview: desk-overview\n',
  'faq/desk-overview.md': [
    '---',
    'title: What the desk is',
    'programme: desk',
    'source: handbook',
    'owner: The desk',
    'verified: 2026-11-23, from the handbook',
    'reviewBy: 2027-05-23',
    'goodToKnow: [open-fact]',
    'asks:',
    '  - what is the desk',
    '---',
    'The desk is a desk',
    'with architects.',
    '',
    'First detail.',
    '',
    'Second detail.',
    '',
  ].join('\n'),
  'rules/desk.yaml': [
    'defaults:',
    '  programme: desk',
    '  source: handbook',
    '  owner: The desk',
    '  verified: 2026-11-23, from the handbook',
    '  reviewBy: 2027-05-23',
    'items:',
    '  - id: desk-needs-customer',
    '    side: is',
    '    text: There should be a customer',
    '    answer: The desk needs a customer.',
    '    door: desk',
    '    refuses: no-customer',
    '    asks:',
    '      - does the desk need a customer',
    '',
  ].join('\n'),
  'intents.yaml': '- id: help\n  asks: [help]\n',
} as const;
type SmallFile = keyof typeof SMALL;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'content-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, files: Readonly<Record<string, string>>): string {
  const dir = path.join(folder, name);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
    writeFileSync(path.join(dir, file), text);
  }
  return dir;
}

function change(file: SmallFile, from: string, to: string): Record<string, string> {
  expect(SMALL[file]).toContain(from);
  return { ...SMALL, [file]: SMALL[file].replace(from, to) };
}

function findProblems(dir: string, overlayDir?: string): readonly ContentProblem[] {
  try {
    loadContent({ dir, overlayDir });
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.problems.map((problem) => ({ ...problem, file: path.relative(dir, problem.file) }));
  }
  return [];
}

describe('content in its files', () => {
  it('becomes entries and rules with their defaults, facts and topics filled in', () => {
    const content = loadContent({ dir: write('small', SMALL) });
    expect(content.entries[0]).toMatchObject({
      id: 'desk-overview',
      topic: 'desk-overview',
      answer: 'The desk is a desk with architects.',
      details: ['First detail.', 'Second detail.'],
      goodToKnow: [{ text: 'It is known.', source: 'handbook' }],
    });
    expect(content.rules[0]).toMatchObject({
      topic: 'desk-needs-customer',
      programme: 'desk',
      owner: 'The desk',
    });
    expect(content.programmes[0]).toMatchObject({ id: 'desk', overview: 'desk-overview' });
    expect(content.intents).toEqual([{ id: 'help', topic: 'help', asks: ['help'] }]);
  });

  it('reads the same with Windows line ends and a byte order mark', () => {
    const windows = Object.fromEntries(
      Object.entries(SMALL).map(([name, text]) => [name, `\uFEFF${text.replaceAll('\n', '\r\n')}`]),
    );
    expect(loadContent({ dir: write('windows', windows) })).toEqual(
      loadContent({ dir: write('small', SMALL) }),
    );
  });

  it('leaves the files of other rooms and hidden ones alone', () => {
    const others = {
      'routing.yaml': '- {',
      'sample/people.csv': 'a,b',
      '.DS_Store': 'x',
      'README.md': '# How',
    };
    expect(findProblems(write('small', { ...SMALL, ...others }))).toEqual([]);
  });
});

describe('broken content', () => {
  const entry = 'faq/desk-overview.md';
  const rules = 'rules/desk.yaml';
  const missing = (id: string) => new RegExp(`"${id}" doesn't exist$`);
  const cases: readonly (readonly [string, () => Record<string, string>, string, number, RegExp])[] = [
    ['a missing field', () => change(entry, 'owner: The desk\n', ''), entry, 2, /^owner is missing$/],
    ['a number for a text', () => change(entry, 'The desk', '12'), entry, 5, /^owner must be text.*quotes$/],
    ['an unknown field', () => change(entry, 'owner:', 'ownr: x\nowner:'), entry, 5, /^unknown field: ownr$/],
    ['a field of the wrong kind', () => change(rules, 'side: is', 'side: maybe'), rules, 9, /must be "is"/],
    [
      'an id that is no id',
      () => change('intents.yaml', 'id: help', 'id: Help!'),
      'intents.yaml',
      1,
      /^id must be/,
    ],
    [
      'a duplicate id',
      () => change('sources.yaml', '- id', '- id: handbook\n  title: A\n- id'),
      'sources.yaml',
      3,
      /^id: "handbook" is already used at .*sources\.yaml:1$/,
    ],
    [
      'an id of an entry that is also an intent',
      () => ({
        ...SMALL,
        'faq/help.md': SMALL['faq/desk-overview.md'].replace('what is the desk', 'what helps'),
      }),
      'intents.yaml',
      1,
      /is already used at/,
    ],
    [
      'a dangling door',
      () => change(rules, 'door: desk', 'door: gate'),
      rules,
      12,
      /^door: "gate" doesn't exist$/,
    ],
    ['a dangling source', () => change(entry, 'source: handbook', 'source: book'), entry, 4, missing('book')],
    ['a dangling programme', () => change(entry, 'programme: desk', 'programme: d'), entry, 3, missing('d')],
    [
      'a dangling topic',
      () => change(rules, 'side: is', 'side: is\n    topic: wide'),
      rules,
      10,
      missing('wide'),
    ],
    ['a dangling fact', () => change(entry, '[open-fact]', '[open-fact, other]'), entry, 8, missing('other')],
    ['a dangling relation', () => change(entry, 'asks:', 'related: [x]\nasks:'), entry, 9, /^related: .*"x"/],
    [
      'a dangling reason',
      () => change(rules, 'refuses: no-', 'refuses: some-'),
      rules,
      13,
      missing('some-customer'),
    ],
    [
      'a refusal by a reason for yes',
      () => change(rules, 'refuses: no-customer', 'refuses: all-well'),
      rules,
      13,
      /a reason to accept/,
    ],
    [
      'a dangling overview',
      () => change('programmes/desk.yaml', 'overview: desk-overview', 'overview: desk'),
      'programmes/desk.yaml',
      5,
      /^overview: "desk" doesn't exist$/,
    ],
    [
      'the same wording under two items',
      () => change(rules, 'does the desk need a customer', 'What is the desk?'),
      rules,
      15,
      /^asks: "What is the desk\?" is already listed under "desk-overview", at .*desk-overview\.md:10$/,
    ],
    [
      'an answer that is too long',
      () => change(entry, 'with architects.', 'many words '.repeat(25)),
      entry,
      12,
      /^answer must be at most 45 words/,
    ],
    [
      'a list line that is too long',
      () => change(rules, 'There should', 'x'.repeat(90)),
      rules,
      10,
      /^text must be at most 90/,
    ],
    [
      'no answer',
      () => ({ ...SMALL, [entry]: SMALL[entry].replace(/(---\n[^]*---\n)[^]*/, '$1') }),
      entry,
      12,
      /^answer must not be empty/,
    ],
    [
      'a day that does not exist',
      () => change(entry, '2027-05-23', '2027-02-30'),
      entry,
      7,
      /^reviewBy must be a valid date/,
    ],
    [
      'a review before the verification',
      () => change(entry, '2027-05-23', '2026-11-22'),
      entry,
      7,
      /^reviewBy must be later than verified$/,
    ],
    [
      'verified without a date',
      () => change(entry, 'verified: 2026-11-23, ', 'verified: '),
      entry,
      6,
      /^verified must be a date/,
    ],
    [
      'a link that is none',
      () => change('sources.yaml', 'title', 'url: a b\n  title'),
      'sources.yaml',
      2,
      /^url isn’t a valid URL$/,
    ],
    [
      'an answer in the front matter',
      () => change(entry, 'asks:', 'answer: x\nasks:'),
      entry,
      9,
      /^answer: remove it/,
    ],
    ['a file without front matter', () => ({ ...SMALL, 'faq/x.md': 'Hello' }), 'faq/x.md', 1, /front matter/],
    ['bad YAML', () => change(rules, 'side: is', 'side: is: not'), rules, 9, /^Nested mappings/],
    ['bad YAML in front matter', () => change(entry, 'owner: The', 'owner: The:'), entry, 5, /^Nested/],
    [
      'a star that YAML takes for an alias',
      () => change(entry, '- what is', '- *what is'),
      entry,
      10,
      /alias|comment|expected/i,
    ],
    [
      'a list that is none',
      () => ({ ...SMALL, 'glossary.yaml': 'ADS' }),
      'glossary.yaml',
      1,
      /must be a list/,
    ],
    ['an item that is none', () => ({ ...SMALL, 'glossary.yaml': '- ADS\n' }), 'glossary.yaml', 1, /fields/],
    [
      'a file that nobody reads',
      () => ({ ...SMALL, 'srevices.yaml': '[]' }),
      'srevices.yaml',
      1,
      /isn’t a content file/,
    ],
  ];
  it.each(cases)('is refused for %s', (_what, files, file, line, message) => {
    const problems = findProblems(write('broken', files()));
    expect(problems).toEqual([{ file, line, message: expect.stringMatching(message) }]);
  });

  it('is reported as a whole: problems of several files together, in the order of files and lines', () => {
    const dir = write('broken', {
      ...change(rules, 'door: desk', 'door: gate'),
      [entry]: SMALL[entry].replace('owner: The desk\n', ''),
      'facts.yaml': '- id: open-fact\n  text: [\n',
      'doors.yaml': SMALL['doors.yaml'].replace('name', 'nmae'),
    });
    expect(findProblems(dir).map(({ file, line }) => `${file}:${line}`)).toEqual([
      'doors.yaml:1',
      'doors.yaml:2',
      'facts.yaml:3',
      `${entry}:2`,
      `${rules}:12`,
    ]);
    expect(() => loadContent({ dir })).toThrow(/doors\.yaml:2 unknown field: nmae\n.*facts\.yaml:3/s);
  });

  it('is reported as a whole within one item: a field that is missing and a door that is not there', () => {
    const files = change(rules, 'door: desk', 'door: gate');
    const dir = write('broken', { ...files, [rules]: files[rules]!.replace('    side: is\n', '') });
    expect(findProblems(dir).map(({ message }) => message)).toEqual([
      'side is missing',
      'door: "gate" doesn\'t exist',
    ]);
  });

  it('names the operator the folder that is not there', () => {
    expect(findProblems(path.join(folder, 'nowhere'))[0]?.message).toMatch(/^doesn’t exist\. Set/);
    const dir = write('small', SMALL);
    expect(findProblems(dir, path.join(folder, 'nowhere'))).toHaveLength(1);
  });
});

describe('an overlay', () => {
  it('replaces a file, adds one and takes one away', () => {
    const dir = write('small', SMALL);
    const overlayDir = write('overlay', {
      'doors.yaml': '- id: desk\n  name: Our own desk\n  how: Knock.\n',
      'faq/own.md': SMALL['faq/desk-overview.md'].replace('what is the desk', 'what is our own'),
      'intents.yaml': '\n',
    });
    const content: Content = loadContent({ dir, overlayDir });
    expect(content.doors.map(({ name }) => name)).toEqual(['Our own desk']);
    expect(content.entries.map(({ id }) => id)).toEqual(['desk-overview', 'own']);
    expect(content.intents).toEqual([]);
  });

  it('is checked together with what it lies over', () => {
    const dir = write('small', SMALL);
    const overlayDir = write('overlay', { 'sources.yaml': '- id: other\n  title: Other\n' });
    expect(findProblems(dir, overlayDir).map(({ message }) => message)).toEqual([
      'source: "handbook" doesn\'t exist',
      'source: "handbook" doesn\'t exist',
      'source: "handbook" doesn\'t exist',
    ]);
  });
});

describe('npm run content', () => {
  const run = (dir: string, today: string): { code: number; lines: string[] } => {
    const lines: string[] = [];
    const code = checkContentFiles({
      dir,
      overlayDir: undefined,
      clock: { nowMs: () => Date.parse(today) },
      print: (line) => lines.push(line),
    });
    return { code, lines };
  };

  it('counts what is there', () => {
    const { code, lines } = run(write('small', SMALL), '2026-12-01');
    expect(code).toBe(0);
    expect(lines).toContain('entries           1   1 wordings');
  });

  it('warns of what is past its review date, from the day after', () => {
    const dir = write('small', SMALL);
    expect(run(dir, '2027-05-23').lines.join()).not.toContain('warning');
    const { code, lines } = run(dir, '2027-05-24');
    expect(code).toBe(0);
    expect(lines).toContain('warning: the review of "desk-overview" was due by 2027-05-23 (The desk)');
  });

  it('prints every problem with its place and fails', () => {
    const dir = write('broken', change('rules/desk.yaml', 'door: desk', 'door: gate'));
    const { code, lines } = run(dir, '2026-12-01');
    expect(code).toBe(1);
    expect(lines).toEqual([
      `${path.join(dir, 'rules/desk.yaml')}:12 door: "gate" doesn't exist`,
      '1 problem. The bot won’t start with this content.',
    ]);
  });
});

describe('an overlay that is whole', () => {
  const whole = { ...SMALL, 'content.yaml': 'keep: []\n' };

  it('leaves out all of what it lies over but what it keeps', () => {
    const dir = write('small', { ...SMALL, 'starters.yaml': '- { id: a, title: A, text: a }\n' });
    expect(loadContent({ dir, overlayDir: write('whole', whole) }).starters).toEqual([]);
    const keeping = write('keeping', { ...whole, 'content.yaml': 'keep: [starters.yaml]\n' });
    expect(loadContent({ dir, overlayDir: keeping }).starters).toHaveLength(1);
  });

  it('is refused for keeping what is not there, and for a content.yaml of another shape', () => {
    const dir = write('small', SMALL);
    const keeping = write('keeping', { ...whole, 'content.yaml': 'keep: [gone.yaml]\n' });
    expect(findProblems(dir, keeping).map(({ message }) => message)).toEqual([
      'keep: "gone.yaml" doesn\'t exist',
    ]);
    const wrong = write('wrong', { ...whole, 'content.yaml': 'only: true\n' });
    expect(findProblems(dir, wrong)).toHaveLength(1);
  });

  it('does not fall back to our routing', () => {
    const dir = write('small', { ...SMALL, 'routing.yaml': '[]' });
    const overlayDir = write('whole', whole);
    expect(() => findContentFile(dir, 'routing.yaml', overlayDir)).toThrow('routing.yaml is missing');
    const laidOver = write('overlay', { 'doors.yaml': SMALL['doors.yaml'] });
    expect(findContentFile(dir, 'routing.yaml', laidOver)).toBe(path.join(dir, 'routing.yaml'));
  });
});
