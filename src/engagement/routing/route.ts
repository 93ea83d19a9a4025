/** Which queue and which person a request goes to, and why: the first of the rules that applies. */
import { findAvailable } from '../../directory/availability';
import { findPerson, type PersonFound } from '../../directory/find-person';
import type { Organisation, Partner, Person, Queue, Role } from '../../directory/organisation';
import type { Alternate, Motion, RouteFact, RouteReason } from '../request';
import type { RoutingRule } from './routing-rules';

/** What the rules look at. `choice.person` is a name in the partner's own words. */
export interface RoutingFacts {
  readonly partner: Partner | null;
  readonly region: string | null;
  readonly choice: { readonly role: 'PDM' | 'PTS' | null; readonly person: string | null };
  readonly motion: Motion;
  readonly service: { readonly id: string; readonly name: string };
  readonly area: { readonly id: string; readonly name: string } | null;
}

export interface Route {
  readonly queueId: string;
  /** The person named on the card, who isn't away; null if the request is for the whole queue. */
  readonly personId: string | null;
  readonly ruleId: string;
  readonly because: RouteReason;
  readonly alternates: readonly Alternate[];
}

interface Goal {
  readonly queue: Queue;
  readonly person: Person | null;
  /** The person that the rule meant; differs from `person` if they're away. */
  readonly meant: Person | null;
}

export function route(
  facts: RoutingFacts,
  {
    organisation,
    rules,
    nowMs,
  }: { organisation: Organisation; rules: readonly RoutingRule[]; nowMs: number },
): Route {
  for (const rule of rules) {
    if (!applies(rule, facts, organisation)) continue;
    const goal = findGoal(rule, facts, organisation, nowMs);
    if (goal === undefined) continue;
    return {
      queueId: goal.queue.id,
      personId: goal.person?.id ?? null,
      ruleId: rule.id,
      because: explain(rule, facts, goal),
      alternates: listAlternates(facts.partner, goal.person, organisation),
    };
  }
  throw new Error('No routing rule matched, although the last one takes every request.');
}

function applies({ when }: RoutingRule, facts: RoutingFacts, organisation: Organisation): boolean {
  const { choice, managed, motion, services, areas, regions } = when;
  if (choice === 'person' && findChosen(facts, organisation).outcome !== 'found') return false;
  if ((choice === 'PDM' || choice === 'PTS') && facts.choice.role !== choice) return false;
  if (managed !== undefined && (facts.partner?.managed ?? false) !== managed) return false;
  if (motion !== undefined && facts.motion !== motion) return false;
  if (services !== undefined && !services.includes(facts.service.id)) return false;
  if (areas !== undefined && (facts.area === null || !areas.includes(facts.area.id))) return false;
  if (regions === undefined) return true;
  const region = facts.region?.toLowerCase();
  return regions.some((named) => named.toLowerCase() === region);
}

/**
 * The person that the partner named. Part of the name is enough for its own PDM and PTS. Everyone else is named in
 * full, so that guessing first names reveals nothing about who works here.
 */
export function findChosen(
  { partner, choice }: Pick<RoutingFacts, 'partner' | 'choice'>,
  organisation: Organisation,
): PersonFound {
  const typed = choice.person ?? '';
  const ids = [...new Set([partner?.pdm, partner?.pts])];
  const assigned = ids.flatMap((id) => organisation.findPerson(id ?? '') ?? []);
  const own = narrow(findPerson(typed, assigned, { byPartOfName: true }), choice.role);
  if (own.outcome === 'found') return own;
  const others = organisation.people.filter(({ role }) => role !== 'lead');
  const named = narrow(findPerson(typed, others), choice.role);
  return named.outcome === 'nobody' ? own : named;
}

/** If several people have the name, chooses the one with the requested role. */
function narrow(found: PersonFound, role: Role | null): PersonFound {
  if (found.outcome !== 'several') return found;
  const [first, ...rest] = found.people.filter((person) => person.role === role);
  return first !== undefined && rest.length === 0 ? { outcome: 'found', person: first } : found;
}

function findGoal(
  { to }: RoutingRule,
  facts: RoutingFacts,
  organisation: Organisation,
  nowMs: number,
): Goal | undefined {
  const towards = (meant: Person | undefined): Goal | undefined => {
    if (meant === undefined) return undefined;
    const person = findAvailable(organisation, meant, nowMs) ?? null;
    return { queue: findQueueOf(person ?? meant, facts, organisation), person, meant };
  };
  const toQueue = (queue: Queue | undefined): Goal | undefined =>
    queue === undefined ? undefined : { queue, person: null, meant: null };
  switch (to) {
    case 'chosen-person': {
      const chosen = findChosen(facts, organisation);
      return towards(chosen.outcome === 'found' ? chosen.person : undefined);
    }
    case 'assigned-PDM':
      return towards(organisation.findPerson(facts.partner?.pdm ?? ''));
    case 'assigned-PTS':
      return towards(organisation.findPerson(facts.partner?.pts ?? ''));
    case 'queue-of-PDM':
    case 'queue-of-PTS':
      return toQueue(findQueueFor(to === 'queue-of-PDM' ? 'PDM' : 'PTS', facts, organisation));
    case 'catch-all':
      return toQueue(organisation.catchAll);
    default:
      return toQueue(organisation.findQueue(to.slice('queue:'.length)));
  }
}

/** How closely a queue matches these facts; higher is closer. */
function closeness(queue: Queue, facts: RoutingFacts): number {
  const area = queue.solutionArea !== null && queue.solutionArea === facts.area?.id ? 2 : 0;
  const region = queue.region !== null && queue.region === facts.region ? 1 : 0;
  return area + region;
}

function closest(queues: readonly Queue[], facts: RoutingFacts): Queue | undefined {
  return queues.toSorted((one, other) => closeness(other, facts) - closeness(one, facts))[0];
}

/** The queue in which the person acts, or the catch-all if they're in none. */
function findQueueOf(person: Person, facts: RoutingFacts, organisation: Organisation): Queue {
  const own = organisation.queues.filter(
    (queue) => !queue.catchAll && organisation.isMember(queue, person.id),
  );
  return closest(own, facts) ?? organisation.catchAll;
}

function findQueueFor(
  role: 'PDM' | 'PTS',
  facts: RoutingFacts,
  organisation: Organisation,
): Queue | undefined {
  const fitting = organisation.queues.filter(
    (queue) =>
      queue.role === role &&
      (queue.region === null || queue.region === facts.region) &&
      (queue.solutionArea === null || queue.solutionArea === facts.area?.id),
  );
  return closest(fitting, facts);
}

function explain({ because }: RoutingRule, facts: RoutingFacts, { person, meant }: Goal): RouteReason {
  const known: Record<RouteFact, string | null | undefined> = {
    person: meant?.name,
    partner: facts.partner?.name,
    role: facts.choice.role ?? meant?.role,
    region: facts.region,
    service: facts.service.name,
    area: facts.area?.name,
  };
  const isNamed = ([name, fact]: [string, unknown]) =>
    typeof fact === 'string' && Object.values(because).some((text) => text.includes(`{${name}}`));
  const isAway = meant !== null && person?.id !== meant.id;
  return {
    says: because,
    facts: Object.fromEntries(Object.entries(known).filter(isNamed)),
    away: isAway ? { person: meant.name, backup: person?.name ?? null } : null,
  };
}

/** Whom else the request's owner can ask: the partner's own people, and the backup of the one who's meant. */
export function listAlternates(
  partner: Pick<Partner, 'pdm' | 'pts'> | null,
  meant: Person | null,
  organisation: Organisation,
): Alternate[] {
  const assigned = (['PDM', 'PTS'] as const).flatMap((as) => {
    const person = organisation.findPerson((as === 'PDM' ? partner?.pdm : partner?.pts) ?? '');
    return person === undefined ? [] : [{ id: person.id, name: person.name, as }];
  });
  const backup = organisation.findPerson(meant?.backup ?? '');
  const standIn = backup === undefined ? [] : [{ id: backup.id, name: backup.name, as: 'backup' as const }];
  const named = [...assigned, ...standIn].filter(({ id }) => id !== meant?.id);
  return named.filter(({ id }, index) => named.findIndex((other) => other.id === id) === index);
}
