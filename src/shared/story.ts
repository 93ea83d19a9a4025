/**
 * Whether a text is long enough to describe something, unlike an ID or a single name. Some languages put no spaces
 * between words, and people can also leave them out.
 */
export function canTell(text: string): boolean {
  return /\S\s+\S/.test(text) || JOINED_WORDS.test(text) || OTHER_SCRIPT.test(text);
}

/** Three words with other characters between them. Digits don't count as such, because IDs are full of them. */
const JOINED_WORDS = /(?<!\p{L})(?:\p{L}{2,}[^\p{L}\p{N}]+){2}\p{L}{2,}/u;
const OTHER_SCRIPT = /[^\P{L}\p{Script=Latin}]{4}/u;
