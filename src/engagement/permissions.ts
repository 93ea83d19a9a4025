/**
 * Who may do what, based only on the person's relation to the request or queue. Changes of a request are in events/,
 * each with the states in which it's possible. The table here covers everything else.
 */
import { CHANGE_NAMES, type ChangeName } from './events';
import { isDue, LIFECYCLE } from './events/lifecycle';
import type { Relation } from './relations';
import type { EventName, RequestEvent, State } from './request';

export type Look =
  | 'see'
  | 'see-of-company'
  | 'see-confidential-customer'
  | 'nudge'
  | 'list-queue'
  | 'register-queue'
  | 'export-queue'
  | 'decide-delivery'
  | 'read-insights';

const LOOKS: Readonly<Record<Look, readonly Relation[]>> = {
  see: ['requester', 'owner', 'member', 'lead'],
  /** A request of the same company. To read, and no more than that. */
  'see-of-company': ['colleague'],
  'see-confidential-customer': ['requester', 'owner'],
  nudge: ['requester'],
  'list-queue': ['member', 'lead'],
  'register-queue': ['lead'],
  'export-queue': ['lead'],
  /** Whether a handoff card that may have been lost is posted again. */
  'decide-delivery': ['owner', 'member', 'lead'],
  /** Counts of unanswered questions and unhelpful answers. */
  'read-insights': ['lead'],
};

/** The relation that makes a person one of `who`: `operator` if only that does; null if none does. */
function matches(relations: ReadonlySet<Relation>, who: readonly Relation[]): Relation | null {
  const own = who.find((relation) => relations.has(relation));
  if (own !== undefined) return own;
  return relations.has('operator') && who.includes('lead') ? 'operator' : null;
}

/** The relation that lets the person see the request; null if they may not. */
export function mayLook(relations: ReadonlySet<Relation>, look: Look): Relation | null {
  return matches(relations, LOOKS[look]);
}

/** The relation that lets the person see that request; null if they may not. */
export function maySee(relations: ReadonlySet<Relation>): Relation | null {
  return mayLook(relations, 'see') ?? mayLook(relations, 'see-of-company');
}

/** The relation that lets the person trigger the event in that state; null if they may not. */
export function mayDo(relations: ReadonlySet<Relation>, event: EventName, state: State): Relation | null {
  const lines = LIFECYCLE.filter((line) => line.event === event && line.from.includes(state));
  return matches(
    relations,
    lines.flatMap((line) => line.who),
  );
}

/** All events that the person may trigger in that state, after what has happened. */
export function listAllowed(
  relations: ReadonlySet<Relation>,
  state: State,
  happened: readonly RequestEvent[],
): readonly ChangeName[] {
  return CHANGE_NAMES.filter((event) => mayDo(relations, event, state) !== null && isDue(event, happened));
}

/** Whether the person could trigger the event in some other state: separates "not now" from "not you". */
export function mayEverDo(relations: ReadonlySet<Relation>, event: EventName): boolean {
  const lines = LIFECYCLE.filter((line) => line.event === event);
  return lines.some((line) => matches(relations, line.who) !== null);
}

/** Who may trigger one of the events in that state; empty if nobody may. */
export function listWhoMay(event: EventName, state: State): readonly Relation[] {
  const lines = LIFECYCLE.filter((line) => line.event === event && line.from.includes(state));
  return [...new Set(lines.flatMap(({ who }) => who))];
}
