import type { Selectable } from 'kysely';
import { takeNumber } from '../db/counters';
import type { RequestEventTable, RequestTable } from '../db/tables';
import {
  customerKey,
  OPEN_STATES,
  STATES,
  type EngagementRequest,
  type EventDetails,
  type RequestEvent,
  type State,
  type CompletionOutcome,
} from './request';
import { DAY_MS } from '../directory/wall-clock';
import { heldBetween } from '../shared/hold';
import { findEvent } from './events';
import type { EngagementStore } from './store';
import type { WaitStep } from './waiting/wait';
import { isKnownState, readStored } from './stored';

const JSON_COLUMNS = ['background', 'alternates', 'fields', 'because'] as const;

function isKnownEvent(event: string): boolean {
  return event === 'submit' || findEvent(event) !== undefined;
}

export const engagementStore: EngagementStore = {
  takeNumber: (executor) => takeNumber(executor, 'request'),

  async insert(executor, request) {
    await executor.insertInto('requests').values(toRow(request)).execute();
  },

  async compareAndSet(executor, expectedVersion, request) {
    const { numUpdatedRows } = await executor
      .updateTable('requests')
      .set(toRow(request))
      .where('id', '=', request.id)
      .where('version', '=', expectedVersion)
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n;
  },

  async find(executor, ref) {
    const query = executor.selectFrom('requests').selectAll();
    const one = 'id' in ref ? query.where('id', '=', ref.id) : query.where('number', '=', ref.number);
    const row = await one.executeTakeFirst();
    return row === undefined ? undefined : toRequest(row);
  },

  async findSubmission(executor, requesterUserId, submissionId) {
    const row = await executor
      .selectFrom('requests')
      .selectAll()
      .where('requester_user_id', '=', requesterUserId)
      .where('submission_id', '=', submissionId)
      .executeTakeFirst();
    return row === undefined ? undefined : toRequest(row);
  },

  async findLike(executor, request) {
    if (request.customer === null) return undefined;
    const query = executor
      .selectFrom('requests')
      .selectAll()
      .where('customer_key', '=', customerKey(request.customer))
      .where('service_id', '=', request.service.id)
      .where('state', 'in', OPEN_STATES);
    const mayBeKnown = query.where((eb) =>
      eb.or([eb('confidential', '=', 0), eb('requester_user_id', '=', request.requester.userId)]),
    );
    const ofTheSame =
      request.partner === null
        ? mayBeKnown.where('requester_user_id', '=', request.requester.userId)
        : mayBeKnown.where('partner_id', '=', request.partner.id);
    const row = await ofTheSame.orderBy('number').limit(1).executeTakeFirst();
    return row === undefined ? undefined : toRequest(row);
  },

  async countBusy(executor, requesterUserId, sinceMs) {
    const { count } = await executor
      .selectFrom('requests')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('requester_user_id', '=', requesterUserId)
      .where((eb) => eb.or([eb('state', 'in', OPEN_STATES), eb('created_at_ms', '>', sinceMs)]))
      .executeTakeFirstOrThrow();
    return Number(count);
  },

  async list(executor, filter, { limit, before }) {
    const { requesterUserId, company, queueId, ownerId, states, solutionAreaId, region } = filter;
    let query = executor.selectFrom('requests').selectAll();
    if (requesterUserId !== undefined) query = query.where('requester_user_id', '=', requesterUserId);
    if (company !== undefined)
      query = query
        .where('partner_id', '=', company.partnerId)
        .where((eb) => eb.or([eb('confidential', '=', 0), eb('requester_user_id', '=', company.userId)]));
    if (queueId !== undefined) query = query.where('queue_id', '=', queueId);
    if (ownerId !== undefined) query = query.where('owner_id', '=', ownerId);
    // One in a state that this version doesn't know is neither open nor closed. It's in both lists, so that it isn't lost.
    const isOfAll = states !== undefined && OPEN_STATES.every((state) => states.includes(state));
    if (states !== undefined)
      query = query.where((eb) =>
        eb.or([eb('state', 'in', states), ...(isOfAll ? [eb('state', 'not in', STATES)] : [])]),
      );
    if (solutionAreaId !== undefined) query = query.where('solution_area_id', '=', solutionAreaId);
    if (region !== undefined) query = query.where('region', '=', region);
    if (before !== null) query = query.where('number', '<', before);
    const rows = await query.orderBy('number', 'desc').limit(limit).execute();
    return rows.map(toRequest);
  },

  async listOpen(executor, queueId) {
    const open = executor
      .selectFrom('requests')
      .selectAll()
      .where('state', 'in', OPEN_STATES)
      .orderBy('number');
    const rows = await (queueId === undefined ? open : open.where('queue_id', '=', queueId)).execute();
    return rows.map(toRequest);
  },

  async listDamaged(executor) {
    const requests = await executor
      .selectFrom('requests')
      .select(['id', 'number', 'state', ...JSON_COLUMNS])
      .orderBy('number')
      .execute();
    const events = await executor
      .selectFrom('request_events')
      .select(['request_id', 'details', 'event'])
      .execute();
    const damaged = new Set(
      events
        .filter(({ details, event }) => !isKnownEvent(event) || readStored('details', details) === undefined)
        .map(({ request_id: id }) => id),
    );
    return requests.flatMap((row) =>
      damaged.has(row.id) ||
      !isKnownState(row.state) ||
      JSON_COLUMNS.some((column) => readStored(column, row[column]) === undefined)
        ? [row.number]
        : [],
    );
  },

  async countDeclines(executor, queueId) {
    const rows = await executor
      .selectFrom('requests')
      .select(({ fn }) => ['decline_reason', fn.countAll().as('count')])
      .where('queue_id', '=', queueId)
      .where('state', '=', 'declined')
      .where('decline_reason', 'is not', null)
      .groupBy('decline_reason')
      .orderBy('count', 'desc')
      .orderBy('decline_reason')
      .execute();
    return rows.map((row) => ({ reasonId: row.decline_reason ?? '', count: Number(row.count) }));
  },

  async addEvent(executor, event, submissionId = null) {
    const { id, requestId, version, from, to, actor, details, atMs } = event;
    await executor
      .insertInto('request_events')
      .values({
        id,
        request_id: requestId,
        version,
        event: event.event,
        from_state: from,
        to_state: to,
        actor_kind: actor.kind,
        actor_id: actor.id,
        actor_name: actor.name,
        details: JSON.stringify(details),
        at_ms: atMs,
        submission_id: submissionId,
      })
      .execute();
  },

  async findSubmitted(executor, requestId, submissionId, actorIds) {
    const row = await executor
      .selectFrom('request_events')
      .selectAll()
      .where('request_id', '=', requestId)
      .where('submission_id', '=', submissionId)
      .where('actor_id', 'in', actorIds)
      .executeTakeFirst();
    return row === undefined ? undefined : toEvent(row);
  },

  async listEvents(executor, requestId) {
    const rows = await executor
      .selectFrom('request_events')
      .selectAll()
      .where('request_id', '=', requestId)
      .orderBy('version')
      .execute();
    return rows.map(toEvent);
  },

  async listEventsOf(executor, requestIds) {
    if (requestIds.length === 0) return [];
    const rows = await executor
      .selectFrom('request_events')
      .selectAll()
      .where('request_id', 'in', requestIds)
      .orderBy('request_id')
      .orderBy('version')
      .execute();
    return rows.map(toEvent);
  },

  async addStep(executor, { requestId, sinceMs, stage, atMs, personId, words }) {
    const { numInsertedOrUpdatedRows = 0n } = await executor
      .insertInto('wait_steps')
      .values({ request_id: requestId, since_ms: sinceMs, stage, at_ms: atMs, person_id: personId, words })
      .onConflict((conflict) => conflict.columns(['request_id', 'since_ms', 'stage']).doNothing())
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  },

  async listSteps(executor, requestIds) {
    if (requestIds.length === 0) return [];
    const rows = await executor
      .selectFrom('wait_steps')
      .selectAll()
      .where('request_id', 'in', requestIds)
      .orderBy('request_id')
      .orderBy('at_ms')
      .execute();
    return rows.map((row) => ({
      requestId: row.request_id,
      sinceMs: row.since_ms,
      stage: row.stage as WaitStep['stage'],
      atMs: row.at_ms,
      personId: row.person_id,
      words: row.words,
    }));
  },

  async claimDailyRun(executor, job, dayStartMs) {
    await executor
      .insertInto('jobs')
      .values({ name: job, started_at_ms: 0 })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute();
    const { numUpdatedRows } = await executor
      .updateTable('jobs')
      .set({ started_at_ms: dayStartMs })
      .where('name', '=', job)
      // Anything later than this day was before the clock was set back.
      .where((row) => row.not(row.between('started_at_ms', ...heldBetween(dayStartMs - 1, DAY_MS))))
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n;
  },

  async saveRegistration(executor, { queueId, teamName, channelName, registeredBy, registeredAtMs }) {
    const changes = {
      team_name: teamName,
      channel_name: channelName,
      registered_by_id: registeredBy.id,
      registered_by_name: registeredBy.name,
      registered_at_ms: registeredAtMs,
    };
    await executor
      .insertInto('queue_registrations')
      .values({ queue_id: queueId, ...changes })
      .onConflict((conflict) => conflict.column('queue_id').doUpdateSet(changes))
      .execute();
  },

  async renameRegistration(executor, queueId, { teamName, channelName }) {
    await executor
      .updateTable('queue_registrations')
      .set({ team_name: teamName, channel_name: channelName })
      .where('queue_id', '=', queueId)
      .execute();
  },

  async listRegistrations(executor) {
    const rows = await executor.selectFrom('queue_registrations').selectAll().orderBy('queue_id').execute();
    return rows.map((row) => ({
      queueId: row.queue_id,
      teamName: row.team_name,
      channelName: row.channel_name,
      registeredBy: { id: row.registered_by_id, name: row.registered_by_name },
      registeredAtMs: row.registered_at_ms,
    }));
  },
};

function toRow(request: EngagementRequest): Selectable<RequestTable> {
  return {
    id: request.id,
    number: request.number,
    submission_id: request.submissionId,
    state: request.state,
    version: request.version,
    service_id: request.service.id,
    service_name: request.service.name,
    motion: request.service.motion,
    partner_id: request.partner?.id ?? null,
    partner_name: request.partner?.name ?? null,
    requester_user_id: request.requester.userId,
    requester_name: request.requester.name,
    customer: request.customer,
    customer_key: request.customer === null ? null : customerKey(request.customer),
    confidential: request.isConfidential ? 1 : 0,
    solution_area_id: request.solutionArea?.id ?? null,
    solution_area_name: request.solutionArea?.name ?? null,
    region: request.region,
    wanted_by: request.wantedBy,
    details: request.details,
    background: JSON.stringify(request.background),
    queue_id: request.queueId,
    owner_id: request.ownerId,
    assigned_id: request.assignedId,
    rule_id: request.ruleId,
    because: JSON.stringify(request.because),
    alternates: JSON.stringify(request.alternates),
    asked_from: request.askedFrom,
    accepted_for: request.acceptedFor,
    decline_reason: request.declineReasonId,
    outcome_id: request.outcomeId,
    hours: request.hours,
    fields: JSON.stringify(request.fields),
    created_at_ms: request.createdAtMs,
    first_response_at_ms: request.milestones.firstResponseAtMs,
    claimed_at_ms: request.milestones.claimedAtMs,
    accepted_at_ms: request.milestones.acceptedAtMs,
    completed_at_ms: request.milestones.completedAtMs,
    updated_at_ms: request.updatedAtMs,
    closed_at_ms: request.closedAtMs,
  };
}

function named(id: string | null, name: string | null) {
  return id === null || name === null ? null : { id, name };
}

// JSON columns hold what toRow wrote. A damaged one counts as empty, so that nothing fails because of it; the doctor
// reports it.
function toRequest(row: Selectable<RequestTable>): EngagementRequest {
  return {
    id: row.id,
    number: row.number,
    submissionId: row.submission_id,
    state: row.state as State,
    version: row.version,
    service: {
      id: row.service_id,
      name: row.service_name,
      motion: row.motion as EngagementRequest['service']['motion'],
    },
    partner: named(row.partner_id, row.partner_name),
    requester: { userId: row.requester_user_id, name: row.requester_name },
    customer: row.customer,
    isConfidential: row.confidential === 1,
    solutionArea: named(row.solution_area_id, row.solution_area_name),
    region: row.region,
    wantedBy: row.wanted_by,
    details: row.details,
    fields: readStored('fields', row.fields) ?? {},
    background: readStored('background', row.background) ?? { asked: [], scope: null },
    queueId: row.queue_id,
    ownerId: row.owner_id,
    assignedId: row.assigned_id,
    ruleId: row.rule_id,
    because: readStored('because', row.because) ?? { says: null, facts: {}, away: null },
    alternates: readStored('alternates', row.alternates) ?? [],
    askedFrom: row.asked_from as State | null,
    acceptedFor: row.accepted_for,
    declineReasonId: row.decline_reason,
    outcomeId: row.outcome_id as CompletionOutcome | null,
    hours: row.hours,
    createdAtMs: row.created_at_ms,
    milestones: {
      firstResponseAtMs: row.first_response_at_ms,
      claimedAtMs: row.claimed_at_ms,
      acceptedAtMs: row.accepted_at_ms,
      completedAtMs: row.completed_at_ms,
    },
    updatedAtMs: row.updated_at_ms,
    closedAtMs: row.closed_at_ms,
  };
}

function toEvent(row: Selectable<RequestEventTable>): RequestEvent {
  return {
    id: row.id,
    requestId: row.request_id,
    version: row.version,
    event: row.event as RequestEvent['event'],
    from: row.from_state as State | null,
    to: row.to_state as State,
    actor: { kind: row.actor_kind as RequestEvent['actor']['kind'], id: row.actor_id, name: row.actor_name },
    details: (readStored('details', row.details) ?? {}) as EventDetails,
    atMs: row.at_ms,
  };
}
