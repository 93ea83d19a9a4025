/**
 * Which door a request belongs to, and whether it may start as asked. The rules of the content decide: a rule that
 * `refuses` names its reason, a reason its door. The search finds what a text means; this file guesses nothing.
 */
import type { Content, Programme, Rule, Service } from '../../knowledge/model/content';
import type { Candidate } from '../../knowledge/search/rank-topics';

export interface RequestFacts {
  readonly serviceId: string | null;
  readonly hasCustomer: boolean;
  /** The text says that there is no customer, or that it is for the partner itself. */
  readonly isForPartnerItself: boolean;
  /** Programmes that the text names, likeliest first. */
  readonly programmes: readonly string[];
  /** How many hours it should take; null if the text doesn't say. */
  readonly hours: number | null;
  readonly readings: readonly RequestReading[];
  /** IDs of rules whose exceptions allow what the text names. */
  readonly excepted: ReadonlySet<string>;
  /** The text clearly tells a need for which there's a door. Then its likeness to a rule rules nothing out. */
  readonly isSupported: boolean;
  /** The text names a service and its customer, so a rule must be almost certain to rule it out. */
  readonly isNamed: boolean;
}

/** One reading of the task, and how certain a rule against it must be to count. */
export interface RequestReading {
  readonly least: { readonly probability: number; readonly likeness: number };
  /** What it may be about, likeliest first. */
  readonly candidates: readonly Candidate[];
}

/** How closely a named service for a named customer must resemble a rule before the bot advises against it. */
const ALMOST_CERTAIN = { probability: 0.9, likeness: 0.63 };

/** IDs of content. If the text named no service, `service` is the one that follows from the door. */
export interface Judgement {
  readonly eligible: boolean;
  readonly reason: string;
  readonly rule: string | null;
  readonly door: string | null;
  readonly serviceId: string | null;
}

export interface EligibilityJudge {
  /** Where a request belongs before any rule is checked. */
  readonly findPlace: (
    facts: Pick<RequestFacts, 'serviceId' | 'programmes' | 'isForPartnerItself'>,
  ) => Programme | undefined;
  readonly judge: (facts: RequestFacts) => Judgement;
}

export function createEligibility(content: Content): EligibilityJudge {
  const rules = new Map(content.rules.map((rule) => [rule.id, rule]));
  const refusals = new Map<string, string>(
    content.rules.flatMap(({ id, refuses }) => (refuses === undefined ? [] : [[id, refuses]])),
  );
  for (const [reason, ids] of Object.entries(content.cues.refusedBy))
    for (const id of ids) refusals.set(id, reason);
  /** The reasons for which a team's rules send a request elsewhere. */
  const ofTeams = new Set<string | undefined>(content.rules.map(({ refuses }) => refuses));
  const reasons = new Map(content.reasons.map((reason) => [reason.id, reason]));
  const programmes = new Map(content.programmes.map((programme) => [programme.id, programme]));
  const services = new Map(content.services.map((service) => [service.id, service]));

  const findOnlyService = (programme: string): Service | undefined => {
    const offered = content.services.filter((service) => service.programmes.includes(programme));
    return offered.length === 1 ? offered[0] : undefined;
  };
  /** For a door without a team: what it refuses because it belongs elsewhere. */
  const findServiceOfDoor = (door: string): Service | undefined =>
    content.programmes
      .filter((programme) => programme.door === door && programme.motion === undefined)
      .map(({ id }) => findOnlyService(id))
      .find((service) => service !== undefined);
  /** The reason that lets a request through a door. */
  const findOpenReason = (door: string): string =>
    content.reasons.find((reason) => reason.eligible && reason.door === door)?.id ?? 'ok';

  const refuse = (reasonId: string, rule: string | null, serviceId: string | null): Judgement => {
    const door = reasons.get(reasonId)?.door ?? null;
    return { eligible: false, reason: reasonId, rule, door, serviceId };
  };

  const findService = ({ serviceId, programmes: named }: Pick<RequestFacts, 'serviceId' | 'programmes'>) =>
    named.map(findOnlyService).find((service) => service !== undefined) ??
    (serviceId === null ? undefined : services.get(serviceId));

  const findPlace: EligibilityJudge['findPlace'] = (facts) => {
    const named = facts.programmes.find((id) => programmes.has(id));
    const offered = findService(facts)?.programmes ?? [];
    const id =
      (named !== undefined && (offered.length === 0 || offered.includes(named)) ? named : undefined) ??
      (facts.isForPartnerItself && named === undefined
        ? offered.find((offer) => programmes.get(offer)?.motion !== 'sell-with')
        : undefined) ??
      offered[0] ??
      named;
    return id === undefined ? undefined : programmes.get(id);
  };

  /** The rule that most certainly excludes one of the readings. */
  const findRefusing = (facts: RequestFacts, place: Programme | undefined): Candidate | undefined => {
    /** The request names the place to which another programme's rule would send it. */
    const isAskedInstead = ({ programme, door }: Rule): boolean =>
      place !== undefined &&
      facts.programmes.includes(place.id) &&
      programme !== place.id &&
      door === place.door;
    /** A ticket on a support plan is already where what is broken belongs. */
    const isAtItsDoor = (id: string): boolean =>
      facts.serviceId !== null &&
      place?.motion === undefined &&
      ofTeams.has(refusals.get(id)) &&
      place?.door === reasons.get(refusals.get(id) ?? '')?.door;
    const isAgainst = (candidate: Candidate): boolean => {
      const { unit } = candidate;
      const rule = rules.get(unit.id);
      const isMet =
        facts.excepted.has(unit.id) ||
        isAtItsDoor(unit.id) ||
        (facts.isSupported && rules.has(unit.id) && !isAlmostCertain(candidate)) ||
        (facts.isNamed && !isAlmostCertain(candidate)) ||
        (rule?.side === 'is' && facts.hasCustomer) ||
        (rule !== undefined && isAskedInstead(rule)) ||
        (rule?.overHours !== undefined && facts.hours !== null && facts.hours <= rule.overHours);
      return refusals.has(unit.id) && !isMet;
    };
    return facts.readings
      .flatMap(({ least, candidates }) => {
        const against = candidates.filter(
          (candidate) => candidate.likeness >= least.likeness && isAgainst(candidate),
        );
        const [refusing] = against;
        const odds = against.reduce((sum, { probability }) => sum + probability, 0);
        const fine = candidates.find(({ unit }) => !refusals.has(unit.id))?.probability ?? 0;
        return refusing !== undefined && refusing.probability >= least.probability && odds >= fine
          ? [refusing]
          : [];
      })
      .sort((a, b) => b.probability - a.probability)[0];
  };

  const judge = (facts: RequestFacts): Judgement => {
    const serviceId = findService(facts)?.id ?? null;
    const place = findPlace(facts);
    const refusing = findRefusing(facts, place);
    const tooLong = content.rules.find(
      ({ programme, overHours }) => programme === place?.id && (facts.hours ?? 0) > (overHours ?? Infinity),
    );
    // The number is certain, and a likeness to a rule hardly ever is.
    if (tooLong?.refuses !== undefined && (refusing === undefined || !isAlmostCertain(refusing)))
      return refuse(tooLong.refuses, tooLong.id, serviceId);
    const reason = refusals.get(refusing?.unit.id ?? '');
    if (refusing !== undefined && reason !== undefined) {
      const refusal = refuse(reason, rules.get(refusing.unit.id)?.id ?? null, serviceId);
      const elsewhere = refusal.door === null ? undefined : findServiceOfDoor(refusal.door);
      return { ...refusal, serviceId: elsewhere?.id ?? serviceId };
    }

    const needsCustomer = content.rules.find(
      (candidate) =>
        candidate.programme === place?.id && candidate.side === 'is' && candidate.refuses !== undefined,
    );
    if (needsCustomer?.refuses !== undefined && facts.isForPartnerItself && !facts.hasCustomer)
      return refuse(needsCustomer.refuses, needsCustomer.id, serviceId);
    const door = place?.door ?? content.doors.find(({ roles }) => roles.length > 0)?.id ?? null;
    return { eligible: true, reason: findOpenReason(door ?? ''), rule: null, door, serviceId };
  };

  return { findPlace, judge };
}

function isAlmostCertain({ probability, likeness }: Candidate): boolean {
  return probability >= ALMOST_CERTAIN.probability && likeness >= ALMOST_CERTAIN.likeness;
}
