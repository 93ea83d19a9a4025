import type { Person } from './organisation';

/** Lists each circle of backups once, starting with the person who comes first in the file. */
export function findCircles(people: readonly Person[]): Person[][] {
  const byId = new Map(people.map((person) => [person.id, person]));
  const done = new Set<Person>();
  const circles: Person[][] = [];
  for (const person of people) {
    const chain = new Set<Person>();
    let next: Person | undefined = person;
    while (next !== undefined && !done.has(next) && !chain.has(next)) {
      chain.add(next);
      next = byId.get(next.backup ?? '');
    }
    if (next !== undefined && chain.has(next)) circles.push([...chain].slice([...chain].indexOf(next)));
    for (const passed of chain) done.add(passed);
  }
  return circles;
}
