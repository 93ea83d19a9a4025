/** What the tagger says of each word. */

/** What a word belongs to: nothing, a customer, somebody else, or a customer that corrects an earlier one. */
export const ROLES = ['customer', 'other', 'instead'] as const;
export type NameRole = (typeof ROLES)[number];

/** Outside, then begin and inside of each role. */
export const LABELS = 1 + 2 * ROLES.length;

/** The label with which a name of each role begins; the next one is inside it. */
export const BEGINS: Readonly<Record<NameRole, number>> = { customer: 1, other: 3, instead: 5 };
