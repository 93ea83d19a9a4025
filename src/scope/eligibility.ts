/**
 * Which door a request belongs to, and whether it may start as asked. The rules of the content decide: a rule that
 * `refuses` names its reason, a reason its door. What a text means is the search's finding; nothing is guessed here.
 */
import type { Content, Programme, Rule, Service } from '../knowledge/content';
import type { Candidate } from '../knowledge/search/index';

export interface RequestFacts {
  readonly serviceId: string | null;
  readonly hasCustomer: boolean;
  /** The text says that there is no customer, or that it is for the partner itself. */
  readonly isForPartnerItself: boolean;
  /** Programmes that the text names, likeliest first. */
  readonly programmes: readonly string[];
  /** How many hours it is to take; null where that was not said. */
  readonly hours: number | null;
  /** What the text may be about, likeliest first. */
  readonly candidates: readonly Candidate[];
}

/** Ids of content; `service` is the one that follows from the door where the text named none. */
export interface Judgement {
  readonly eligible: boolean;
  readonly reason: string;
  readonly rule: string | null;
  readonly door: string | null;
  readonly serviceId: string | null;
}

/** The rules against a request must be this much likelier than that it is just a request. */
const REFUSAL_ODDS = 1;
const LEAST_REFUSAL = 0.12;
const LEAST_LIKENESS = 0.35;

export function createEligibility(content: Content): (facts: RequestFacts) => Judgement {
  const rules = new Map(content.rules.map((rule) => [rule.id, rule]));
  const refusals = new Map<string, string>(
    content.rules.flatMap(({ id, refuses }) => (refuses === undefined ? [] : [[id, refuses]])),
  );
  for (const [reason, ids] of Object.entries(content.cues.refusedBy))
    for (const id of ids) refusals.set(id, reason);
  const reasons = new Map(content.reasons.map((reason) => [reason.id, reason]));
  const programmes = new Map(content.programmes.map((programme) => [programme.id, programme]));
  const services = new Map(content.services.map((service) => [service.id, service]));

  const findOnlyService = (programme: string): Service | undefined => {
    const offered = content.services.filter((service) => service.programmes.includes(programme));
    return offered.length === 1 ? offered[0] : undefined;
  };
  /** Of a door that is no team's: what is refused there and belongs elsewhere. */
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

  const choosePlace = (facts: RequestFacts, service: Service | undefined): Programme | undefined => {
    const named = facts.programmes.find((id) => programmes.has(id));
    const offered = service?.programmes ?? [];
    const id =
      (named !== undefined && (offered.length === 0 || offered.includes(named)) ? named : undefined) ??
      (facts.isForPartnerItself && named === undefined
        ? offered.find((offer) => programmes.get(offer)?.motion !== 'sell-with')
        : undefined) ??
      offered[0] ??
      named;
    return id === undefined ? undefined : programmes.get(id);
  };

  return (facts) => {
    const named = facts.programmes.map(findOnlyService).find((service) => service !== undefined);
    const service = named ?? (facts.serviceId === null ? undefined : services.get(facts.serviceId));
    const serviceId = service?.id ?? null;

    const place = choosePlace(facts, service);
    /** The request names the very place to which another programme's rule sends it. */
    const isAskedInstead = ({ programme, door }: Rule): boolean =>
      place !== undefined &&
      facts.programmes.includes(place.id) &&
      programme !== place.id &&
      door === place.door;
    const against = facts.candidates.filter(({ unit, likeness }) => {
      const rule = rules.get(unit.id);
      const isMet =
        (rule?.side === 'is' && facts.hasCustomer) ||
        (rule !== undefined && isAskedInstead(rule)) ||
        (rule?.overHours !== undefined && facts.hours !== null && facts.hours <= rule.overHours);
      return refusals.has(unit.id) && likeness >= LEAST_LIKENESS && !isMet;
    });
    const fine = facts.candidates.find(({ unit }) => !refusals.has(unit.id));
    const [refusing] = against;
    const reason = refusals.get(refusing?.unit.id ?? '');
    const odds = against.reduce((sum, { probability }) => sum + probability, 0);
    if (
      reason !== undefined &&
      refusing !== undefined &&
      refusing.probability >= LEAST_REFUSAL &&
      odds >= REFUSAL_ODDS * (fine?.probability ?? 0)
    ) {
      const refusal = refuse(reason, rules.get(refusing.unit.id)?.id ?? null, serviceId);
      const elsewhere = refusal.door === null ? undefined : findServiceOfDoor(refusal.door);
      return { ...refusal, serviceId: elsewhere?.id ?? serviceId };
    }

    const tooLong = content.rules.find(
      ({ programme, overHours }) => programme === place?.id && (facts.hours ?? 0) > (overHours ?? Infinity),
    );
    if (tooLong?.refuses !== undefined) return refuse(tooLong.refuses, tooLong.id, serviceId);
    const needsCustomer = content.rules.find(
      (candidate) =>
        candidate.programme === place?.id && candidate.side === 'is' && candidate.refuses !== undefined,
    );
    if (needsCustomer?.refuses !== undefined && facts.isForPartnerItself && !facts.hasCustomer)
      return refuse(needsCustomer.refuses, needsCustomer.id, serviceId);
    const door = place?.door ?? content.doors.find(({ roles }) => roles.length > 0)?.id ?? null;
    return { eligible: true, reason: findOpenReason(door ?? ''), rule: null, door, serviceId };
  };
}
