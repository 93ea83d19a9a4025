import type { Organisation, Person } from './organisation';
import { findLocalDay } from './wall-clock';

/** Whether the person is away at that moment, by the calendar of their own time zone; both days count as away. */
export function isAway(person: Person, atMs: number): boolean {
  if (person.awayFrom === null || person.awayTo === null) return false;
  const today = findLocalDay(atMs, person.timeZone);
  return person.awayFrom <= today && today <= person.awayTo;
}

/**
 * Who stands in: the person, or the first of the chain of backups who is not away. Undefined when all of them are; the
 * queue as a whole then has it.
 */
export function findAvailable(organisation: Organisation, person: Person, atMs: number): Person | undefined {
  const passed = new Set<string>();
  let next: Person | undefined = person;
  while (next !== undefined && !passed.has(next.id)) {
    if (!isAway(next, atMs)) return next;
    passed.add(next.id);
    next = next.backup === null ? undefined : organisation.findPerson(next.backup);
  }
  return undefined;
}
