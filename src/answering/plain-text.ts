/**
 * What a person wrote, as plain text: markup, mentions and decoration taken off, white space in one line. Everything in
 * it is text and nothing is an instruction.
 */
const MAX_CHARACTERS = 900;
const MARKUP_SCANNED = 40_000;
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ndash: '–',
  mdash: '—',
  rsquo: '’',
  lsquo: '‘',
  hellip: '…',
};

export function toPlainText(raw: string): string {
  return shorten(
    stripMarkup(raw)
      .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

/** The words without mentions and tags, entities decoded; lines stay. Each pattern is bounded, however long the text. */
export function stripMarkup(raw: string): string {
  return raw
    .slice(0, MARKUP_SCANNED)
    .replace(/<at\b[^<>]{0,200}>[^<]{0,200}<\/at>/gi, ' ')
    .replace(/<(script|style)\b[^<]{0,20000}<\/\1>/gi, ' ')
    .replace(/<\/?[a-z!][^<>]{0,2000}>/gi, ' ')
    .replace(
      /&(#\d{1,6}|#x[\da-f]{1,5}|[a-z]{2,8});/gi,
      (whole, name: string) => decodeEntity(name) ?? whole,
    );
}

function decodeEntity(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 31 && code < 0x11_0000 && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ' ';
}

/** Of a text that is too long, the beginning and the end: people ask first or last, and paste in between. */
function shorten(text: string): string {
  if (text.length <= MAX_CHARACTERS) return text;
  const half = MAX_CHARACTERS / 2;
  return `${text.slice(0, half)} … ${text.slice(-half)}`;
}

/** False for what holds no word at all: empty, emoji, punctuation, template brackets around numbers. */
export function hasWords(text: string): boolean {
  return /\p{L}{2,}/u.test(text);
}
