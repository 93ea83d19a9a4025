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
  const text = sample[file] ?? '';
  expect(text).toContain(from);
  return { [file]: text.replace(from, to) };
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
      'was saved by a spreadsheet whose language separates columns otherwise',
      () => ({ people: sample.people.replaceAll(',', ';') }),
      'people:1 separates its columns by ";": save it with commas; the ";" is for lists within a cell',
    ],
    [
      'is not in UTF-8',
      // As Node reads the ü of another encoding.
      () => with_('people', 'Priya Nair', 'J\uFFFDrgen Nair'),
      'people:2 is not UTF-8: save it as "CSV UTF-8"',
    ],
    ['is empty', () => ({ people: '\n' }), 'people:- is empty'],
    [
      'misspells a column that may be left out',
      () => with_('queues', 'remind_after_hours', 'remind_after_hour'),
      'queues:1 has a column "remind_after_hour", which is none of: id, name, role, region, solution_area, hours, time_zone, lead, catch_all, remind_after_hours, backup_after_hours, lead_after_hours, give_up_after_hours, owner_quiet_hours, nudges, digest_at, holidays, backup',
    ],
    ['lacks a column', () => with_('people', ',mail,', ',post,'), 'people:1 has no column mail'],
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
      () => with_('queues', 'amara-diallo,yes', 'amara-diallo,no'),
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
      () => with_('queues', 'ireland,', 'ireland,,more'),
      'queues:- Invalid Record Length: columns length is 18, got 19 on line 2',
    ],
    [
      'has two queues for the same',
      () => with_('queues', 'pts-emea,PTS EMEA,PTS', 'pts-emea,PTS EMEA,PDM'),
      'queues:3 role, region and solution area "PDM, EMEA, any" stands here for the second time',
    ],
    [
      'asks the lead before the backup',
      () => with_('queues', ',8,12,16,24,', ',8,12,12,24,'),
      'queues:2 lead_after_hours must be more than backup_after_hours',
    ],
    [
      'gives up before it reminded, with nothing between',
      () => with_('queues', ',8,12,16,24,', ',8,,,8,'),
      'queues:2 give_up_after_hours must be more than remind_after_hours',
    ],
    [
      'waits for no time at all',
      () => with_('queues', ',8,12,16,24,', ',0,12,16,24,'),
      'queues:2 remind_after_hours: must be whole hours as 8',
    ],
    [
      'has a digest at no time of the day',
      () => with_('queues', '09:00,ireland', '9 am,ireland'),
      'queues:2 digest_at: must be a time as 09:00',
    ],
    [
      'answers whether one may nudge otherwise',
      () => with_('queues', 'yes,09:00,ireland', 'often,09:00,ireland'),
      'queues:2 nudges: must be yes or no',
    ],
    [
      'keeps the holidays of nowhere',
      () => with_('queues', 'ireland', 'atlantis'),
      'queues:2 holidays "atlantis" is no calendar of holidays.csv',
    ],
    [
      'asks a backup who is nobody',
      () => with_('queues', 'ireland,', 'ireland,nobody'),
      'queues:2 backup "nobody" is not in people.csv',
    ],
    [
      'asks a backup who could not take the request',
      () => with_('queues', 'ireland,', 'ireland,lena-fischer'),
      'queues:2 backup "lena-fischer" may not act on this queue\'s requests',
    ],
    [
      'has a holiday twice',
      () => with_('holidays', 'ireland,2027-01-01', 'ireland,2026-12-25'),
      'holidays:4 the holiday "ireland 2026-12-25" stands here for the second time',
    ],
    [
      'has a holiday on no day',
      () => with_('holidays', 'ireland,2027-01-01', 'ireland,2027-02-30'),
      'holidays:4 date: must be a date as YYYY-MM-DD',
    ],
  ])('that %s is refused with file and line', (_, change, problem) => {
    expect(problemsOf(change())).toContain(problem);
  });

  it('from before there were clocks and holidays is read, and has none', () => {
    const columns = 9;
    const cut = (text: string) =>
      text
        .split('\n')
        .map((row) => row.split(',').slice(0, columns).join(','))
        .join('\n');
    const { partners, people } = sample;
    const parsed = parseDirectory({ partners, people, queues: cut(sample.queues) });
    expect(checkDirectory(parsed)).toEqual([]);
    expect(parsed.content.holidays).toEqual([]);
    expect(parsed.content.queues[0]).toMatchObject({
      ...{ remindAfterHours: null, backupAfterHours: null, leadAfterHours: null, giveUpAfterHours: null },
      ...{ ownerQuietHours: null, nudges: false, digestAt: null, holidays: null, backup: null },
    });
    expect(parseDirectory(formatDirectory(parsed.content)).content).toEqual(parsed.content);
  });

  it('with many problems has all of them reported at once', () => {
    expect(
      problemsOf({
        ...with_('partners', 'priya-nair', 'nobody'),
        ...with_('queues', 'amara-diallo,yes', 'amara-diallo,no'),
      }),
    ).toHaveLength(3);
  });
});
