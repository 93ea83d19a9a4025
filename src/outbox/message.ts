/**
 * The outbox: every message that the bot sends on its own goes through it. A use case enqueues rows in the transaction
 * of the change they tell about, so that no change is silent and nothing is told that did not happen; the dispatcher
 * (dispatcher.ts) delivers them through the {@link Courier}, later, again if need be, and possibly from another process.
 *
 * Words: a *recipient* is who should get it, an *address* where Teams reaches them, a *subject* the thing whose card is
 * posted once at a recipient and updated in place from then on. A row names a card and ids; what it says is rendered
 * when it is sent, so that a late card tells the state of now.
 */

/** A `requester` is a Teams user of a partner; a `person` and a `queue` are ids of the directory. */
export type Recipient =
  | { readonly kind: 'requester'; readonly userId: string }
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'queue'; readonly queueId: string };

/** One text for a recipient, the same for equal ones. */
export function recipientKey(recipient: Recipient): string {
  switch (recipient.kind) {
    case 'requester':
      return `requester:${recipient.userId}`;
    case 'person':
      return `person:${recipient.personId}`;
    case 'queue':
      return `queue:${recipient.queueId}`;
  }
}

/** Undefined for a kind that this version doesn't know. */
export function parseRecipient(key: string): Recipient | undefined {
  const colon = key.indexOf(':');
  const [kind, id] = [key.slice(0, colon), key.slice(colon + 1)];
  switch (kind) {
    case 'requester':
      return { kind, userId: id };
    case 'person':
      return { kind, personId: id };
    case 'queue':
      return { kind, queueId: id };
    default:
      return undefined;
  }
}

/** What to deliver. `post` is a new message, `update` replaces the subject's card where it stands. */
export interface OutboxMessage {
  readonly kind: 'post' | 'update';
  readonly subject: string;
  readonly to: Recipient;
  readonly card: string;
  /** Ids and short words that the card is rendered from; never texts of people. */
  readonly args: Readonly<Record<string, string>>;
}

/**
 * `pending` waits for its turn, `leased` is a dispatcher's, `sending` a post that may be on the wire, `waiting` has no
 * address yet, `unsure` is a post that may or may not have arrived: it waits for somebody to decide. `unreadable` was
 * written by another version or can't be rendered: it's set aside until somebody decides. Final: `delivered`;
 * `seen` (somebody decided that it is there); `folded` (nothing left to say, or no card to update); `gone` (the card to
 * update is no more); `failed` (given up).
 */
export const ROW_STATES = [
  ...(['pending', 'leased', 'sending', 'waiting', 'unsure', 'unreadable'] as const),
  ...(['delivered', 'seen', 'folded', 'gone', 'failed'] as const),
] as const;
export type RowState = (typeof ROW_STATES)[number];

export interface OutboxRow extends OutboxMessage {
  readonly id: string;
  readonly position: number;
  readonly state: RowState;
  readonly attempts: number;
  readonly nextAtMs: number;
  readonly leaseUntilMs: number | null;
  readonly activityId: string | null;
  readonly lastStatus: number | null;
  readonly createdAtMs: number;
}

/** What is known of a row that this version can't read. */
export interface UnreadableRow extends Pick<
  OutboxRow,
  'id' | 'subject' | 'attempts' | 'lastStatus' | 'createdAtMs'
> {
  readonly kind: string;
  readonly card: string;
  /** The recipient's kind, e.g. `queue`. */
  readonly toKind: string;
}

/** Thrown by who renders a row that this version will never be able to. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError';
}
