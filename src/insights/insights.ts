/**
 * Insights: how people rated answers, and what wasn't answered, for the people who own the content. An *opinion* is one
 * person's rating of one entry. Teams doesn't store which entries a message showed, so that's kept here under the
 * message's ID.
 *
 * It stores no name, no ID of a person or a chat, and nothing of what they asked. A keyed hash of person and message
 * together identifies a rating. It only tells a second press from a second person.
 */
import type { Database } from '../db/database';
import type { Clock } from '../shared/clock';
import { report, type InsightsReport } from './report';
import type { InsightsStore, ShownEntry, Unanswered } from './store';
import { cutStart } from '../shared/cut';

/** A message from the bot, by the IDs that Teams gave it. */
export interface MessageId {
  readonly conversationId: string;
  readonly activityId: string;
}

export interface Rating {
  readonly liked: boolean;
  /** What the person chose to write. Before that, they were asked whether it may be kept. */
  readonly words: string | null;
}

export interface Insights {
  rememberShownEntries(message: MessageId, shownEntries: readonly ShownEntry[]): Promise<void>;
  /**
   * Rates each of the given entries, or else each entry that the message is known to have shown. `unknown`: the message
   * isn't one of our answers, or it's too old.
   */
  rate(
    message: MessageId,
    userId: string,
    rating: Rating,
    shownEntries?: readonly ShownEntry[],
  ): Promise<'stored' | 'unknown'>;
  countUnanswered(unanswered: Unanswered): Promise<void>;
  report(): Promise<InsightsReport>;
}

export interface InsightsDependencies {
  readonly database: Database;
  readonly store: InsightsStore;
  readonly clock: Clock;
  /** A hash that nobody can try IDs against without this database. */
  readonly hash: (words: string) => Promise<string>;
}

export const LONGEST_WORDS = 500;

export function createInsights({ database, store, clock, hash }: InsightsDependencies): Insights {
  return {
    async rememberShownEntries(message, shownEntries) {
      await store.saveShownEntries(
        database.direct,
        await hash(nameMessage(message)),
        shownEntries,
        clock.nowMs(),
      );
    },

    async rate(message, userId, { liked, words }, given) {
      const key = await hash(nameMessage(message));
      const shownEntries = given ?? (await store.findShownEntries(database.direct, key));
      if (shownEntries.length === 0) return 'unknown';
      const keys = { message: key, rating: await hash(nameRating(key, userId)) };
      const kept = words === null ? null : cutStart(words.trim(), LONGEST_WORDS) || null;
      const givenAtMs = clock.nowMs();
      await database.transaction(async (executor) => {
        for (const [index, entry] of shownEntries.entries()) {
          // Words written about two entries are stored once, with the entry that was asked about first.
          const opinion = { ...entry, liked, words: index === 0 ? kept : null, givenAtMs };
          await store.saveOpinion(executor, keys, opinion);
        }
      });
      return 'stored';
    },

    countUnanswered(unanswered) {
      const day = new Date(clock.nowMs()).toISOString().slice(0, 10);
      return store.countUnanswered(database.direct, day, unanswered);
    },

    async report() {
      const opinions = await store.listOpinions(database.direct);
      return report(opinions, await store.listUnanswered(database.direct));
    },
  };
}

/** A thread and its channel count as one conversation here. */
function nameMessage({ conversationId, activityId }: MessageId): string {
  return `message:${conversationId.split(';')[0] ?? conversationId}|${activityId}`;
}

/** The name of a rating before it's hashed. A search for a person's ratings needs it, too. */
export function nameRating(messageKey: string, userId: string): string {
  return `rating:${messageKey}|${userId}`;
}
