import { findAvailable, isAway } from './availability';
import type { Organisation, Partner, Person } from './organisation';

/** Who looks after a partner. `awayUntil` is the last day away, `standIn` who has it meanwhile (null: nobody named). */
export interface Contact {
  readonly role: 'PDM' | 'PTS';
  readonly person: Person;
  readonly awayUntil: string | null;
  readonly standIn: Person | null;
}

/** The partner's own PDM and PTS, as far as it has them. Ask it for the asker's own company only. */
export function listContacts(partner: Partner, organisation: Organisation, nowMs: number): Contact[] {
  return (['PDM', 'PTS'] as const).flatMap((role) => {
    const person = organisation.findPerson((role === 'PDM' ? partner.pdm : partner.pts) ?? '');
    if (person === undefined) return [];
    if (!isAway(person, nowMs)) return [{ role, person, awayUntil: null, standIn: null }];
    const standIn = findAvailable(organisation, person, nowMs) ?? null;
    return [{ role, person, awayUntil: person.awayTo, standIn }];
  });
}
