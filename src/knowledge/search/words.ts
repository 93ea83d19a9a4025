/** Words as search sees them: lower case, without accents and punctuation, `'s` dropped. */
export function toWords(text: string): string[] {
  return plain(text).match(/[a-z0-9]+/g) ?? [];
}

/** Lower case, accents and curly quotes taken off, possessive `'s` dropped. Keeps punctuation. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’ʼ]/g, "'")
    .toLowerCase()
    .replace(/'s\b/g, '');
}

/** A pattern that finds a phrase of content as whole words, in any letter case; `*` ends a word openly. */
export function phrasePattern(phrases: readonly string[]): RegExp | null {
  const sources = [...phrases]
    .sort((a, b) => b.length - a.length)
    .map((phrase) =>
      phrase
        .trim()
        .split(/[\s-]+/)
        .map((word) => word.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '[\\p{L}\\p{N}]*'))
        .join('[\\s-]+'),
    );
  if (sources.length === 0) return null;
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join('|')})(?:['’]s)?(?![\\p{L}\\p{N}])`, 'giu');
}
