import type { InsightsStore, ShownEntry, Unanswered } from './store';

export function createInsightsStore(): InsightsStore {
  return {
    async saveShownEntries(executor, messageKey, shownEntries, nowMs) {
      const row = { shown_entries: JSON.stringify(shownEntries), sent_at_ms: nowMs };
      await executor
        .insertInto('answered_messages')
        .values({ message_key: messageKey, ...row })
        .onConflict((conflict) => conflict.column('message_key').doUpdateSet(row))
        .execute();
    },

    async findShownEntries(executor, messageKey) {
      const row = await executor
        .selectFrom('answered_messages')
        .select('shown_entries')
        .where('message_key', '=', messageKey)
        .executeTakeFirst();
      return row === undefined ? [] : (JSON.parse(row.shown_entries) as readonly ShownEntry[]);
    },

    async saveOpinion(executor, keys, { entryId, version, liked, words, givenAtMs }) {
      const opinion = { version, liked: liked ? 1 : 0, given_at_ms: givenAtMs };
      await executor
        .insertInto('feedback')
        .values({ rating_key: keys.rating, message_key: keys.message, entry_id: entryId, words, ...opinion })
        .onConflict((conflict) =>
          conflict
            .columns(['rating_key', 'entry_id'])
            .doUpdateSet({ ...opinion, ...(words !== null && { words }) }),
        )
        .execute();
    },

    async listOpinions(executor) {
      const rows = await executor.selectFrom('feedback').selectAll().orderBy('given_at_ms', 'desc').execute();
      return rows.map(({ entry_id, version, liked, words, given_at_ms }) => ({
        entryId: entry_id,
        version,
        liked: liked === 1,
        words,
        givenAtMs: given_at_ms,
      }));
    },

    async countUnanswered(executor, day, { kind, topic }) {
      await executor
        .insertInto('unanswered')
        .values({ day, kind, topic, count: 1 })
        .onConflict((conflict) =>
          conflict
            .columns(['day', 'kind', 'topic'])
            .doUpdateSet((column) => ({ count: column('unanswered.count', '+', 1) })),
        )
        .execute();
    },

    async listUnanswered(executor) {
      const rows = await executor
        .selectFrom('unanswered')
        .selectAll()
        .orderBy('day', 'desc')
        .orderBy('count', 'desc')
        .orderBy('topic')
        .execute();
      return rows.map((row) => ({ ...row, kind: row.kind as Unanswered['kind'] }));
    },
  };
}
