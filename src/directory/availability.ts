import type { Organisation, Person } from './organisation';
import { findLocalDay } from './wall-clock';

/** Whether the person is away at that moment, in their own time zone. The first and the last day count as away. */
export function isAway(person: Person, atMs: number): boolean {
  if (person.awayFrom === null || person.awayTo === null) return false;
  const today = findLocalDay(atMs, person.timeZone);
  return person.awayFrom <= today && today <= person.awayTo;
}

/**
 * Returns the person, or the first in their chain of backups who isn't away. If all are away it returns undefined, and
 * the request goes to the whole queue.
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
