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
 * The one door: Teams, the terminal and the tests all come in here. A failure rejects, with an AppError if it's
 * expected; guard.ts turns it into an apology.
 */
export interface PartnerDesk {
  onMessage(message: IncomingMessage): Promise<readonly Outgoing[]>;
  onAction(action: IncomingAction): Promise<readonly Outgoing[]>;
  /** A message was put into the conversation, and Teams knows it as `activityId`. */
  onPosted(place: Place, activityId: string, message: Outgoing): Promise<void>;
  /** A message with news was sent, and its ID is `id`. */
  onSent(place: Place, id: string, message: Outgoing): Promise<void>;
  /** Teams didn't take these in time, and will repeat the turn. */
  onUnsent(place: Place, outgoing: readonly Outgoing[]): Promise<void>;
  onFeedback(actor: Actor, place: Place, feedback: IncomingFeedback): Promise<readonly Outgoing[]>;
  /** Which answer stands under which question, where several people read. */
  readonly threads: ThreadAnswers;
  /** One page of what these words find. */
  onLookup(query: LookupQuery): Promise<readonly LookupResult[]>;
  /** One entry, rule or term to post, by its ID; null if there is none or the person isn't admitted. */
  onEntry(actor: Pick<Actor, 'tenantId'>, botId: string, id: string): Promise<LookupResult | null>;
  /** Its title, for a link that leads to the chat; null if there is none. */
  nameEntry(id: string): string | null;
  /** An answer about a message, and whether it may be posted; the message itself is kept nowhere. */
  onAskAbout(message: ChosenMessage): Promise<readonly Outgoing[]>;
  /** The form of a request, filled with what the message told. */
  onRequestFrom(message: ChosenMessage): Promise<readonly Outgoing[]>;
  /** The language tag of the client that somebody used last; null if unknown. */
  findLocale(userId: string): Promise<string | null>;
  /** A channel or its team may have a new name; null for an unknown name. */
  onNamed(
    place: Place,
    names: { readonly team: string | null; readonly channel: string | null },
  ): Promise<void>;
  onInstalled(actor: Actor | null, place: Place): Promise<readonly Outgoing[]>;
  /** A team or channel is back: messages can be delivered there again. */
  onRestored(place: Place): Promise<void>;
  /** The bot can't reach anybody there any more, so it forgets that conversation. */
  onUninstalled(place: Place): Promise<void>;
}
