import { parseNumber } from '../../shared/request-number';

/** One person, with the ids and names that the tables know them by. */

/** How a person is looked up. For people outside our directory we store no mail address, only their account's hash. */
export type SubjectQuery =
  | { readonly kind: 'mail'; readonly mail: string }
  | { readonly kind: 'account'; readonly objectId: string; readonly accountKey: string }
  | { readonly kind: 'teams-user'; readonly userId: string }
  | { readonly kind: 'requester-of'; readonly number: number }
  | { readonly kind: 'person'; readonly personId: string };

export interface Subject {
  /** IDs from the directory. */
  readonly personIds: readonly string[];
  /** Teams' IDs for this bot (`29:…`). */
  readonly userIds: readonly string[];
  /** Entra object IDs. Only colleagues have them here. */
  readonly objectIds: readonly string[];
  readonly names: readonly string[];
  readonly mails: readonly string[];
  /** Their 1:1 conversations with the bot. */
  readonly conversationIds: readonly string[];
}

const OBJECT_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Reads the words for a person: a mail address or UPN, an Entra object ID, a Teams user ID, a request, or a directory
 * ID.
 */
export function readSubjectQuery(words: string, accountKey: string): SubjectQuery {
  const query = words.trim();
  // Plain digits may be an ID from the directory.
  const number = /^\d/.test(query) ? undefined : parseNumber(query);
  if (number !== undefined) return { kind: 'requester-of', number };
  if (query.includes('@')) return { kind: 'mail', mail: query.toLowerCase() };
  if (OBJECT_ID.test(query)) return { kind: 'account', objectId: query.toLowerCase(), accountKey };
  if (query.includes(':')) return { kind: 'teams-user', userId: query };
  return { kind: 'person', personId: query.toLowerCase() };
}

export function isNobody({ personIds, userIds }: Subject): boolean {
  return personIds.length + userIds.length === 0;
}

/** The person's recipients in the outbox. */
export function recipientsOf({ personIds, userIds }: Subject): string[] {
  return [...personIds.map((id) => `person:${id}`), ...userIds.map((id) => `requester:${id}`)];
}

/** The prefix of every pseudonym's ID. */
export const ERASED = 'erased-';

export function isErased(id: string): boolean {
  return id.startsWith(ERASED);
}
