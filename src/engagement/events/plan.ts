/** Plans that several events share. */
import type { Organisation, Person } from '../../directory/organisation';
import type { Identity } from '../../directory/recognise';
import type { Fault } from '../../shared/fault';
import type { EngagementRequest, EventDetails, State } from '../request';
import { listAlternates } from '../routing/route';
import type { Problems } from './define-event';

/** The states in which somebody owns a request. */
export const HELD = ['claimed', 'needs-info', 'accepted'] as const satisfies readonly State[];

export function invalid(field: string, message: Fault): Problems {
  return { problems: [{ field, message }] };
}

export function saying(text: string | null): EventDetails {
  return text === null ? {} : { text };
}

export function named({ id, name }: { id: string; name: string }) {
  return { id, name };
}

/** Whom else its next owner can ask: the ones of the route were others to ask beside somebody else. */
export function askableBeside(
  meant: Person | null,
  { partner }: EngagementRequest,
  organisation: Organisation,
): Pick<EngagementRequest, 'alternates'> {
  const found = organisation.findPartner(partner?.id ?? '') ?? null;
  return { alternates: listAlternates(found, meant, organisation) };
}

/** Why a request is in a queue that no rule chose. */
export function movedBy({ name, person }: Identity): Partial<EngagementRequest> {
  return { ruleId: 'moved', because: { says: null, facts: { person: person?.name ?? name }, away: null } };
}
