import type { ThreadAnswers } from './channel/thread-answers';
import type {
  Actor,
  ChosenMessage,
  IncomingAction,
  IncomingFeedback,
  IncomingMessage,
  LookupQuery,
  LookupResult,
  Outgoing,
  Place,
} from './message';

/**
 * The one door: Teams, the terminal and the tests all come in here. What fails rejects, with an AppError if it's expected;
 * guard.ts turns it into an apology.
 */
export interface PartnerDesk {
  onMessage(message: IncomingMessage): Promise<readonly Outgoing[]>;
  onAction(action: IncomingAction): Promise<readonly Outgoing[]>;
  /** A message was put into the conversation, and Teams knows it as `activityId`. */
  onPosted(place: Place, activityId: string, message: Outgoing): Promise<void>;
  /** A message that tells something was sent, and is known as `id`. */
  onSent(place: Place, id: string, message: Outgoing): Promise<void>;
  /** Teams didn't take these in time, and will repeat the turn. */
  onUnsent(place: Place, outgoing: readonly Outgoing[]): Promise<void>;
  onFeedback(actor: Actor, place: Place, feedback: IncomingFeedback): Promise<readonly Outgoing[]>;
  /** Which answer stands under which question, where several people read. */
  readonly threads: ThreadAnswers;
  /** What is to be found by these words; its own page. */
  onLookup(query: LookupQuery): Promise<readonly LookupResult[]>;
  /** One entry, rule or term to post, by its id; null if there is none, and for people who aren't admitted. */
  onEntry(actor: Pick<Actor, 'tenantId'>, botId: string, id: string): Promise<LookupResult | null>;
  /** What it is called, for a link that leads to the chat; null when there is none. */
  nameEntry(id: string): string | null;
  /** An answer about a message, and whether it may be posted; the message itself is kept nowhere. */
  onAskAbout(message: ChosenMessage): Promise<readonly Outgoing[]>;
  /** The form of a request, filled with what the message told. */
  onRequestFrom(message: ChosenMessage): Promise<readonly Outgoing[]>;
  /** The language tag of the client that somebody wrote from before; null where none is known. */
  findLocale(userId: string): Promise<string | null>;
  /** A channel or its team may be called something else now; null for a name that is not known. */
  onNamed(
    place: Place,
    names: { readonly team: string | null; readonly channel: string | null },
  ): Promise<void>;
  onInstalled(actor: Actor | null, place: Place): Promise<readonly Outgoing[]>;
  /** A team or channel is back: messages can be delivered there again. */
  onRestored(place: Place): Promise<void>;
  /** Nobody can be reached there any more, and what was said there is forgotten. */
  onUninstalled(place: Place): Promise<void>;
}
