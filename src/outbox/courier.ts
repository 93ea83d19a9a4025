import type { AppError } from '../shared/app-error';
import type { RenderedCard } from '../../cards/define-card';

/**
 * Where Teams can reach a person or a channel, learned from an activity. `id` is the conversation's id
 * (a channel's is its General-channel or channel thread id, without `;messageid=`).
 */
export interface Address {
  readonly kind: 'personal' | 'group' | 'channel';
  readonly serviceUrl: string;
  readonly conversationId: string;
  readonly tenantId: string | null;
  /** The bot's own ID on that channel. */
  readonly botId: string;
  /** Teams' user id for a personal address, null elsewhere. */
  readonly userId: string | null;
  /** The channel's team, if Teams has sent it. */
  readonly teamId?: string;
  /** The language tag of the person's last client, e.g. `de-AT`; left out if several people read there. */
  readonly locale?: string;
}

/** One outgoing message. Mentions are `<at>Name</at>` in `text`, listed here with Teams' id. */
export interface OutboundMessage {
  readonly text?: string;
  readonly card?: RenderedCard;
  readonly mentions?: readonly { readonly userId: string; readonly name: string }[];
  /** The card stays as it's drawn now and isn't updated any more. */
  readonly isFinal?: boolean;
}

/**
 * What happened to a message. `delivered`: Teams returned an activity ID. `refused`: Teams rejected it, and a retry may
 * help. `throttled`: Teams rejected it and said how long to wait. `ambiguous`: it may or may not have arrived (a 5xx or
 * a reset after sending), so an update may be repeated but a post may not. `blocked`: the bot may not write there now
 * (403), for example in an archived team, but that can change. `gone`: the conversation or card doesn't exist (404).
 */
export type Delivery =
  | { readonly outcome: 'delivered'; readonly activityId: string }
  | { readonly outcome: 'ambiguous' | 'blocked' | 'gone'; readonly status: number | null }
  /** `problem` is a configuration error, for the log. */
  | { readonly outcome: 'refused'; readonly status: number | null; readonly problem?: AppError }
  | { readonly outcome: 'throttled'; readonly retryAfterMs: number };

/** Delivers proactive messages. Never throws: every failure is an outcome. Implemented in src/teams/outbound/courier.ts. */
export interface Courier {
  post(to: Address, message: OutboundMessage): Promise<Delivery>;
  update(to: Address, activityId: string, message: OutboundMessage): Promise<Delivery>;
}
