import { stripMarkup } from '../../answering/plain-text';

/** A message's words for the commands: markup gone, spaces folded within lines. */
export function readWords(text: string): string {
  return stripMarkup(text)
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}
