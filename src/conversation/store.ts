import type { Dialogue } from '../answering/dialogue';
import type { Executor } from '../db/database';
import type { Address } from '../outbox/courier';

/** What conversations need from the database; sql.ts implements it. */
export interface ConversationStore {
  /** The dialogue as it was left; undefined where none was kept. It may have aged: see `forgetOld`. */
  findDialogue(executor: Executor, conversationId: string): Promise<Dialogue | undefined>;
  saveDialogue(executor: Executor, conversationId: string, dialogue: Dialogue, nowMs: number): Promise<void>;
  /** Whether this is the first hello to the conversation; from then on it is not, for any process. */
  markWelcomed(executor: Executor, conversationId: string, nowMs: number): Promise<boolean>;
  /** The hello didn't arrive: the next one is the first again. */
  forgetWelcome(executor: Executor, conversationId: string): Promise<void>;

  /** Claims an activity for this process: `mine` if it's new, or if another process's lease ran out. */
  claimActivity(
    executor: Executor,
    key: string,
    nowMs: number,
    leaseUntilMs: number,
  ): Promise<'mine' | 'done' | 'under-way'>;
  renewActivity(executor: Executor, key: string, leaseUntilMs: number): Promise<void>;
  markActivityDone(executor: Executor, key: string, nowMs: number): Promise<void>;
  /** Forgets it, as if it had never been seen. */
  forgetActivity(executor: Executor, key: string): Promise<void>;
  /** Forgets those that were seen longer ago than `lifeMs`, or before the clock was set back. */
  dropOldActivities(executor: Executor, nowMs: number, lifeMs: number): Promise<void>;
  /** Where the answer to a question stands; `question` names it by a hash of its ids. */
  saveAnswer(
    executor: Executor,
    answer: { readonly question: string; readonly address: Address; readonly answerId: string },
    nowMs: number,
  ): Promise<void>;
  findAnswer(executor: Executor, question: string): Promise<string | null>;
  forgetAnswer(executor: Executor, question: string): Promise<void>;
  /** As if nothing had ever been said there, hello included. */
  forgetConversation(executor: Executor, conversationId: string): Promise<void>;
}
