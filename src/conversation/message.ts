import type { RenderedCard } from '../../cards/define-card';
import type { Address } from '../outbox/courier';

/** Who wrote or pressed, as Teams authenticated them. Everything here was checked by the edge, nothing is a claim. */
export interface Actor {
  /** Teams' id in this bot's eyes (`29:...`). */
  readonly userId: string;
  readonly aadObjectId: string | null;
  readonly name: string;
  /** Tenant of the conversation; a guest's is the host's. */
  readonly tenantId: string | null;
  /** Asks Teams for the person's own mail address or UPN (`#EXT#` decoded); null when Teams will not say. */
  readonly findMail: () => Promise<string | null>;
}

export interface ChannelMember {
  readonly aadObjectId: string | null;
  readonly mail: string | null;
  readonly name: string;
}

/** Where it was said. */
export type Place =
  | { readonly kind: 'personal'; readonly address: Address }
  | { readonly kind: 'group'; readonly address: Address }
  | {
      readonly kind: 'channel';
      readonly address: Address;
      readonly teamId: string | null;
      /** The names of team and channel; each null when Teams will not say. */
      readonly findNames: () => Promise<{ readonly team: string | null; readonly channel: string | null }>;
      /** The channel's roster as Teams tells it. Rejects when Teams will not say. */
      readonly listMembers: () => Promise<readonly ChannelMember[]>;
    };

/** One message of a person: plain text, mentions of the bot removed, HTML decoded by the edge. */
export interface IncomingMessage {
  readonly actor: Actor;
  readonly place: Place;
  readonly text: string;
}

/** One button press or form: `data` is what the card sent and is not to be believed before its schema said yes. */
export interface IncomingAction {
  readonly actor: Actor;
  readonly place: Place;
  readonly data: unknown;
  /** The activity that carried the pressed card, to be replaced by its outcome; null where Teams did not say. */
  readonly cardActivityId: string | null;
}

/** What goes back in the same turn. `replace` puts it in place of the pressed card, `send` below the message. */
export interface Outgoing {
  readonly mode: 'send' | 'replace';
  readonly text?: string;
  readonly card?: RenderedCard;
  /** What a question was understood to be about; for evaluation and insights. */
  readonly topic?: string;
}

/** The one door: Teams, the terminal and the tests all come in here. Never throws: a failure is a problem card. */
export interface PartnerDesk {
  onMessage(message: IncomingMessage): Promise<readonly Outgoing[]>;
  onAction(action: IncomingAction): Promise<readonly Outgoing[]>;
  onInstalled(actor: Actor | null, place: Place): Promise<readonly Outgoing[]>;
  /** Nobody can be reached there any more, and what was said there is forgotten. */
  onUninstalled(place: Place): Promise<void>;
}
