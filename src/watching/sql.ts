import type { Executor } from '../db/database';
import type { State } from '../engagement/request';
import type { RowState } from '../outbox/message';
import type { BacklogStore } from './backlog';

export function createBacklogStore(): BacklogStore {
  return {
    readDueSince,

    async read(executor, nowMs) {
      const outbox = await executor
        .selectFrom('outbox')
        .select(({ fn }) => [
          'state',
          fn.countAll<number>().as('count'),
          fn.min('created_at_ms').as('oldest'),
        ])
        .groupBy('state')
        .orderBy('state')
        .execute();
      const requests = await executor
        .selectFrom('requests')
        .select(({ fn }) => [
          'state',
          fn.countAll<number>().as('count'),
          fn.min('created_at_ms').as('oldest'),
        ])
        .groupBy('state')
        .orderBy('state')
        .execute();
      return {
        outbox: outbox.map((row) => ({ ...toAmount(row), state: row.state as RowState })),
        dueSinceMs: await readDueSince(executor, nowMs),
        requests: requests.map((row) => ({ ...toAmount(row), state: row.state as State })),
      };
    },
  };
}

function toAmount({ count, oldest }: { count: number; oldest: number }) {
  return { count, oldestMs: oldest };
}

/** Rows that a dispatcher should have taken, or that one took before it died. */
async function readDueSince(executor: Executor, nowMs: number): Promise<number | null> {
  const due = await executor
    .selectFrom('outbox as row')
    .select(({ fn }) => fn.min('row.next_at_ms').as('since'))
    .where('row.state', '=', 'pending')
    .where('row.next_at_ms', '<=', nowMs)
    .where((expression) =>
      expression.not(
        expression.exists(
          expression
            .selectFrom('outbox as earlier')
            .select('earlier.id')
            .whereRef('earlier.recipient', '=', 'row.recipient')
            .whereRef('earlier.position', '<', 'row.position')
            .where('earlier.state', 'in', ['pending', 'leased', 'sending']),
        ),
      ),
    )
    .executeTakeFirst();
  const left = await executor
    .selectFrom('outbox')
    .select(({ fn }) => fn.min('lease_until_ms').as('since'))
    .where('state', 'in', ['leased', 'sending'])
    .where('lease_until_ms', '<=', nowMs)
    .executeTakeFirst();
  // An aggregate over no rows is null, even if its type says otherwise.
  const times = [due?.since, left?.since].filter((since) => typeof since === 'number');
  return times.length === 0 ? null : Math.min(...times);
}
