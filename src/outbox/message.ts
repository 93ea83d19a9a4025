/**
 * The outbox: every message that the bot sends on its own goes through it. A use case enqueues rows in the same transaction
 * as its change, so that every change is reported and nothing is reported that didn't happen. The dispatcher
 * (dispatcher.ts) delivers them through the {@link Courier} later, with retries, possibly from another process.
 *
 * Words: a *recipient* should get the message, an *address* is where Teams reaches them, a *subject* is the thing whose card
 * is posted once per recipient and then updated in place. A row names a card and ids. It's rendered when it's sent, so a
 * late card shows the current state.
 */

/** A `requester` is a Teams user at a partner. A `person` and a `queue` are IDs from the directory. */
export type Recipient =
  | { readonly kind: 'requester'; readonly userId: string }
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'queue'; readonly queueId: string };

/** A text key for a recipient; equal recipients have equal keys. */
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

/** Undefined for an unknown kind. */
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

/** What to deliver. `post` is a new message, `update` replaces the subject's card in place. */
export interface OutboxMessage {
  readonly kind: 'post' | 'update';
  readonly subject: string;
  readonly to: Recipient;
  readonly card: string;
  /** IDs and keywords for rendering the card, and never text that people wrote. */
  readonly args: Readonly<Record<string, string>>;
  /** The cards that change together, such as all those about one request; left out if the card never changes. */
  readonly family?: string;
}

/**
 * `pending`: waits for its turn. `leased`: a dispatcher has it. `sending`: a post that may be on the wire. `waiting`: no
 * address yet. `unsure`: a post that may or may not have arrived; someone must decide. `unreadable`: another version wrote
 * it, or it can't be rendered; it's set aside until someone decides. Final states: `delivered`; `seen` (someone confirmed
 * that it arrived); `folded` (nothing left to say, or no card to update); `gone` (the card no longer exists); `failed`
 * (given up).
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

/** The readable parts of a row that this version can't read. */
export interface UnreadableRow extends Pick<
  OutboxRow,
  'id' | 'subject' | 'attempts' | 'lastStatus' | 'createdAtMs'
> {
  readonly kind: string;
  readonly card: string;
  /** The recipient's kind, e.g. `queue`. */
  readonly toKind: string;
}

/** Thrown when rendering a row that this version will never be able to render. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError';
}
