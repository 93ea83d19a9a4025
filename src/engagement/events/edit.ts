import { z } from 'zod/v4';
import { hasPassed } from '../../shared/day';
import { LONGEST_NAME, LONGEST_TEXT } from '../../shared/limits';
import { customerKey, OPEN_STATES, type EngagementRequest } from '../request';
import { defineEvent } from './define-event';
import { findReplaced, mergeFields } from './edit-fields';
import { FieldEntry, FieldId, isOfFewFields, IsoDate, Line, Motion, Named, optional, words } from './input';
import { invalid } from './plan';

/** Changes the given fields; their old values stay in the audit trail. */
export const edit = defineEvent({
  name: 'edit',
  transitions: [{ from: OPEN_STATES, who: ['requester'], to: 'same' }],
  input: z
    .strictObject({
      customer: optional(Line(LONGEST_NAME)),
      isConfidential: z.boolean(),
      solutionArea: Named.nullable(),
      wantedBy: optional(IsoDate),
      details: optional(words(LONGEST_TEXT)),
      /** Of the service; those that are given, and null empties one. */
      fields: z.record(FieldId, FieldEntry.nullable()).refine(isOfFewFields, 'too-many'),
      /** The kind of request after the edit: adding a customer turns build-with work into an opportunity. */
      became: z.strictObject({ motion: Motion, scope: words(500).nullable() }),
    })
    .partial(),
  apply({ became, fields: entered, ...rest }, { request, nowMs }) {
    const edited = entered === undefined ? rest : { ...rest, fields: mergeFields(request.fields, entered) };
    const given = Object.entries(edited).filter(([, value]) => value !== undefined);
    const fields = given.map(([field]) => field as keyof EngagementRequest);
    const changed = given.filter(
      ([field, value]) => JSON.stringify(request[field as keyof EngagementRequest]) !== JSON.stringify(value),
    );
    const change: Partial<EngagementRequest> = Object.fromEntries(changed);
    // A form sends all fields: naming one of them would tell only part of it.
    if (changed.length === 0)
      return invalid(fields.length === 1 ? (fields[0] ?? 'number') : 'number', 'unchanged');
    if (typeof change.wantedBy === 'string' && hasPassed(change.wantedBy, nowMs))
      return invalid('wantedBy', 'passed');
    const after = { ...request, ...change };
    if (request.service.motion === 'sell-with' && after.customer === null) {
      return invalid('customer', 'needed-for-opportunity');
    }
    const before = {
      ...Object.fromEntries(changed.map(([field]) => [field, request[field as keyof EngagementRequest]])),
      ...(change.fields !== undefined && { fields: findReplaced(request.fields, change.fields) }),
    };
    const kept = withoutFormerCustomer(request, change);
    if (became === undefined || became.motion === request.service.motion)
      return { change: { ...change, ...kept }, details: { before } };
    const { service, background } = { ...request, ...kept };
    const other = {
      service: { ...service, motion: became.motion },
      background: { ...background, scope: became.scope },
    };
    return { change: { ...change, ...other }, details: { before: { ...before, service } } };
  },
});

/** If the customer changes, earlier questions may name the previous one, so these lines are removed. */
function withoutFormerCustomer(
  { customer, background }: EngagementRequest,
  change: Partial<EngagementRequest>,
): Partial<EngagementRequest> {
  if (customer === null || change.customer === undefined) return {};
  const former = customerKey(customer);
  const asked = background.asked.filter(({ text }) => text === null || !customerKey(text).includes(former));
  return asked.length === background.asked.length ? {} : { background: { ...background, asked } };
}
