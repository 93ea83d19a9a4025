/**
 * Whether a text can tell something at all, as an id or a single name cannot. Not every language puts spaces between its
 * words, and people can write without any.
 */
export function canTell(text: string): boolean {
  return /\S\s+\S/.test(text) || JOINED_WORDS.test(text) || OTHER_SCRIPT.test(text);
}

/** Three words with other characters between them; digits are none of those, as ids are full of them. */
const JOINED_WORDS = /(?<!\p{L})(?:\p{L}{2,}[^\p{L}\p{N}]+){2}\p{L}{2,}/u;
const OTHER_SCRIPT = /[^\P{L}\p{Script=Latin}]{4}/u;
