import { sql, type ExpressionBuilder } from 'kysely';
import type { Executor } from '../../db/database';
import type { Tables } from '../../db/tables';
import { heldBetween } from '../../shared/hold';
import { findTryAgainAtMs, LONGEST_HOLD_MS } from '../backoff';
import type { Address } from '../courier';
import { parseRecipient, recipientKey, type Recipient } from '../message';
import { parseObject } from '../parse-object';
import type { AddressStore, ConversationOrTeam } from '../store';

export function createAddressStore(): AddressStore {
  return {
    async findAddress(executor, recipient) {
      const row = await executor
        .selectFrom('addresses')
        .select('address')
        .where('recipient', '=', recipientKey(recipient))
        .where('dead_at_ms', 'is', null)
        .executeTakeFirst();
      return row && (JSON.parse(row.address) as Address);
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

    async listTryAgain(executor, nowMs) {
      const rows = await executor
        .selectFrom('addresses')
        .select('recipient')
        .where('dead_at_ms', '>', 0)
        .where((expression) => isToBeTried(expression, nowMs))
        .where((address) =>
          address.exists(
            address
              .selectFrom('outbox')
              .select(sql.lit(1).as('one'))
              .where('outbox.state', '=', 'waiting')
              .where((row) =>
                row.or([
                  row.eb('outbox.recipient', '=', row.ref('addresses.recipient')),
                  // A queue may be the fallback of any other.
                  row.and([
                    row.eb('outbox.recipient', 'like', 'queue:%'),
                    row.eb('addresses.recipient', 'like', 'queue:%'),
                  ]),
                ]),
              ),
          ),
        )
        .execute();
      return rows.flatMap(({ recipient }) => parseRecipient(recipient) ?? []);
    },
  };
}

/** The address is blocked, and due for another try. */
function isToBeTried(expression: ExpressionBuilder<Tables, 'addresses'>, nowMs: number) {
  return expression.and([
    expression.eb('try_again_at_ms', 'is not', null),
    expression.not(expression.between('try_again_at_ms', ...heldBetween(nowMs, LONGEST_HOLD_MS))),
  ]);
}

/** Lists the recipients at that address. An address that this version can't read belongs to no recipient. */
async function listAt(
  executor: Executor,
  { conversationId, teamId = null }: ConversationOrTeam,
  which: 'all' | 'blocked',
): Promise<{ readonly recipient: Recipient; readonly blockedSinceMs: number | null }[]> {
  const ids = teamId === null ? [conversationId] : [conversationId, teamId];
  const known = executor.selectFrom('addresses').select(['recipient', 'address', 'dead_at_ms']);
  const looked = which === 'all' ? known : known.where('dead_at_ms', '>', 0);
  const rows = await looked
    .where((row) => row.or(ids.map((id) => row.eb('address', 'like', `%${JSON.stringify(id)}%`))))
    .execute();
  return rows.flatMap(({ recipient: key, address, dead_at_ms: blockedSinceMs }) => {
    const recipient = parseRecipient(key);
    const known = parseObject(address) as Partial<Address> | undefined;
    if (recipient === undefined || known === undefined) return [];
    const isThere = known.conversationId === conversationId || (teamId !== null && known.teamId === teamId);
    return isThere ? [{ recipient, blockedSinceMs }] : [];
  });
}
