/** Checks a directory as a whole: what each row names must exist, be named once, and lead somewhere. */
import { nameKey } from '../shared/names';
import { isConsumerDomain } from './consumer-domains';
import type { DirectoryFile, DirectoryProblem, ParsedDirectory } from './csv';
import { belongsTo, type OrganisationContent, type Person, type Queue } from './organisation';

type Report = (file: DirectoryFile, row: object, message: string) => void;

/** Every problem of the files, those of single rows included. None means it may be put in force. */
export function checkDirectory({ content, lines, problems }: ParsedDirectory): DirectoryProblem[] {
  const found = [...problems];
  // Of a file that could not be read at all the others would say that whatever they name is not in it.
  if (problems.some(({ line }) => line === null || line === 1)) return found;
  const report: Report = (file, row, message) => {
    found.push({ file, line: lines.get(row) ?? null, message });
  };
  checkTwice(content, report);
  checkPartners(content, report);
  checkPeople(content, report);
  checkQueues(content, report);
  const catchAlls = content.queues.filter((queue) => queue.catchAll);
  if (catchAlls.length !== 1) {
    const message = `needs exactly one queue with catch_all "yes", and has ${catchAlls.length}`;
    found.push({ file: 'queues', line: null, message });
  }
  return found;
}

function checkTwice({ partners, people, queues, holidays }: OrganisationContent, report: Report): void {
  const once = <Row extends object>(
    file: DirectoryFile,
    rows: readonly Row[],
    what: string,
    keysOf: (row: Row) => readonly string[],
    toKey: (key: string) => string = (key) => key,
  ) => {
    const seen = new Set<string>();
    for (const row of rows) {
      for (const key of keysOf(row)) {
        if (seen.has(toKey(key))) report(file, row, `${what} "${key}" stands here for the second time`);
        seen.add(toKey(key));
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
    'role, region and solution area',
    (queue) => [`${queue.role ?? 'any'}, ${queue.region ?? 'any'}, ${queue.solutionArea ?? 'any'}`],
  );
}

function checkPartners({ partners, people }: OrganisationContent, report: Report): void {
  const roles = new Map(people.map((person) => [person.id, person.role]));
  for (const partner of partners) {
    for (const role of ['PDM', 'PTS'] as const) {
      const id = role === 'PDM' ? partner.pdm : partner.pts;
      if (id === null) continue;
      if (!roles.has(id)) report('partners', partner, `${role} "${id}" is not in people.csv`);
      else if (roles.get(id) !== role) report('partners', partner, `"${id}" is not a ${role} in people.csv`);
    }
    const assigned = partner.pdm !== null || partner.pts !== null;
    if (partner.managed && !assigned) report('partners', partner, 'is managed, and nobody is assigned to it');
    if (!partner.managed && assigned)
      report('partners', partner, 'is not managed, and somebody is assigned to it');
    for (const domain of partner.mailDomains.filter(isConsumerDomain)) {
      report('partners', partner, `"${domain}" is a consumer mail domain: anyone can have an address there`);
    }
  }
}

function checkPeople({ people }: OrganisationContent, report: Report): void {
  const byId = new Map(people.map((person) => [person.id, person]));
  for (const person of people) {
    if (person.backup !== null && !byId.has(person.backup)) {
      report('people', person, `backup "${person.backup}" is not in people.csv`);
    }
    if (comesBackToItself(person, byId))
      report('people', person, 'the chain of backups leads back to this person');
    const { awayFrom, awayTo } = person;
    if ((awayFrom === null) !== (awayTo === null)) {
      report('people', person, 'away_from and away_to need each other');
    } else if (awayFrom !== null && awayTo !== null && awayTo < awayFrom) {
      report('people', person, 'away_to is before away_from');
    }
  }
}

function comesBackToItself(person: Person, byId: ReadonlyMap<string, Person>): boolean {
  const passed = new Set<string>();
  let next = person.backup;
  while (next !== null && !passed.has(next)) {
    if (next === person.id) return true;
    passed.add(next);
    next = byId.get(next)?.backup ?? null;
  }
  return false;
}

function checkQueues({ queues, people, holidays }: OrganisationContent, report: Report): void {
  const byId = new Map(people.map((person) => [person.id, person]));
  for (const queue of queues) {
    checkClocks(queue, report);
    const backup = byId.get(queue.backup ?? '');
    if (queue.backup !== null && backup === undefined)
      report('queues', queue, `backup "${queue.backup}" is not in people.csv`);
    if (backup !== undefined && !belongsTo(queue, backup))
      report('queues', queue, `backup "${backup.id}" may not act on this queue's requests`);
    if (queue.holidays !== null && !holidays.some(({ calendar }) => calendar === queue.holidays))
      report('queues', queue, `holidays "${queue.holidays}" is no calendar of holidays.csv`);
    if (!byId.has(queue.lead)) report('queues', queue, `lead "${queue.lead}" is not in people.csv`);
    if (queue.role === null && !queue.catchAll)
      report('queues', queue, 'only the catch-all may have no role');
  }
}

/** Who is asked later in the row is asked later in time. */
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
      report('queues', queue, `${name} must be more than ${earlier.name}`);
  }
}
