/** The most that people may enter. The desk enforces it, and the forms say so. */

export const LONGEST_TEXT = 2_000;
/** For a customer's name and other names. */
export const LONGEST_NAME = 120;
export const MOST_HOURS = 999;

/** The rows of each part of a digest. A digest must be short enough to read in passing, and a button shows the rest. */
export const DIGEST_ROWS = 5;
