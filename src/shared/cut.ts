/**
 * Shortens text without splitting a character. What's kept is also short enough when spelled out: in the form in which
 * texts are compared (NFKC), one character can become eighteen, and all work on the text takes that much longer.
 */

/** The beginning of a text, at most `longest` long. */
export function cutStart(text: string, longest: number): string {
  const kept = text.slice(0, isInCharacter(text, longest) ? longest - 1 : longest);
  if (!isLongSpelled(kept, longest)) return kept;
  return kept.slice(0, measure(kept, longest));
}

/** The end of a text, at most `longest` long. */
export function cutEnd(text: string, longest: number): string {
  const from = Math.max(0, text.length - longest);
  const kept = text.slice(isInCharacter(text, from) ? from + 1 : from);
  if (!isLongSpelled(kept, longest)) return kept;
  const fits = measure(Array.from(kept).reverse(), longest);
  return fits === 0 ? '' : kept.slice(-fits);
}

/** Whether a text is longer than `longest`, either as written or spelled out. */
export function isLongSpelled(text: string, longest: number): boolean {
  return text.length > longest || text.normalize('NFKC').length > longest;
}

/** How much of the text fits, character by character. */
function measure(characters: Iterable<string>, longest: number): number {
  let [written, spelled] = [0, 0];
  for (const character of characters) {
    spelled += Math.max(character.length, character.normalize('NFKC').length);
    if (spelled > longest) break;
    written += character.length;
  }
  return written;
}

function isInCharacter(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1));
}
