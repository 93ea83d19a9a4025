import { sql, type Selectable } from 'kysely';
import type { OutboxTable, PostedCardTable } from '../db/tables';
import { takeNumber } from '../db/counters';
import type { Address } from './courier';
import { parseRecipient, recipientKey, type OutboxRow, type RowState } from './message';
import type { OutboxStore, PostedCard } from './store';

const UNDELIVERED = ['pending', 'leased', 'sending'] as const;

export function createOutboxStore(): OutboxStore {
  return {
    async insert(executor, { id, kind, subject, to, card, args, nowMs }) {
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
        .where('row.next_at_ms', '<=', nowMs)
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
      return rows.map(toRow);
    },

    async listExpired(executor, nowMs) {
      const rows = await executor
        .selectFrom('outbox')
        .selectAll()
        .where('state', 'in', ['leased', 'sending'])
        .where('lease_until_ms', '<=', nowMs)
        .orderBy('position')
        .execute();
      return rows.map(toRow);
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
        .where('state', '=', 'waiting');
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
      return rows.map(toRow);
    },

    async listOfSubject(executor, subject) {
      const rows = await executor
        .selectFrom('outbox')
        .selectAll()
        .where('subject', '=', subject)
        .orderBy('position')
        .execute();
      return rows.map(toRow);
    },

    async find(executor, id) {
      const row = await executor.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : toRow(row);
    },

    async findSentTo(executor, id) {
      const row = await executor
        .selectFrom('outbox')
        .select('sent_to')
        .where('id', '=', id)
        .executeTakeFirst();
      return row?.sent_to ?? undefined;
    },

    async findSentAtMs(executor, conversationId, nth) {
      const all = executor.selectFrom('outbox').select('sent_at_ms').where('sent_at_ms', 'is not', null);
      const sent = conversationId === null ? all : all.where('sent_to', '=', conversationId);
      const row = await sent
        .orderBy('sent_at_ms', 'desc')
        .limit(1)
        .offset(nth - 1)
        .executeTakeFirst();
      return row?.sent_at_ms ?? undefined;
    },

    async findAddress(executor, recipient) {
      const row = await executor
        .selectFrom('addresses')
        .select('address')
        .where('recipient', '=', recipientKey(recipient))
        .where('dead_at_ms', 'is', null)
        .executeTakeFirst();
      return row && (JSON.parse(row.address) as Address);
    },

    async saveAddress(executor, recipient, address, nowMs) {
      const changes = { address: JSON.stringify(address), remembered_at_ms: nowMs, dead_at_ms: null };
      await executor
        .insertInto('addresses')
        .values({ recipient: recipientKey(recipient), ...changes })
        .onConflict((conflict) => conflict.column('recipient').doUpdateSet(changes))
        .execute();
    },

    async markDead(executor, recipient, nowMs) {
      await executor
        .updateTable('addresses')
        .set({ dead_at_ms: nowMs })
        .where('recipient', '=', recipientKey(recipient))
        .execute();
    },

    async markAlive(executor, recipient) {
      await executor
        .updateTable('addresses')
        .set({ dead_at_ms: null })
        .where('recipient', '=', recipientKey(recipient))
        .execute();
    },

    async listRecipientsAt(executor, conversationId) {
      const rows = await executor
        .selectFrom('addresses')
        .select(['recipient', 'address'])
        .where('address', 'like', `%${JSON.stringify(conversationId)}%`)
        .execute();
      return rows
        .filter(({ address }) => (JSON.parse(address) as Address).conversationId === conversationId)
        .map(({ recipient }) => parseRecipient(recipient));
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
      return rows.map(toPosted);
    },

    async savePosted(executor, { subject, recipient, address, activityId }, nowMs) {
      const changes = {
        address: JSON.stringify(address),
        activity_id: activityId,
        posted_at_ms: nowMs,
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
}

function toRow(row: Selectable<OutboxTable>): OutboxRow {
  return {
    id: row.id,
    position: row.position,
    kind: row.kind as OutboxRow['kind'],
    subject: row.subject,
    to: parseRecipient(row.recipient),
    card: row.card,
    args: JSON.parse(row.args) as Record<string, string>,
    state: row.state as RowState,
    attempts: row.attempts,
    nextAtMs: row.next_at_ms,
    leaseUntilMs: row.lease_until_ms,
    activityId: row.activity_id,
    lastStatus: row.last_status,
    createdAtMs: row.created_at_ms,
  };
}

function toPosted(row: Selectable<PostedCardTable>): PostedCard {
  return {
    subject: row.subject,
    recipient: parseRecipient(row.recipient),
    address: JSON.parse(row.address) as Address,
    activityId: row.activity_id,
  };
}
