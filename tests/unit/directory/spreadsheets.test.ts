/**
 * Checks what spreadsheets in any language make of the directory's files. All kinds of files go through the same
 * reader.
 */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { checkDirectory } from '../../../src/directory/check';
import {
  formatDirectory,
  parseDirectory,
  type DirectoryFile,
  type DirectoryFiles,
} from '../../../src/directory/csv';
import { readDirectoryFiles } from '../../../src/directory/files';
import type { OrganisationContent } from '../../../src/directory/organisation';
import { SAMPLE } from '../../support/desk';

let sample: Required<DirectoryFiles>;
let content: OrganisationContent;
beforeAll(async () => {
  sample = (await readDirectoryFiles(SAMPLE)) as Required<DirectoryFiles>;
  content = parseDirectory(sample).content;
});

function read(changes: Partial<DirectoryFiles>): OrganisationContent {
  const parsed = parseDirectory({ ...sample, ...changes });
  expect(checkDirectory(parsed)).toEqual([]);
  return parsed.content;
}

function problemsOf(changes: Partial<DirectoryFiles>): string[] {
  return checkDirectory(parseDirectory({ ...sample, ...changes })).map(
    ({ file, line, message }) => `${file}:${line ?? '-'} ${message}`,
  );
}

const cellsOf = (text: string) => text.split('\n').map((line) => line.split(','));
const quoteLists = (cell: string, separator: string) => (cell.includes(separator) ? `"${cell}"` : cell);
const join = (rows: readonly (readonly string[])[], separator: string) =>
  rows.map((row) => row.map((cell) => quoteLists(cell, separator)).join(separator)).join('\r\n');

/** The file as different spreadsheets save it. The sample has no comma inside a cell. */
const SAVED: Readonly<Record<string, (text: string) => string>> = {
  'with semicolons, a byte order mark and CRLF': (text) => `\uFEFF${join(cellsOf(text), ';')}`,
  'with semicolons, and bars in its lists': (text) =>
    join(
      cellsOf(text).map((row) => row.map((cell) => cell.replaceAll(';', '|'))),
      ';',
    ),
  'with tabs': (text) => join(cellsOf(text), '\t'),
  'with a sep= line': (text) => `sep=,\r\n${text}`,
  'with a sep= line for tabs': (text) => `sep=\t\n${join(cellsOf(text), '\t')}`,
  'with a sep= line that was saved as a row': (text) => `"sep=,",,,\n${text}`,
  'with old Mac line ends': (text) => text.replaceAll('\n', '\r'),
  'with empty rows and empty columns at the end': (text) =>
    `${text.trim().split('\n').join(',,\n')},,\n,,,,\n\n , \n,,,,,,,,,,,,,,,,,,,,,\n`,
  'with a million empty rows at the end': (text) => text + ',,,,\n'.repeat(1_000_000),
  'with empty rows between': (text) => text.replaceAll('\n', '\n,,,\n'),
  'with every cell quoted': (text) =>
    cellsOf(text.trim())
      .map((row) => row.map((cell) => `"${cell}"`).join(','))
      .join('\n'),
  'with capital headings': (text) => text.replace(/^.*/, (header) => header.toUpperCase()),
  'with blanks in its headings': (text) => text.replace(/^.*/, (header) => header.replace(/[_,]/g, ' $& ')),
  'with its columns in another order': (text) =>
    cellsOf(text.trim())
      .map((row) => row.toReversed().join(','))
      .join('\n'),
  'without the empty cells at the end of its rows': (text) => text.replace(/,+$/gm, ''),
  'with each row in one cell': (text) =>
    text
      .trim()
      .split('\n')
      .map((line) => (line.includes(';') ? `"${line}"` : line))
      .join('\n'),
  'with no-break and zero-width blanks': (text) => text.replaceAll(',', '\u00A0,\u200B'),
};

describe.each(['partners', 'people', 'queues', 'holidays'] as const)('%s.csv', (file: DirectoryFile) => {
  it.each(Object.entries(SAVED))('saved %s is read as before', (_, save) => {
    expect(read({ [file]: save(sample[file]) })).toEqual(content);
  });

  it.each<[string, (text: string) => string, RegExp]>([
    ['a line break', (text) => text.replace(/\n([^,]*),/, '\n"$1\nb",'), /^\w+:2 .*line break in .*one line/],
    [
      'a NUL',
      (text) => text.replace(/\n([^,]*),/, '\n$1\u0000x,'),
      /^\w+:2 .*control character in .*\\u0000/,
    ],
    [
      'another cell',
      (text) => text.replace(/$/, `${','.repeat(30)}x`),
      /^\w+:\d+ has 31 cells under \d+ headings/,
    ],
    ['an open quote', (text) => text.replace(/\n/, '\n"'), /^\w+:\d+ has a double quote/],
    ['a quote within', (text) => text.replace(/\n([^,]*)/, '\n$1"x'), /^\w+:2 has a double quote inside/],
    [
      'a lost letter',
      (text) => text.replace(/\n/, '\nM\uFFFDller'),
      /^\w+:2 has the character .*lost letter/,
    ],
    [
      'a name encoded twice',
      (text) => text.replace(/\n/, '\nMÃ¼ller'),
      /^\w+:2 has "MÃ¼ller.*", probably "Müller/,
    ],
    [
      'a column twice',
      (text) => text.replace(/^(\w+)/, '$1,$1'),
      /^\w+:1 has two columns (id|calendar)\. Remove one/,
    ],
    [
      'a cell under an empty heading',
      (text) =>
        text
          .trim()
          .split('\n')
          .map((row, index) => row.replace(',', `,${index === 1 ? 'x' : ''},`))
          .join('\n'),
      /^\w+:2 column 2: found "x" under an empty heading/,
    ],
    ['no rows and no heading', () => '\uFEFF\r\n,,,\r\n', /^\w+:- is empty\./],
    [
      'a line of a million letters',
      (text) => text + 'x'.repeat(1_000_000),
      /^\w+:\d+ has 1000000 characters on one line/,
    ],
    ['a million rows', (text) => text + 'a,b\n'.repeat(1_000_000), /^\w+:- has more than 20000 rows/],
  ])('with %s is refused', (_, change, problem) => {
    const problems = problemsOf({ [file]: change(sample[file]) });
    expect(problems).toEqual([expect.stringMatching(problem)]);
  });
});

describe('a cell', () => {
  const partner = (from: string, to: string) => {
    expect(sample.partners).toContain(from);
    return { partners: sample.partners.replace(from, to) };
  };
  const queue = (from: string, to: string) => ({ queues: sample.queues.replace(from, to) });
  const person = (from: string, to: string) => ({ people: sample.people.replace(from, to) });

  it.each(['TRUE', 'true', 'WAHR', 'Yes', 'JA', 'Ja', 'oui', 'VRAI', 'VERO', 'VERDADERO', 'WAAR', '1'])(
    'says yes as %s',
    (yes) => {
      expect(read(partner('EMEA,yes,priya', `EMEA,${yes},priya`))).toEqual(content);
    },
  );

  it.each(['FALSE', 'false', 'FALSCH', 'No', 'Nein', 'NON', 'FAUX', 'FALSO', 'ONWAAR', '0'])(
    'says no as %s',
    (no) => {
      expect(read(partner('EMEA,no,', `EMEA,${no},`))).toEqual(content);
    },
  );

  it.each(['9:00', '09:00:00', '9:00:00', '9.00', '9:00 AM', '9:00 am'])('has a time as %s', (time) => {
    expect(read({ queues: sample.queues.replaceAll('09:00,', `${time},`) })).toEqual(content);
  });

  it('has noon and midnight by the clock of twelve hours', () => {
    const times = ['12:00 AM', '12:30 PM', '5:00 p.m.', '13:00 PM'].map(
      (time) => parseDirectory({ ...sample, ...queue('09:00,ireland', `${time},ireland`) }).content.queues,
    );
    expect(times.map((queues) => queues.find(({ id }) => id === 'pdm-emea')?.digestAt)).toEqual([
      '00:00',
      '12:30',
      '17:00',
      undefined,
    ]);
  });

  it.each(['9:00-17:00', '09:00 - 17:00', '09:00–17:00', '09:00:00-17:00:00'])('has hours as %s', (hours) => {
    expect(read(person('09:00-17:00', hours))).toEqual(content);
  });

  it.each(['8.0', '8,0'])('has whole hours as %s', (hours) => {
    expect(read(queue(',8,12', `,"${hours}",12`))).toEqual(content);
  });

  const holidays = (write: (year: string, month: string, day: string) => string) => ({
    holidays: sample.holidays.replace(/(\d{4})-(\d\d)-(\d\d)/g, (_, ...parts: [string, string, string]) =>
      write(...parts),
    ),
  });
  const short = (part: string) => String(Number(part));

  it.each<[string, Parameters<typeof holidays>[0]]>([
    ['a German', (year, month, day) => `${day}.${month}.${year}`],
    ['a short German', (year, month, day) => `${short(day)}.${short(month)}.${year.slice(2)}`],
    ['an American', (year, month, day) => `${short(month)}/${short(day)}/${year}`],
    ['a British', (year, month, day) => `${day}/${month}/${year}`],
    ['a Dutch', (year, month, day) => `${short(day)}-${short(month)}-${year}`],
    ['a Japanese', (year, month, day) => `${year}/${short(month)}/${short(day)}`],
    ['a Korean', (year, month, day) => `${year}. ${short(month)}. ${short(day)}`],
    ['a database', (year, month, day) => `${year}-${month}-${day} 00:00:00`],
  ])('has dates as %s spreadsheet saves them', (_, write) => {
    expect(read(holidays(write))).toEqual(content);
  });

  it('with a date that is one of two days is refused', () => {
    expect(problemsOf(person('tom-okafor,,', 'tom-okafor,8/3/2026,8/4/2026'))).toEqual([
      'people:2 away_from: found "8/3/2026". Write a date as YYYY-MM-DD, like 2026-12-25.',
      'people:2 away_to: found "8/4/2026". Write a date as YYYY-MM-DD, like 2026-12-25.',
    ]);
    const mixed = person('tom-okafor,,', 'tom-okafor,25/3/2026,3/26/2026');
    expect(problemsOf(mixed)).toHaveLength(2);
  });

  const TENANT = '11111111-0000-4000-8000-000000000001';
  it('has a tenant id in braces and capitals', () => {
    const id = 'ABCDEF11-0000-4000-8000-000000000001';
    const [northwind] = read(partner(TENANT, `{${id}}| ${TENANT}`)).partners;
    expect(northwind?.tenantIds).toEqual([id.toLowerCase(), TENANT]);
  });

  it.each(['northwind.onmicrosoft.com', '1.11E+07', '1,11111E+07', '11111111', `${TENANT}0`, `{${TENANT}`])(
    'has no tenant id as %s',
    (id) => {
      expect(problemsOf(partner(TENANT, `"${TENANT.replace('1', '2')};${id}"`))).toEqual([
        expect.stringMatching(
          /^partners:2 tenant_ids: found ".*"\. Write the tenant id, a GUID like .*as text first/,
        ),
      ]);
    },
  );

  it('has keys in any case', () => {
    const people = sample.people
      .replace(
        'priya-nair,Priya Nair,priya.nair@contoso.com,PDM,EMEA',
        'Priya-Nair,Priya Nair,Priya.Nair@Contoso.com,pdm,emea',
      )
      .replace('infrastructure;data-ai', 'Infrastructure;DATA-AI')
      .replace(',lead,', ',Lead,');
    const queues = sample.queues
      .replace('pts-emea,PTS EMEA,PTS', 'PTS-EMEA,PTS EMEA,pts')
      .replace('ireland', 'Ireland');
    const partners = sample.partners.replace('priya-nair', 'PRIYA-NAIR').replace('.com,EMEA', '.com,Emea');
    expect(read({ people, queues, partners })).toEqual(content);
  });
});

describe('a written directory', () => {
  it.each([',', ';'] as const)(
    'with "%s" begins with a byte order mark, and is read as it was',
    (separator) => {
      const strange: OrganisationContent = {
        ...content,
        partners: content.partners.map((partner, index) => ({
          ...partner,
          name:
            ['Müller & Söhne; "Łódź", 東京', '=HYPERLINK("x")', "'=1", '＋1; -2, @x'][index] ?? partner.name,
        })),
      };
      const files = formatDirectory(strange, separator);
      for (const text of Object.values<string>({ ...files })) {
        expect(text.startsWith('\uFEFF')).toBe(true);
        expect(text.split('\r\n')[0]).toContain(separator);
      }
      expect(parseDirectory(files).content).toEqual(strange);
    },
  );
});
