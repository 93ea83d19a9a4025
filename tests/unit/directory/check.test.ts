import { beforeAll, describe, expect, it } from '@jest/globals';
import { checkDirectory, findWarnings } from '../../../src/directory/check';
import { formatDirectory, parseDirectory, type DirectoryFiles } from '../../../src/directory/csv';
import { readDirectoryFiles } from '../../../src/directory/files';
import { SAMPLE } from '../../support/desk';

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
    ['is empty', () => ({ people: '\n' }), 'people:- is empty.'],
    [
      'misspells a column that may be left out',
      () => with_('queues', 'remind_after_hours', 'remind_after_hour'),
      'queues:1 has a column "remind_after_hour", which is none of: id, name, role, region, solution_area, hours, time_zone, lead, catch_all, remind_after_hours, backup_after_hours, lead_after_hours, give_up_after_hours, owner_quiet_hours, nudges, digest_at, holidays, backup. Correct or remove it.',
    ],
    [
      'lacks a column',
      () => with_('people', ',mail,', ',post,'),
      'people:1 has no column mail. Found "post", which is none of its columns. Add it to the first line.',
    ],
    [
      'names a PDM who is nobody',
      () => with_('partners', 'priya-nair', 'nobody'),
      'partners:2 pdm: "nobody" isn’t in people.csv. Add the person or correct the id.',
    ],
    [
      'has a PTS for a PDM',
      () => with_('partners', 'marcus-reed', 'jonas-weber'),
      'partners:4 pdm: "jonas-weber" isn’t a PDM in people.csv. Choose someone who is.',
    ],
    [
      'has backups in a circle',
      () => with_('people', 'Europe/London,,', 'Europe/London,priya-nair,'),
      'people:2 backup: the backups form a circle (priya-nair > tom-okafor > priya-nair). Change one of them.',
    ],
    [
      'names a backup who is nobody',
      () => with_('people', 'tom-okafor,,\n', 'gone,,\n'),
      'people:2 backup: "gone" isn’t in people.csv. Add the person or correct the id.',
    ],
    [
      'has no catch-all queue',
      () => with_('queues', 'amara-diallo,yes', 'amara-diallo,no'),
      'queues:- needs exactly one queue with "yes" under catch_all, but has 0.',
    ],
    [
      'has two catch-all queues',
      () => with_('queues', 'amara-diallo,no', 'amara-diallo,yes'),
      'queues:- needs exactly one queue with "yes" under catch_all, but has 2.',
    ],
    [
      'names a lead who is nobody',
      () => with_('queues', 'amara-diallo,no', 'nobody,no'),
      'queues:2 lead: "nobody" isn’t in people.csv. Add the person or correct the id.',
    ],
    [
      'has a person twice',
      () => with_('people', 'tom-okafor,Tom', 'priya-nair,Tom'),
      'people:3 id "priya-nair" is already on line 2. Change or remove one.',
    ],
    [
      'has a mail address twice',
      () => with_('people', 'tom.okafor@', 'priya.nair@'),
      'people:3 mail "priya.nair@contoso.com" is already on line 2. Change or remove one.',
    ],
    [
      'has a tenant twice',
      () => with_('partners', '000000000002', '000000000001'),
      'partners:3 tenant id "11111111-0000-4000-8000-000000000001" is already on line 2. Change or remove one.',
    ],
    [
      'has a managed partner without anyone',
      () => with_('partners', 'yes,marcus-reed,', 'yes,,'),
      'partners:4 managed is yes, but nobody is assigned. Name a person in one of the columns that follow, or write no.',
    ],
    [
      'ends an absence before it begins',
      () => with_('people', 'tom-okafor,,\n', 'tom-okafor,2026-08-10,2026-08-01\n'),
      'people:2 away_to: found "2026-08-01". Write a day that isn’t before away_from, 2026-08-10.',
    ],
    [
      'ends an absence that never begins',
      () => with_('people', 'tom-okafor,,\n', 'tom-okafor,,2026-08-01\n'),
      'people:2 away_from and away_to belong together. Fill in both or neither.',
    ],
    [
      'has a date that is none',
      () => with_('people', 'tom-okafor,,\n', 'tom-okafor,2026-02-30,2026-03-01\n'),
      'people:2 away_from: found "2026-02-30". Write a date as YYYY-MM-DD, like 2026-12-25.',
    ],
    [
      'has a time zone that is none',
      () => with_('people', 'Europe/Dublin', 'Dublin'),
      'people:2 time_zone: found "Dublin". Write a time zone like Europe/Dublin.',
    ],
    [
      'answers yes or no otherwise',
      () => with_('partners', 'EMEA,yes,priya', 'EMEA,maybe,priya'),
      'partners:2 managed: found "maybe". Write yes or no.',
    ],
    [
      'lacks a column',
      () => with_('queues', 'id,name,role', 'id,name,rolle'),
      'queues:1 has no column role. Found "rolle", which is none of its columns. Add it to the first line.',
    ],
    [
      'has a row that is too long',
      () => with_('queues', 'ireland,', 'ireland,,more,'),
      'queues:2 has 19 cells under 18 headings. Put a cell that contains the separator in double quotes; in a list, you can write "|" instead.',
    ],
    [
      'has two queues for the same',
      () => with_('queues', 'pts-emea,PTS EMEA,PTS', 'pts-emea,PTS EMEA,PDM'),
      'queues:3 a queue for role, region and solution area "PDM, EMEA, any" is already on line 2. Change or remove one.',
    ],
    [
      'asks the lead before the backup',
      () => with_('queues', ',8,12,16,24,', ',8,12,12,24,'),
      'queues:2 lead_after_hours: found 12. Write more than backup_after_hours, 12.',
    ],
    [
      'gives up before it reminded, with nothing between',
      () => with_('queues', ',8,12,16,24,', ',8,,,8,'),
      'queues:2 give_up_after_hours: found 8. Write more than remind_after_hours, 8.',
    ],
    [
      'waits for no time at all',
      () => with_('queues', ',8,12,16,24,', ',0,12,16,24,'),
      'queues:2 remind_after_hours: found "0". Write whole hours, like 8, or leave it empty.',
    ],
    [
      'has a digest at no time of the day',
      () => with_('queues', '09:00,ireland', 'nine,ireland'),
      'queues:2 digest_at: found "nine". Write a time like 09:00.',
    ],
    [
      'answers whether one may nudge otherwise',
      () => with_('queues', 'yes,09:00,ireland', 'often,09:00,ireland'),
      'queues:2 nudges: found "often". Write yes or no.',
    ],
    [
      'keeps the holidays of nowhere',
      () => with_('queues', 'ireland', 'atlantis'),
      'queues:2 holidays: "atlantis" isn’t a calendar in holidays.csv. Add it or correct the name.',
    ],
    [
      'asks a backup who is nobody',
      () => with_('queues', 'ireland,', 'ireland,nobody'),
      'queues:2 backup: "nobody" isn’t in people.csv. Add the person or correct the id.',
    ],
    [
      'asks a backup who could not take the request',
      () => with_('queues', 'ireland,', 'ireland,lena-fischer'),
      'queues:2 backup: "lena-fischer" may not act on this queue\'s requests. Name a member or the lead.',
    ],
    [
      'has a holiday twice',
      () => with_('holidays', 'ireland,2027-01-01', 'ireland,2026-12-25'),
      'holidays:4 the holiday "ireland 2026-12-25" is already on line 2. Change or remove one.',
    ],
    [
      'has a holiday on no day',
      () => with_('holidays', 'ireland,2027-01-01', 'ireland,2027-02-30'),
      'holidays:4 date: found "2027-02-30". Write a date as YYYY-MM-DD, like 2026-12-25.',
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

  it('with many problems has all of them reported at once, in the order of files and lines', () => {
    const problems = problemsOf({
      ...with_('people', 'tom-okafor,,', 'gone,,'),
      ...with_('partners', 'priya-nair', 'nobody'),
      ...with_('queues', 'amara-diallo,yes', 'amara-diallo,no'),
    });
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual(['partners:2', 'people:2', 'queues:-']);
  });

  it.each<[string, () => Partial<DirectoryFiles>, string]>([
    [
      'a person that partners, people and queues name',
      () => with_('people', 'amara.diallo@contoso.com,lead', 'amara.diallo,lead'),
      'people:7 mail: found "amara.diallo". Write an email address, like priya.nair@contoso.com.',
    ],
    [
      'a person whose role is wrong',
      () => with_('people', 'priya.nair@contoso.com,PDM', 'priya.nair@contoso.com,boss'),
      'people:2 role: found "boss". Write one of PDM, PTS, lead.',
    ],
    [
      'a person whose id is wrong',
      () => with_('people', 'priya-nair,Priya', 'priya nair,Priya'),
      'people:2 id: found "priya nair". Write lower-case letters and digits joined by hyphens, like priya-nair.',
    ],
    [
      'the catch-all queue',
      () => with_('queues', 'catch-all,General queue', 'catch-all,'),
      'queues:4 name is empty. Write a name.',
    ],
    [
      'a row copied by mistake',
      () => ({ people: `${sample.people}${sample.people.split('\n')[1] ?? ''}\n` }),
      'people:8 id "priya-nair" is already on line 2. Change or remove one.',
    ],
    [
      'a file that cannot be read',
      () => ({ people: 'Dear colleagues' }),
      'people:1 has none of the headings. Found "Dear colleagues". Write id, name, mail, role, region, solution_areas, hours, time_zone, backup, away_from, away_to in the first line, separated by commas, semicolons or tabs.',
    ],
  ])('with %s wrong has one message', (_, change, problem) => {
    expect(problemsOf(change())).toEqual([problem]);
  });

  it('with a row that is wrong throughout has one problem per cell', () => {
    expect(problemsOf(with_('partners', 'proseware,Proseware,,proseware.com,EMEA,no', '?,,?,?,,?'))).toEqual([
      expect.stringMatching(/^partners:5 id: found "\?"/),
      'partners:5 name is empty. Write a name.',
      expect.stringMatching(/^partners:5 tenant_ids: found "\?"/),
      'partners:5 mail_domains: found "?". Write a mail domain, like contoso.com.',
      'partners:5 region is empty. Write a name.',
      'partners:5 managed: found "?". Write yes or no.',
    ]);
  });

  it.each([
    ['', 'queues:2 hours is empty. Write hours like 09:00-17:00.'],
    ['9-25', 'queues:2 hours: found "9-25". Write hours like 09:00-17:00.'],
    ['17:00-09:00', 'queues:2 hours: found "17:00-09:00". Write an end that is later than the start.'],
  ])('with the hours "%s" says what to write', (hours, problem) => {
    expect(problemsOf(with_('queues', '09:00-17:00,Europe/Dublin', `${hours},Europe/Dublin`))).toEqual([
      problem,
    ]);
  });

  it('with a queue that has no lead says where its id is', () => {
    expect(problemsOf(with_('queues', 'amara-diallo,no', ',no'))).toEqual([
      'queues:2 lead is empty. Write an id from people.csv, like priya-nair.',
    ]);
  });

  it('tells which domains anyone can have an address at, and takes them', () => {
    const parsed = parseDirectory({
      ...sample,
      ...with_('partners', 'proseware.com', 'proseware.com;gmx.at'),
    });
    expect(checkDirectory(parsed)).toEqual([]);
    expect(findWarnings(parsed)).toEqual([
      {
        file: 'partners',
        line: 5,
        message: expect.stringContaining('"gmx.at" is on the list of free mail domains') as unknown,
      },
    ]);
  });

  it.each(['gmail.com', 'gmx.at', 'hotmail.de', 'freenet.de', 'bluewin.ch', 'web.de', 'orange.fr'])(
    'knows %s as a consumer domain',
    (domain) => {
      const parsed = parseDirectory({ ...sample, ...with_('partners', 'proseware.com', domain) });
      expect(findWarnings(parsed)).toHaveLength(1);
    },
  );

  it('with a chain of nineteen thousand backups is checked at once', () => {
    const rows = Array.from(
      { length: 19_000 },
      (_, index) =>
        `p${index},P ${index},p${index}@contoso.com,PDM,EMEA,,9:00-17:00,Europe/Dublin,p${index + 1},,`,
    );
    const people = `${sample.people}${rows.join('\n')}\np19000,Last,last@contoso.com,PDM,EMEA,,9:00-17:00,Europe/Dublin,p0,,\n`;
    expect(problemsOf({ people })).toEqual([
      expect.stringMatching(/^people:8 backup: the backups form a circle/) as unknown,
    ]);
  });
});
