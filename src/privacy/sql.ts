import type { PrivacyStore } from './store';

export function createPrivacyStore(): PrivacyStore {
  return {
    async readSecret(executor, name, made) {
      await executor
        .insertInto('secrets')
        .values({ name, value: made })
        .onConflict((conflict) => conflict.column('name').doNothing())
        .execute();
      const { value } = await executor
        .selectFrom('secrets')
        .select('value')
        .where('name', '=', name)
        .executeTakeFirstOrThrow();
      return value;
    },

    async findAccountKey(executor, teamsUserId) {
      const row = await executor
        .selectFrom('accounts')
        .select('account_key')
        .where('teams_user_id', '=', teamsUserId)
        .executeTakeFirst();
      return row?.account_key;
    },

    async saveAccount(executor, teamsUserId, accountKey) {
      await executor
        .insertInto('accounts')
        .values({ teams_user_id: teamsUserId, account_key: accountKey })
        .onConflict((conflict) => conflict.column('teams_user_id').doUpdateSet({ account_key: accountKey }))
        .execute();
    },

    async beginJob(executor, name, nowMs, everyMs) {
      await executor
        .insertInto('jobs')
        .values({ name, started_at_ms: 0 })
        .onConflict((conflict) => conflict.column('name').doNothing())
        .execute();
      const { numUpdatedRows } = await executor
        .updateTable('jobs')
        .set({ started_at_ms: nowMs })
        .where('name', '=', name)
        // Another process's clock may be slightly ahead. A later start is from before the clock was set back.
        .where((row) => row.not(row.between('started_at_ms', nowMs - everyMs + 1, nowMs + everyMs)))
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },
  };
}
