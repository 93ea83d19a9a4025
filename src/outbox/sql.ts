import { sql, type Selectable } from 'kysely';
import type { OutboxTable, PostedCardTable } from '../db/tables';
import { takeNumber } from '../db/counters';
import type { Address } from './courier';
import { heldBetween } from '../shared/hold';
import { createAddressStore } from './addresses/sql';
import { LONGEST_HOLD_MS } from './backoff';
import { parseRecipient, recipientKey, type OutboxRow, type RowState, type UnreadableRow } from './message';
import { parseObject } from './parse-object';
import type { OutboxStore, PostedCard, RowsRead } from './store';

const UNDELIVERED = ['pending', 'leased', 'sending'] as const;

export const outboxStore: OutboxStore = {
  ...createAddressStore(),

  async insert(executor, { id, kind, subject, to, card, args, family = null, nowMs }) {
    await executor
      .insertInto('outbox')
      .values({
        id,
        position: await takeNumber(executor, 'outbox'),
        kind,
        subject,
        recipient: recipientKey(to),
        card,
        args: JSON.stringify(args),
        state: 'pending',
        attempts: 0,
        next_at_ms: nowMs,
        lease_until_ms: null,
        activity_id: null,
        last_status: null,
        created_at_ms: nowMs,
        finished_at_ms: null,
        sent_to: null,
        sent_at_ms: null,
        family,
      })
      .execute();
  },

  async touchPending(executor, subject, recipient) {
    const { numUpdatedRows } = await executor
      .updateTable('outbox')
      .set((column) => ({ attempts: column.ref('attempts') }))
      .where('subject', '=', subject)
      .where('recipient', '=', recipientKey(recipient))
      .where('state', 'in', ['pending', 'waiting'])
      .executeTakeFirstOrThrow();
    return numUpdatedRows > 0n;
  },

  async listDue(executor, nowMs, limit) {
    const rows = await executor
      .selectFrom('outbox as row')
      .selectAll('row')
      .where('row.state', '=', 'pending')
      .where((expression) =>
        expression.not(expression.between('row.next_at_ms', ...heldBetween(nowMs, LONGEST_HOLD_MS))),
      )
      .where((expression) =>
        expression.not(
          expression.exists(
            expression
              .selectFrom('outbox as earlier')
              .select(sql.lit(1).as('one'))
              .whereRef('earlier.recipient', '=', 'row.recipient')
              .whereRef('earlier.position', '<', 'row.position')
              .where('earlier.state', 'in', UNDELIVERED),
          ),
        ),
      )
      .orderBy('row.position')
      .limit(limit)
      .execute();
    return readRows(rows);
  },

  async listExpired(executor, nowMs, leaseMs) {
    const rows = await executor
      .selectFrom('outbox')
      .selectAll()
      .where('state', 'in', ['leased', 'sending'])
      // Twice the lease time, so that instances whose clocks differ by seconds don't take each other's rows.
      .where((expression) =>
        expression.not(expression.between('lease_until_ms', ...heldBetween(nowMs, 2 * leaseMs))),
      )
      .orderBy('position')
      .execute();
    return readRows(rows);
  },

  async endWaits(executor, nowMs) {
    await executor
      .updateTable('outbox')
      .set({ next_at_ms: nowMs })
      .where('state', '=', 'pending')
      .where('next_at_ms', '>', nowMs)
      .execute();
  },

  async setAside(executor, id) {
    const { numUpdatedRows } = await executor
      .updateTable('outbox')
      .set({ state: 'unreadable', lease_until_ms: null })
      .where('id', '=', id)
      .where('state', 'in', UNDELIVERED)
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n;
  },

  async listUnreadable(executor) {
    const rows = await executor
      .selectFrom('outbox')
      .selectAll()
      .where('state', '=', 'unreadable')
      .orderBy('position')
      .execute();
    return rows.map(toUnreadable);
  },

  async decideUnreadable(executor, id, state, nowMs) {
    const { numUpdatedRows } = await executor
      .updateTable('outbox')
      .set(state === 'pending' ? { state, attempts: 0, next_at_ms: nowMs } : { state, finished_at_ms: nowMs })
      .where('id', '=', id)
      .where('state', '=', 'unreadable')
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n;
  },

  async change(executor, row, change) {
    const { numUpdatedRows } = await executor
      .updateTable('outbox')
      .set({
        state: change.state,
        ...(change.attempts !== undefined && { attempts: change.attempts }),
        ...(change.nextAtMs !== undefined && { next_at_ms: change.nextAtMs }),
        ...(change.leaseUntilMs !== undefined && { lease_until_ms: change.leaseUntilMs }),
        ...(change.lastStatus !== undefined && { last_status: change.lastStatus }),
        ...(change.finishedAtMs !== undefined && { finished_at_ms: change.finishedAtMs }),
        ...(change.sent !== undefined && { sent_to: change.sent.to, sent_at_ms: change.sent.atMs }),
      })
      .where('id', '=', row.id)
      .where('state', '=', row.state)
      .where('next_at_ms', '=', row.nextAtMs)
      .where('lease_until_ms', row.leaseUntilMs === null ? 'is' : '=', row.leaseUntilMs)
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n;
  },

  async markDelivered(executor, row, activityId, nowMs) {
    const { numUpdatedRows } = await executor
      .updateTable('outbox')
      .set({ state: 'delivered', activity_id: activityId, lease_until_ms: null, finished_at_ms: nowMs })
      .where('id', '=', row.id)
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n;
  },

  async wakeWaiting(executor, recipient, nowMs) {
    const waiting = executor
      .updateTable('outbox')
      .set({ state: 'pending', next_at_ms: nowMs })
      .where((row) =>
        row.or([
          row.eb('state', '=', 'waiting'),
          // This update waits for its next attempt, because Teams refused it too often for it to block its address.
          row.and([
            row.eb('state', '=', 'pending'),
            row.eb('kind', '=', 'update'),
            row.eb('last_status', '=', 403),
          ]),
        ]),
      );
    const own =
      recipient.kind === 'queue'
        ? waiting.where('recipient', 'like', 'queue:%')
        : waiting.where('recipient', '=', recipientKey(recipient));
    await own.execute();
  },

  async listByState(executor, states) {
    const rows = await executor
      .selectFrom('outbox')
      .selectAll()
      .where('state', 'in', states)
      .orderBy('position')
      .execute();
    return readRows(rows).rows;
  },

  async listOfSubject(executor, subject) {
    const rows = await executor
      .selectFrom('outbox')
      .selectAll()
      .where('subject', '=', subject)
      .orderBy('position')
      .execute();
    return readRows(rows).rows;
  },

  async find(executor, id) {
    const row = await executor.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? undefined : readRows([row]).rows[0];
  },

  async findSentTo(executor, id) {
    const row = await executor.selectFrom('outbox').select('sent_to').where('id', '=', id).executeTakeFirst();
    return row?.sent_to ?? undefined;
  },

  async findSentAtMs(executor, conversationId, nth, nowMs) {
    // A send time in the future is from before the clock was set back; the real time is unknown.
    const all = executor.selectFrom('outbox').select('sent_at_ms').where('sent_at_ms', '<=', nowMs);
    const sent = conversationId === null ? all : all.where('sent_to', '=', conversationId);
    const row = await sent
      .orderBy('sent_at_ms', 'desc')
      .limit(1)
      .offset(nth - 1)
      .executeTakeFirst();
    return row?.sent_at_ms ?? undefined;
  },

  async findPosted(executor, subject, recipient) {
    const row = await executor
      .selectFrom('posted_cards')
      .selectAll()
      .where('subject', '=', subject)
      .where('recipient', '=', recipientKey(recipient))
      .executeTakeFirst();
    return row === undefined ? undefined : toPosted(row);
  },

  async isPosted(executor, activityId) {
    const row = await executor
      .selectFrom('posted_cards')
      .select('subject')
      .where('activity_id', '=', activityId)
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  },

  async listPosted(executor, subject) {
    const rows = await executor
      .selectFrom('posted_cards')
      .selectAll()
      .where('subject', '=', subject)
      .orderBy('recipient')
      .execute();
    return rows.flatMap((row) => toPosted(row) ?? []);
  },

  async listFamily(executor, family) {
    const posted = await executor
      .selectFrom('posted_cards')
      .selectAll()
      .where((card) => card.or([card.eb('family', '=', family), card.eb('subject', '=', family)]))
      .orderBy('posted_at_ms')
      .orderBy('subject')
      .orderBy('recipient')
      .execute();
    const onTheirWay = await executor
      .selectFrom('outbox')
      .selectAll()
      .where('family', '=', family)
      .where('kind', '=', 'post')
      .where('state', 'in', [...UNDELIVERED, 'waiting'])
      .orderBy('position')
      .execute();
    return [
      ...posted.flatMap((row) => {
        const read = toPosted(row);
        if (read === undefined) return [];
        const { recipient: to, address, activityId, ...card } = read;
        return [{ ...card, to, at: { conversationId: address.conversationId, activityId } }];
      }),
      ...readRows(onTheirWay).rows,
    ];
  },

  async setPostedAside(executor, { subject, recipient, activityId }, { args, ...aside }) {
    const { numUpdatedRows } = await executor
      .updateTable('posted_cards')
      .set({ ...aside, args: JSON.stringify(args) })
      .where('subject', '=', subject)
      .where('recipient', '=', recipientKey(recipient))
      .where('activity_id', '=', activityId)
      .executeTakeFirstOrThrow();
    return numUpdatedRows > 0n;
  },

  async findPostedAt(executor, conversationId, activityId) {
    const rows = await executor
      .selectFrom('posted_cards')
      .selectAll()
      .where('activity_id', '=', activityId)
      .execute();
    return rows
      .flatMap((row) => toPosted(row) ?? [])
      .find(({ address }) => address.conversationId === conversationId);
  },

  async savePosted(executor, { subject, recipient, address, activityId, family, card, args }, nowMs) {
    const changes = {
      address: JSON.stringify(address),
      activity_id: activityId,
      posted_at_ms: nowMs,
      family: family ?? null,
      card: card ?? null,
      args: args === undefined ? null : JSON.stringify(args),
    };
    await executor
      .insertInto('posted_cards')
      .values({ subject, recipient: recipientKey(recipient), ...changes })
      .onConflict((conflict) => conflict.columns(['subject', 'recipient']).doUpdateSet(changes))
      .execute();
  },

  async forgetPosted(executor, subject, recipient) {
    await executor
      .deleteFrom('posted_cards')
      .where('subject', '=', subject)
      .where('recipient', '=', recipientKey(recipient))
      .execute();
  },
};

function readRows(rows: readonly Selectable<OutboxTable>[]): RowsRead {
  const read = rows.map((row) => ({ row, readable: toRow(row) }));
  return {
    rows: read.flatMap(({ readable }) => readable ?? []),
    unreadable: read.flatMap(({ row, readable }) => (readable === undefined ? [toUnreadable(row)] : [])),
  };
}

function toUnreadable(row: Selectable<OutboxTable>): UnreadableRow {
  return {
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    card: row.card,
    toKind: row.recipient.split(':')[0] ?? '',
    attempts: row.attempts,
    lastStatus: row.last_status,
    createdAtMs: row.created_at_ms,
  };
}

/** Undefined if this version can't read the row. */
function toRow(row: Selectable<OutboxTable>): OutboxRow | undefined {
  const to = parseRecipient(row.recipient);
  const args = parseObject(row.args);
  const { kind } = row;
  if (to === undefined || args === undefined || (kind !== 'post' && kind !== 'update')) return undefined;
  return {
    id: row.id,
    position: row.position,
    kind,
    subject: row.subject,
    to,
    card: row.card,
    args: args as Record<string, string>,
    ...(row.family !== null && { family: row.family }),
    state: row.state as RowState,
    attempts: row.attempts,
    nextAtMs: row.next_at_ms,
    leaseUntilMs: row.lease_until_ms,
    activityId: row.activity_id,
    lastStatus: row.last_status,
    createdAtMs: row.created_at_ms,
  };
}

/** Undefined if this version can't read the row. */
function toPosted(row: Selectable<PostedCardTable>): PostedCard | undefined {
  const recipient = parseRecipient(row.recipient);
  const address = parseObject(row.address) as Address | undefined;
  if (recipient === undefined || address === undefined) return undefined;
  const args = parseObject(row.args ?? '') as Record<string, string> | undefined;
  return {
    ...{ subject: row.subject, recipient, address, activityId: row.activity_id },
    ...(row.family !== null && { family: row.family }),
    ...(row.card !== null && args !== undefined && { card: row.card, args }),
  };
}
