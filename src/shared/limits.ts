/** What people may enter at most. The desk holds them to it, and the forms say so. */

export const LONGEST_TEXT = 2_000;
/** A customer's name, and the like. */
export const LONGEST_NAME = 120;
export const MOST_HOURS = 999;

/** The rows of each part of a digest. More are one press away: it must be short enough to be read in passing. */
export const DIGEST_ROWS = 5;
