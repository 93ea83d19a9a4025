/** A message's words for the commands: mentions and tags gone, entities decoded, spaces folded within lines. */
export function readWords(text: string): string {
  return text
    .replace(/<at[^>]*>[^<]*<\/at>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/gi, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}
