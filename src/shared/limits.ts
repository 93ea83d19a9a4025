/** What people may enter at most. The desk holds them to it, and the forms say so. */

export const LONGEST_TEXT = 2_000;
/** A customer's name, and the like. */
export const LONGEST_NAME = 120;
export const MOST_HOURS = 999;
