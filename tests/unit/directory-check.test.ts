import { beforeAll, describe, expect, it } from '@jest/globals';
import { checkDirectory } from '../../src/directory/check';
import { formatDirectory, parseDirectory, type DirectoryFiles } from '../../src/directory/csv';
import { readDirectoryFiles } from '../../src/directory/files';
import { SAMPLE } from '../support/desk';

let sample: DirectoryFiles;
beforeAll(async () => {
  sample = await readDirectoryFiles(SAMPLE);
});

function problemsOf(changes: Partial<DirectoryFiles>): string[] {
  return checkDirectory(parseDirectory({ ...sample, ...changes })).map(
    ({ file, line, message }) => `${file}:${line ?? '-'} ${message}`,
  );
}

function with_(file: keyof DirectoryFiles, from: string, to: string): Partial<DirectoryFiles> {
  expect(sample[file]).toContain(from);
  return { [file]: sample[file].replace(from, to) };
}

describe('a directory', () => {
  it('that is sound has no problems, and survives being written and read', () => {
    expect(problemsOf({})).toEqual([]);
    const { content } = parseDirectory(sample);
    expect(parseDirectory(formatDirectory(content)).content).toEqual(content);
  });

  it('may come from a spreadsheet: byte order mark, CRLF, quotes', () => {
    const people = `\uFEFF${sample.people.replaceAll('\n', '\r\n').replace('Priya Nair', '"Nair, Priya ""P"""')}`;
    const { content, problems } = parseDirectory({ ...sample, people });
    expect(problems).toEqual([]);
    expect(content.people[0]?.name).toBe('Nair, Priya "P"');
    expect(parseDirectory(formatDirectory(content)).content).toEqual(content);
  });

  it.each<[string, () => Partial<DirectoryFiles>, string]>([
    [
      'names a PDM who is nobody',
      () => with_('partners', 'priya-nair', 'nobody'),
      'partners:2 PDM "nobody" is not in people.csv',
    ],
    [
      'has a PTS for a PDM',
      () => with_('partners', 'marcus-reed', 'jonas-weber'),
      'partners:4 "jonas-weber" is not a PDM in people.csv',
    ],
    [
      'has backups in a circle',
      () => with_('people', 'Europe/London,,', 'Europe/London,priya-nair,'),
      'people:2 the chain of backups leads back to this person',
    ],
    [
      'names a backup who is nobody',
      () => with_('people', 'tom-okafor,,\n', 'gone,,\n'),
      'people:2 backup "gone" is not in people.csv',
    ],
    [
      'has no catch-all queue',
      () => with_('queues', ',yes,', ',no,'),
      'queues:- needs exactly one queue with catch_all "yes", and has 0',
    ],
    [
      'has two catch-all queues',
      () => with_('queues', 'amara-diallo,no', 'amara-diallo,yes'),
      'queues:- needs exactly one queue with catch_all "yes", and has 2',
    ],
    [
      'names a lead who is nobody',
      () => with_('queues', 'amara-diallo,no', 'nobody,no'),
      'queues:2 lead "nobody" is not in people.csv',
    ],
    [
      'has a person twice',
      () => with_('people', 'tom-okafor,Tom', 'priya-nair,Tom'),
      'people:3 id "priya-nair" stands here for the second time',
    ],
    [
      'has a mail address twice',
      () => with_('people', 'tom.okafor@', 'priya.nair@'),
      'people:3 mail "priya.nair@contoso.com" stands here for the second time',
    ],
    [
      'has a tenant twice',
      () => with_('partners', '000000000002', '000000000001'),
      'partners:3 tenant id "11111111-0000-4000-8000-000000000001" stands here for the second time',
    ],
    [
      'recognises a partner by a consumer domain',
      () => with_('partners', 'proseware.com', 'gmail.com'),
      'partners:5 "gmail.com" is a consumer mail domain: anyone can have an address there',
    ],
    [
      'has a managed partner without anyone',
      () => with_('partners', 'yes,marcus-reed,', 'yes,,'),
      'partners:4 is managed, and nobody is assigned to it',
    ],
    [
      'ends an absence before it begins',
      () => with_('people', 'tom-okafor,,\n', 'tom-okafor,2026-08-10,2026-08-01\n'),
      'people:2 away_to is before away_from',
    ],
    [
      'ends an absence that never begins',
      () => with_('people', 'tom-okafor,,\n', 'tom-okafor,,2026-08-01\n'),
      'people:2 away_from and away_to need each other',
    ],
    [
      'has a date that is none',
      () => with_('people', 'tom-okafor,,\n', 'tom-okafor,2026-02-30,2026-03-01\n'),
      'people:2 away_from: must be a date as YYYY-MM-DD',
    ],
    [
      'has a time zone that is none',
      () => with_('people', 'Europe/Dublin', 'Dublin'),
      'people:2 time_zone: must be a time zone as Europe/Dublin',
    ],
    [
      'answers yes or no otherwise',
      () => with_('partners', 'EMEA,yes,priya', 'EMEA,maybe,priya'),
      'partners:2 managed: must be yes or no',
    ],
    ['lacks a column', () => with_('queues', 'id,name,role', 'id,name,rolle'), 'queues:1 has no column role'],
    [
      'has a row that is too long',
      () => with_('queues', 'amara-diallo,no,8', 'amara-diallo,no,8,more'),
      'queues:- Invalid Record Length: columns length is 10, got 11 on line 2',
    ],
    [
      'has two queues for the same',
      () => with_('queues', 'pts-emea,PTS EMEA,PTS', 'pts-emea,PTS EMEA,PDM'),
      'queues:3 role, region and solution area "PDM, EMEA, any" stands here for the second time',
    ],
  ])('that %s is refused with file and line', (_, change, problem) => {
    expect(problemsOf(change())).toContain(problem);
  });

  it('with many problems has all of them reported at once', () => {
    expect(
      problemsOf({ ...with_('partners', 'priya-nair', 'nobody'), ...with_('queues', ',yes,', ',no,') }),
    ).toHaveLength(3);
  });
});
