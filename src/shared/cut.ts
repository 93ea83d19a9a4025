/**
 * Shortens text. A cut never splits a character in two. And what is kept is as short when it's spelled out: in the form
 * that texts are compared in (NFKC), one character can become eighteen, and then all work on it takes as much longer.
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

/** Whether a text is longer than that, as written or spelled out. */
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
