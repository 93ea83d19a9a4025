/**
 * Insights: what people thought of answers, and what was not answered, for who owns the knowledge. *Told*: which
 * entries a message of ours held, each in which version; Teams stores none of that, so it is kept here by the message's
 * id. An *opinion* is one person's on one entry.
 *
 * No name, no id of a person or a chat, and no message of theirs is stored: who rated is a keyed hash of person and
 * message together, which tells a second press from a second person and nothing else.
 */
import type { Database } from '../db/database';
import type { Clock } from '../shared/clock';
import { report, type InsightsReport } from './report';
import type { InsightsStore, ShownEntry, Unanswered } from './store';
import { cutStart } from '../shared/cut';

/** A message of ours, by the ids that Teams gave. */
export interface MessageId {
  readonly conversationId: string;
  readonly activityId: string;
}

export interface Rating {
  readonly liked: boolean;
  /** What the person chose to write; whether it may be kept was asked before. */
  readonly words: string | null;
}

export interface Insights {
  rememberShownEntries(message: MessageId, shownEntries: readonly ShownEntry[]): Promise<void>;
  /**
   * Of each entry that the message told: of those given, or else of what is remembered of it. `unknown`: it is no answer of
   * ours, or too long ago.
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
  /** A hash that nobody without this database can try ids against. */
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
          // What was written about two entries stands once, with the one that was asked for first.
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

/** What is hashed to know that a person rated a message, for who has to find what they said. */
export function nameRating(messageKey: string, userId: string): string {
  return `rating:${messageKey}|${userId}`;
}
