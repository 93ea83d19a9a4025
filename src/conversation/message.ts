import type { ReplyDoor } from '../answering/replying/find-door';
import type { RenderedCard } from '../../cards/define-card';
import type { ShownCard, ShownList } from '../engagement/delivery/request-cards';
import type { ShownEntry } from '../insights/store';
import type { Address } from '../outbox/courier';
import type { Citation } from './answers/citations';

/**
 * The person who wrote or pressed, as Teams authenticated them. The edge has checked everything here, nothing is a mere
 * claim.
 */
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

/** The place of the message or press. */
export type Place = PlaceKind & {
  /** Teams' ID of the message; for the log. */
  readonly activityId?: string;
  /** The client shows a message's text and card together, and can cite sources in the text. */
  readonly citesText: boolean;
  /** The client has its own buttons for rating an answer, so the card needs none. */
  readonly ratesItself: boolean;
};

type PlaceKind =
  | { readonly kind: 'personal'; readonly address: Address }
  | { readonly kind: 'group'; readonly address: Address }
  /** A dialog that was opened outside 1:1: only who opened it sees it. `address` is where, not where they are reached. */
  | { readonly kind: 'dialog'; readonly address: Address }
  | {
      readonly kind: 'channel';
      readonly address: Address;
      /** The message that began the thread, by Teams' id. */
      readonly threadId?: string;
      /** The names of team and channel; each null when Teams will not say. */
      readonly findNames: () => Promise<{ readonly team: string | null; readonly channel: string | null }>;
      /** The channel's roster as Teams tells it. Rejects when Teams will not say. */
      readonly listMembers: () => Promise<readonly ChannelMember[]>;
    };

/** A person that a message mentions. Their name is in the text; this says whose name it is. */
export type MentionedPerson = Omit<Actor, 'tenantId'>;

/** What a message without words holds: nothing of it is read. */
export type Besides = 'file' | 'picture' | 'recording' | 'card' | 'quote' | 'reaction';

/** The new words of one message: without mentions of the bot and quotes, perhaps with markup. */
export interface IncomingMessage {
  readonly actor: Actor;
  readonly place: Place;
  readonly text: string;
  readonly mentioned?: readonly MentionedPerson[];
  readonly besides?: Besides | null;
  /** An edited message: it gets a new answer, but nothing is done because of it. */
  readonly isEdit?: boolean;
}

/** One button press or form: `data` is what the card sent. Don't trust it before its schema has accepted it. */
export interface IncomingAction {
  readonly actor: Actor;
  readonly place: Place;
  readonly data: unknown;
  /** The activity that carried the pressed card, to be replaced by its outcome; null where Teams did not say. */
  readonly cardActivityId: string | null;
  /** It was pressed in a dialog, which must show an answer. */
  readonly inDialog?: boolean;
}

/** Where others read along. */
export function isShared({ kind }: Place): boolean {
  return kind === 'channel' || kind === 'group';
}

/** Words that somebody types to find something to post; `skip` and `count` are its page. */
export interface LookupQuery {
  readonly actor: Actor;
  readonly place: Place;
  readonly words: string;
  readonly skip: number;
  readonly count: number;
}

/** One search result and the card that it posts. Everybody can read that card, even without the app. */
export interface LookupResult {
  readonly title: string;
  readonly text: string;
  readonly card: RenderedCard;
}

/** What a dialog is opened with: a message that somebody chose, with its markup. */
export interface ChosenMessage {
  readonly actor: Actor;
  readonly place: Place;
  readonly text: string;
}

/**
 * The result of a turn. `replace` puts it in place of the pressed card, `send` below the message. `insert` puts it into
 * the message that the person is writing, if they press in a dialog that supports this, and otherwise below.
 */
export interface Outgoing {
  readonly mode: 'send' | 'replace' | 'insert';
  readonly text?: string;
  readonly card?: RenderedCard;
  /** The topic that a question was understood to be about; for evaluation and insights. */
  readonly topic?: string;
  /** Where a reply sends the person; for evaluation. */
  readonly door?: ReplyDoor;
  /** The entries that can be rated; `id` names the answer until the client has given it one. */
  readonly answer?: RatedAnswer;
  /** The sources that the text cites by number. */
  readonly citations?: readonly Citation[];
  /** Sent once per conversation: if it doesn't arrive, it's sent again when the turn is repeated. */
  readonly isSaidOnce?: boolean;
  /** The step of a guide: it's retired when the guide continues in another card. */
  readonly isGuide?: boolean;
  /** Replaces the card of an earlier message, by Teams' id; where that can't be done nothing is sent. */
  readonly updates?: string;
  /** A model wrote this, not the owners of the content. */
  readonly byModel?: boolean;
  /** It's a request, or a form of one, and changes with it from now on. */
  readonly shows?: ShownCard;
  /** It's a list of requests, with names that may become confidential. */
  readonly lists?: ShownList;
  /** The name by which a press on this card may replace it where others read; see shared-cards.ts. */
  readonly stands?: string;
}

export interface RatedAnswer {
  readonly id: string;
  readonly shownEntries: readonly ShownEntry[];
}

/** Somebody's rating of one of the bot's messages, by the client's own buttons. */
export interface IncomingFeedback {
  /** Null where the client does not say: then the latest answer of a 1:1 chat is meant. */
  readonly activityId: string | null;
  readonly liked: boolean;
  readonly words: string | null;
}
