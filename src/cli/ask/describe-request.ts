import type { Eligibility, RequestDraft } from '../../answering/reply';
import type { Content } from '../../knowledge/model/content';

/** A request in the terms of the labelled files: names instead of IDs, and the queue of its door. */
export interface DescribedRequest {
  readonly service: string | null;
  readonly customer: string | null;
  readonly solutionArea: string | null;
  readonly queue: string | null;
  readonly eligible: boolean;
  readonly reason: string;
}

export function describeRequest(
  content: Content,
  { draft, eligibility }: { readonly draft: RequestDraft; readonly eligibility: Eligibility },
): DescribedRequest {
  const nameOf = (items: readonly { id: string; name: string }[], id: string | null) =>
    items.find((item) => item.id === id)?.name ?? null;
  return {
    service: nameOf(content.services, draft.serviceId),
    customer: draft.customer,
    solutionArea: nameOf(content.solutionAreas, draft.solutionAreaId),
    ...describeOutcome(content, draft, eligibility),
  };
}

function describeOutcome(
  content: Content,
  draft: RequestDraft,
  { eligible, reason, door }: Eligibility,
): Pick<DescribedRequest, 'queue' | 'eligible' | 'reason'> {
  const programme = content.programmes.find((candidate) => candidate.door === door?.id);
  // In the labelled files, a build-with request may never start.
  if (eligible && programme?.motion === 'build-with')
    return { queue: null, eligible: false, reason: 'build-with' };
  const named = content.cues.queueNames[door?.id ?? ''] ?? null;
  // A refused request goes nowhere, unless the door's programme belongs to no team.
  if (!eligible) return { queue: programme?.motion === undefined ? named : null, eligible, reason };
  return { queue: named ?? draft.role ?? 'PDM', eligible, reason };
}
