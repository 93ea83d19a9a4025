import { renderCard } from '../../cards';
import type { Words } from '../../cards/words/languages';
import type { PersonModel } from '../../cards/person';
import type { DoorView } from '../answering/reply';
import { findAvailable, isAway } from '../directory/availability';
import type { Organisation } from '../directory/organisation';
import type { Identity } from '../directory/recognise';
import { listTakers, type Wording } from '../knowledge/wording';
import type { Outgoing } from './message';
import { send } from './replies';

interface PeopleOptions {
  readonly role: 'PDM' | 'PTS' | null;
  readonly door: DoorView | null;
  readonly wording: Wording;
  readonly nowMs: number;
  readonly words: Words;
}

/** Who looks after the asker's own company, and who stands in; for everyone else what to do instead. */
export function drawPeople(
  { partner }: Identity,
  organisation: Organisation,
  { role, door, wording, nowMs, words }: PeopleOptions,
): Outgoing {
  const assigned = [
    { role: 'PDM', id: partner?.pdm },
    { role: 'PTS', id: partner?.pts },
  ] as const;
  const people = assigned
    .filter((one) => role === null || one.role === role)
    .flatMap(({ role: as, id }): PersonModel['people'] => {
      const person = id === undefined || id === null ? undefined : organisation.findPerson(id);
      if (person === undefined) return [];
      const standIn = findAvailable(organisation, person, nowMs);
      const away = isAway(person, nowMs) ? { until: person.awayTo, standIn: standIn?.name ?? null } : null;
      return [{ name: person.name, role: wording.roles[as], away, chatUrl: chatWith(person.mail) }];
    });
  return send(
    renderCard(
      'person',
      {
        people,
        takers: words.speech.either(listTakers(wording)),
        fallbackQueue: organisation.catchAll.name,
        door: people.length === 0 ? door : null,
        next: [{ title: words.person.request, text: 'Request an engagement' }],
      },
      words,
    ),
  );
}

function chatWith(mail: string): string {
  return `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(mail)}`;
}
