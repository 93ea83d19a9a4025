import { decode } from 'html-entities';
import { cutEnd, cutStart, isLongSpelled } from '../shared/cut';

/**
 * A person's words as plain text on one line, without markup, mentions and decoration. Everything in it is text,
 * nothing is an instruction.
 */
const MAX_CHARACTERS = 900;
const MARKUP_SCANNED = 40_000;
/** Control characters but tab and line ends, and halves of characters. */
const UNREADABLE = /[^\P{Cc}\t\n\r]|\p{Surrogate}/gu;

export function toPlainText(raw: string): string {
  return shorten(
    stripMarkup(raw)
      .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

/**
 * The words without tags, entities decoded, in composed form; lines stay. A mention that is left addresses the bot: the
 * edge has put names in place of the others. Each pattern is bounded, however long the text.
 */
export function stripMarkup(raw: string): string {
  const bare = cutStart(raw, MARKUP_SCANNED)
    .replace(/<(script|style)\b[^<]{0,20000}<\/\1>/gi, ' ')
    .replace(/<at\b[^<>]{0,200}>[^<]{0,200}<\/at>/gi, ' ')
    .replace(/<br\b[^<>]{0,200}>|<\/(?:p|div|li|blockquote|tr|h[1-6])>/gi, '\n')
    .replace(/<\/?[a-z!][^<>]{0,2000}>/gi, ' ');
  // An entity can stand for a character that is longer than itself.
  return cutStart(decode(bare, { scope: 'strict' }).replace(UNREADABLE, ' '), MARKUP_SCANNED).normalize(
    'NFC',
  );
}

/** Of a text that is too long, the beginning and the end: people ask first or last, and paste in between. */
function shorten(text: string): string {
  if (!isLongSpelled(text, MAX_CHARACTERS)) return text;
  const half = MAX_CHARACTERS / 2;
  return `${cutStart(text, half)} … ${cutEnd(text, half)}`;
}

/** False for what holds no word at all: empty, emoji, punctuation, template brackets around numbers. */
export function hasWords(text: string): boolean {
  return /\p{L}{2,}/u.test(text);
}
