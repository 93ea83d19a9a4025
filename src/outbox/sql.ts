import { sql, type ExpressionBuilder, type Selectable } from 'kysely';
import type { OutboxTable, PostedCardTable, Tables } from '../db/tables';
import { takeNumber } from '../db/counters';
import { prepareStatement } from '../db/prepare-statement';
import type { Address } from './courier';
import type { Executor } from '../db/database';
import { heldBetween } from '../shared/hold';
import { findTryAgainAtMs, LONGEST_HOLD_MS } from './backoff';
import {
  parseRecipient,
  recipientKey,
  type OutboxRow,
  type Recipient,
  type RowState,
  type UnreadableRow,
} from './message';
import type { OutboxStore, PostedCard, RowsRead, Whereabouts } from './store';

const selectAddress = prepareStatement((executor, { key }: { key: string }) =>
  executor
    .selectFrom('addresses')
    .select('address')
    .where('recipient', '=', key)
    .where('dead_at_ms', 'is', null),
);

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
        // Twice as long as a lease is, so that clocks which differ by seconds take nothing from each other.
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
        .set(
          state === 'pending' ? { state, attempts: 0, next_at_ms: nowMs } : { state, finished_at_ms: nowMs },
        )
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
        .where('state', '=', 'waiting');
      const own =
        recipient.kind === 'queue'
          ? waiting.where('recipient', 'like', 'queue:%')
          : waiting.where('recipient', '=', recipientKey(recipient));
      await own.execute();
    },

    async listTryAgain(executor, nowMs) {
      const rows = await executor
        .selectFrom('addresses')
        .select('recipient')
        .where('dead_at_ms', '>', 0)
        .where((expression) => isToBeTried(expression, nowMs))
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('outbox')
              .select(sql.lit(1).as('one'))
              .where('outbox.state', '=', 'waiting')
              .where(({ or, and, eb, ref }) =>
                or([
                  eb('outbox.recipient', '=', ref('addresses.recipient')),
                  // A queue may be the fallback of any other.
                  and([
                    eb('outbox.recipient', 'like', 'queue:%'),
                    eb('addresses.recipient', 'like', 'queue:%'),
                  ]),
                ]),
              ),
          ),
        )
        .execute();
      return rows.flatMap(({ recipient }) => parseRecipient(recipient) ?? []);
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
      const row = await executor
        .selectFrom('outbox')
        .select('sent_to')
        .where('id', '=', id)
        .executeTakeFirst();
      return row?.sent_to ?? undefined;
    },

    async findSentAtMs(executor, conversationId, nth, nowMs) {
      // What seems to be sent later than now was sent before the clock was set back: nobody knows when.
      const all = executor.selectFrom('outbox').select('sent_at_ms').where('sent_at_ms', '<=', nowMs);
      const sent = conversationId === null ? all : all.where('sent_to', '=', conversationId);
      const row = await sent
        .orderBy('sent_at_ms', 'desc')
        .limit(1)
        .offset(nth - 1)
        .executeTakeFirst();
      return row?.sent_at_ms ?? undefined;
    },

    async findAddress(executor, recipient) {
      const { rows } = await selectAddress(executor, { key: recipientKey(recipient) });
      return rows[0] && (JSON.parse(rows[0].address) as Address);
    },

    async findUsableAddress(executor, recipient, nowMs) {
      const row = await executor
        .selectFrom('addresses')
        .select('address')
        .where('recipient', '=', recipientKey(recipient))
        .where((expression) =>
          expression.or([expression.eb('dead_at_ms', 'is', null), isToBeTried(expression, nowMs)]),
        )
        .executeTakeFirst();
      return row && (JSON.parse(row.address) as Address);
    },

    async findBlockedSinceMs(executor, recipient) {
      const row = await executor
        .selectFrom('addresses')
        .select('dead_at_ms')
        .where('recipient', '=', recipientKey(recipient))
        .executeTakeFirst();
      return row?.dead_at_ms ?? undefined;
    },

    async saveAddress(executor, recipient, address, nowMs) {
      const changes = {
        address: JSON.stringify(address),
        remembered_at_ms: nowMs,
        dead_at_ms: null,
        try_again_at_ms: null,
      };
      await executor
        .insertInto('addresses')
        .values({ recipient: recipientKey(recipient), ...changes })
        .onConflict((conflict) => conflict.column('recipient').doUpdateSet(changes))
        .execute();
    },

    async block(executor, at, nowMs, isTriedAgain) {
      const there = await listAt(executor, at, 'all');
      for (const { recipient, blockedSinceMs } of there) {
        const sinceMs = blockedSinceMs ?? nowMs;
        await executor
          .updateTable('addresses')
          .set({
            dead_at_ms: sinceMs,
            try_again_at_ms: isTriedAgain ? findTryAgainAtMs(sinceMs, nowMs) : null,
          })
          .where('recipient', '=', recipientKey(recipient))
          .execute();
      }
      return there.flatMap(({ recipient, blockedSinceMs }) => (blockedSinceMs === null ? [recipient] : []));
    },

    isAnyBlocked: async (executor, at) => (await listAt(executor, at, 'blocked')).length > 0,

    async unblock(executor, at) {
      const there = await listAt(executor, at, 'blocked');
      for (const { recipient } of there) {
        await executor
          .updateTable('addresses')
          .set({ dead_at_ms: null, try_again_at_ms: null })
          .where('recipient', '=', recipientKey(recipient))
          .execute();
      }
      return there.map(({ recipient }) => recipient);
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

    async listPosted(executor, subject) {
      const rows = await executor
        .selectFrom('posted_cards')
        .selectAll()
        .where('subject', '=', subject)
        .orderBy('recipient')
        .execute();
      return rows.flatMap((row) => toPosted(row) ?? []);
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

/** Blocked, and to be tried again by now. */
function isToBeTried(expression: ExpressionBuilder<Tables, 'addresses'>, nowMs: number) {
  return expression.and([
    expression.eb('try_again_at_ms', 'is not', null),
    expression.not(expression.between('try_again_at_ms', ...heldBetween(nowMs, LONGEST_HOLD_MS))),
  ]);
}

/** Who is reached there. An address that this version can't read is nobody's. */
async function listAt(
  executor: Executor,
  { conversationId, teamId = null }: Whereabouts,
  which: 'all' | 'blocked',
): Promise<{ readonly recipient: Recipient; readonly blockedSinceMs: number | null }[]> {
  const ids = teamId === null ? [conversationId] : [conversationId, teamId];
  const known = executor.selectFrom('addresses').select(['recipient', 'address', 'dead_at_ms']);
  const looked = which === 'all' ? known : known.where('dead_at_ms', '>', 0);
  const rows = await looked
    .where(({ or, eb }) => or(ids.map((id) => eb('address', 'like', `%${JSON.stringify(id)}%`))))
    .execute();
  return rows.flatMap(({ recipient: key, address, dead_at_ms: blockedSinceMs }) => {
    const recipient = parseRecipient(key);
    const known = parseObject(address) as Partial<Address> | undefined;
    if (recipient === undefined || known === undefined) return [];
    const isThere = known.conversationId === conversationId || (teamId !== null && known.teamId === teamId);
    return isThere ? [{ recipient, blockedSinceMs }] : [];
  });
}

function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

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

/** Undefined when this version can't read it. */
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
    state: row.state as RowState,
    attempts: row.attempts,
    nextAtMs: row.next_at_ms,
    leaseUntilMs: row.lease_until_ms,
    activityId: row.activity_id,
    lastStatus: row.last_status,
    createdAtMs: row.created_at_ms,
  };
}

/** Undefined when this version can't read it. */
function toPosted(row: Selectable<PostedCardTable>): PostedCard | undefined {
  const recipient = parseRecipient(row.recipient);
  const address = parseObject(row.address) as Address | undefined;
  if (recipient === undefined || address === undefined) return undefined;
  return { subject: row.subject, recipient, address, activityId: row.activity_id };
}
