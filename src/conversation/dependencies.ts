import type { Periods } from '../../cards/privacy';
import type { Language } from '../../cards/words/languages';
import type { Answerer } from '../answering/dialogue';
import type { Database } from '../db/database';
import type { Directory } from '../directory/directory';
import type { EngagementDesk } from '../engagement/desk';
import type { Insights } from '../insights/insights';
import type { Content } from '../knowledge/model/content';
import type { Lookup } from '../answering/lookup';
import type { Outbox } from '../outbox/outbox';
import type { Clock } from '../shared/clock';
import type { FairQueue } from '../shared/fair-queue';
import type { NewId } from '../shared/ids';
import type { Log } from '../shared/log';
import type { Admission } from './admission/admission';
import type { ConversationStore } from './store';

/** Everything that a conversation needs. */
export interface ConversationDependencies {
  readonly admission: Admission;
  readonly content: Content;
  readonly answerer: Answerer;
  readonly lookup: Lookup;
  readonly desk: EngagementDesk;
  readonly directory: Directory;
  readonly outbox: Outbox;
  readonly insights: Insights;
  readonly database: Database;
  readonly store: ConversationStore;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
  /** Notes which Entra account a Teams user has, so that their data can be found when they ask for it. */
  readonly rememberAccount: (teamsUserId: string, objectId: string) => Promise<void>;
  /** The organisation's language, for channels and for people whose own language is unknown. */
  readonly defaultLanguage: Language;
  /** How long a conversation is remembered, in milliseconds; at most MAX_TURN_AGE_MS. */
  readonly dialogueLifeMs: number;
  /** The retention periods that the bot tells people who ask. */
  readonly periods: Periods;
  /** Each turn runs in it and counts for the person who wrote or pressed. */
  readonly turns: FairQueue;
  /** The base of the entries' own addresses; null if they have none. */
  readonly publicUrl: string | null;
}
