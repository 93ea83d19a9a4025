/** Checks a directory as a whole: references must exist, ids must be unique, and backups must not form a circle. */
import { findCircles } from './backup-circles';
import { nameKey } from '../shared/names';
import { isConsumerDomain } from './consumer-domains';
import type { DirectoryFile, DirectoryProblem, ParsedDirectory } from './csv';
import { belongsTo, ROLE_ADVICE, type OrganisationContent, type Queue } from './organisation';

type Report = (file: DirectoryFile, row: object, message: string) => void;
type Refused = ParsedDirectory['mayHaveRefused'];

/** Lists all problems in the files, including those of single rows. If there are none, the files can be imported. */
export function checkDirectory({
  content,
  lines,
  problems,
  mayHaveRefused,
}: ParsedDirectory): readonly DirectoryProblem[] {
  const found = [...problems];
  const report: Report = (file, row, message) => {
    found.push({ file, line: lines.get(row) ?? null, message });
  };
  checkTwice(content, lines, report);
  checkPartners(content, mayHaveRefused, report);
  checkPeople(content, mayHaveRefused, report);
  checkQueues(content, mayHaveRefused, report);
  const catchAlls = content.queues.filter((queue) => queue.catchAll);
  const areQueuesWhole = problems.every(({ file }) => file !== 'queues');
  if (catchAlls.length !== 1 && areQueuesWhole) {
    const message = `needs exactly one queue with "yes" under catch_all, but has ${catchAlls.length}.`;
    found.push({ file: 'queues', line: null, message });
  }
  return found.toSorted(byPlace);
}

const FILES: readonly DirectoryFile[] = ['partners', 'people', 'queues', 'holidays'];

function byPlace(one: DirectoryProblem, other: DirectoryProblem): number {
  return FILES.indexOf(one.file) - FILES.indexOf(other.file) || (one.line ?? 0) - (other.line ?? 0);
}

/** Warns about rows that may be intended but let in more people than expected. */
export function findWarnings({ content, lines }: ParsedDirectory): readonly DirectoryProblem[] {
  return content.partners.flatMap((partner) =>
    partner.mailDomains.filter(isConsumerDomain).map((domain) => ({
      file: 'partners' as const,
      line: lines.get(partner) ?? null,
      message: `mail_domains: "${domain}" is on the list of free mail domains. Every guest with an address there counts as ${partner.name}.`,
    })),
  );
}

function checkTwice(
  { partners, people, queues, holidays }: OrganisationContent,
  lines: ReadonlyMap<object, number>,
  report: Report,
): void {
  const repeated = new Set<object>();
  const once = <Row extends object>(
    file: DirectoryFile,
    rows: readonly Row[],
    what: string,
    keysOf: (row: Row) => readonly string[],
    toKey: (key: string) => string = (key) => key,
  ) => {
    const seen = new Map<string, Row>();
    for (const row of rows) {
      for (const key of keysOf(row)) {
        const first = seen.get(toKey(key)) ?? row;
        seen.set(toKey(key), first);
        // A copied row repeats all its keys. This reports it once.
        if (first === row || repeated.has(row)) continue;
        repeated.add(row);
        report(
          file,
          row,
          `${what} "${key}" is already on line ${lines.get(first) ?? 0}. Change or remove one.`,
        );
      }
    }
  };
  once('partners', partners, 'id', (partner) => [partner.id]);
  once('partners', partners, 'tenant id', (partner) => partner.tenantIds);
  once('partners', partners, 'mail domain', (partner) => partner.mailDomains);
  once('people', people, 'id', (person) => [person.id]);
  once('people', people, 'mail', (person) => [person.mail]);
  once('holidays', holidays, 'the holiday', ({ calendar, date }) => [`${calendar} ${date}`]);
  once('queues', queues, 'id', (queue) => [queue.id]);
  once('queues', queues, 'name', (queue) => [queue.name], nameKey);
  once(
    'queues',
    queues.filter((queue) => !queue.catchAll),
    'a queue for role, region and solution area',
    (queue) => [`${queue.role ?? 'any'}, ${queue.region ?? 'any'}, ${queue.solutionArea ?? 'any'}`],
  );
}

function checkPartners(
  { partners, people }: OrganisationContent,
  mayHaveRefused: Refused,
  report: Report,
): void {
  const roles = new Map(people.map((person) => [person.id, person.role]));
  for (const partner of partners) {
    for (const [role, id] of [
      ['PDM', partner.pdm],
      ['PTS', partner.pts],
    ] as const) {
      const column = role.toLowerCase();
      if (id === null || mayHaveRefused('people', id)) continue;
      if (!roles.has(id))
        report(
          'partners',
          partner,
          `${column}: "${id}" isn’t in people.csv. Add the person or correct the id.`,
        );
      else if (roles.get(id) !== role)
        report(
          'partners',
          partner,
          `${column}: "${id}" isn’t a ${role} in people.csv. Choose someone who is.`,
        );
    }
    const isAssigned = partner.pdm !== null || partner.pts !== null;
    if (partner.managed && !isAssigned)
      report(
        'partners',
        partner,
        'managed is yes, but nobody is assigned. Name a person in one of the columns that follow, or write no.',
      );
    if (!partner.managed && isAssigned)
      report(
        'partners',
        partner,
        'managed is no, but somebody is assigned. Clear the columns that follow, or write yes.',
      );
  }
}

function checkPeople({ people }: OrganisationContent, mayHaveRefused: Refused, report: Report): void {
  const ids = new Set(people.map(({ id }) => id));
  for (const person of people) {
    const { backup, awayFrom, awayTo } = person;
    if (backup !== null && !ids.has(backup) && !mayHaveRefused('people', backup))
      report('people', person, `backup: "${backup}" isn’t in people.csv. Add the person or correct the id.`);
    if ((awayFrom === null) !== (awayTo === null))
      report('people', person, 'away_from and away_to belong together. Fill in both or neither.');
    else if (awayFrom !== null && awayTo !== null && awayTo < awayFrom)
      report(
        'people',
        person,
        `away_to: found "${awayTo}". Write a day that isn’t before away_from, ${awayFrom}.`,
      );
  }
  for (const circle of findCircles(people)) {
    const [first] = circle;
    if (first === undefined) continue;
    const names = circle.map(({ id }) => id);
    const chain = [...(names.length > 5 ? [...names.slice(0, 4), '…'] : names), first.id].join(' > ');
    report('people', first, `backup: the backups form a circle (${chain}). Change one of them.`);
  }
}

function checkQueues(
  { queues, people, holidays }: OrganisationContent,
  mayHaveRefused: Refused,
  report: Report,
): void {
  const byId = new Map(people.map((person) => [person.id, person]));
  const calendars = new Set(holidays.map(({ calendar }) => calendar));
  // Without a catch-all, the queue without a role is probably meant to be it. This reports that once.
  const hasCatchAll = queues.some(({ catchAll }) => catchAll);
  const isMissing = (id: string) => !byId.has(id) && !mayHaveRefused('people', id);
  for (const queue of queues) {
    checkClocks(queue, report);
    const { lead, role, holidays: calendar } = queue;
    if (queue.backup !== null && isMissing(queue.backup))
      report(
        'queues',
        queue,
        `backup: "${queue.backup}" isn’t in people.csv. Add the person or correct the id.`,
      );
    const backup = byId.get(queue.backup ?? '');
    if (backup !== undefined && !belongsTo(queue, backup))
      report(
        'queues',
        queue,
        `backup: "${backup.id}" may not act on this queue's requests. Name a member or the lead.`,
      );
    if (calendar !== null && !calendars.has(calendar) && !mayHaveRefused('holidays', calendar))
      report(
        'queues',
        queue,
        `holidays: "${calendar}" isn’t a calendar in holidays.csv. Add it or correct the name.`,
      );
    if (isMissing(lead))
      report('queues', queue, `lead: "${lead}" isn’t in people.csv. Add the person or correct the id.`);
    if (role === null && !queue.catchAll && hasCatchAll)
      report('queues', queue, `role is empty. Only the catch-all queue may have none. ${ROLE_ADVICE}`);
  }
}

/** Each later step in the row must also come later in time. */
function checkClocks(queue: Queue, report: Report): void {
  const clocks = [
    ['remind_after_hours', queue.remindAfterHours],
    ['backup_after_hours', queue.backupAfterHours],
    ['lead_after_hours', queue.leadAfterHours],
    ['give_up_after_hours', queue.giveUpAfterHours],
  ] as const;
  const set = clocks.flatMap(([name, hours]) => (hours === null ? [] : [{ name, hours }]));
  for (const [index, { name, hours }] of set.entries()) {
    const earlier = set[index - 1];
    if (earlier !== undefined && hours <= earlier.hours)
      report('queues', queue, `${name}: found ${hours}. Write more than ${earlier.name}, ${earlier.hours}.`);
  }
}
