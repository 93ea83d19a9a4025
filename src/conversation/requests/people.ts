import { renderCard } from '../../../cards';
import type { Words } from '../../../cards/words/languages';
import { findAvailable, isAway } from '../../directory/availability';
import type { Organisation } from '../../directory/organisation';
import type { Identity } from '../../directory/recognise';
import type { DoorView } from '../../answering/reply';
import type { Door } from '../../knowledge/model/content';
import { listTakers, type Wording } from '../../knowledge/model/wording';
import type { Outgoing } from '../message';
import { send } from '../answers/replies';

interface PeopleOptions {
  readonly role: 'PDM' | 'PTS' | null;
  readonly door: Door | null;
  /** The door of what they ask about, such as a ticket, with or without a person to name. */
  readonly matter?: DoorView | undefined;
  readonly wording: Wording;
  readonly nowMs: number;
  readonly words: Words;
}

/** The people who look after the asker's company, and their backups; for everyone else, what to do instead. */
export function drawPeople(
  { partner }: Identity,
  organisation: Organisation,
  { role, door, matter, wording, nowMs, words }: PeopleOptions,
): Outgoing {
  const assigned = [
    { role: 'PDM', id: partner?.pdm },
    { role: 'PTS', id: partner?.pts },
  ] as const;
  const known = assigned.flatMap(({ role: as, id }) => {
    const person = id === undefined || id === null ? undefined : organisation.findPerson(id);
    if (person === undefined) return [];
    const standIn = findAvailable(organisation, person, nowMs);
    const away = isAway(person, nowMs) ? { until: person.awayTo, standIn: standIn?.name ?? null } : null;
    return [{ as, name: person.name, role: wording.roles[as], away, chatUrl: chatWith(person.mail) }];
  });
  const asked = known.filter(({ as }) => role === null || as === role);
  // A company without anybody in that role isn't told so.
  const people = asked.length > 0 ? asked : known;
  const takers = words.speech.either(listTakers(wording));
  const missing = role === null || known.length === 0 ? takers : wording.roles[role].short;
  return send(
    renderCard(
      'person',
      {
        people: people.map(({ name, role: title, away, chatUrl }) => ({ name, role: title, away, chatUrl })),
        missing: asked.length > 0 ? null : missing,
        fallbackQueue: organisation.catchAll.name,
        // A door that leads to the missing people is no door.
        door: matter ?? (people.length === 0 && door?.roles.length === 0 ? door : null),
        next: [{ title: words.person.request, text: words.person.request }],
      },
      words,
    ),
  );
}

/** Opens a chat with that person in Teams. */
export function chatWith(mail: string): string {
  return `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(mail)}`;
}
