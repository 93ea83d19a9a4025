import type { ProgrammeNames } from '../../knowledge/search/programme-names';
import { toWords } from '../../knowledge/search/words';

const ORDINALS = [
  /\b(?:1st|first|1|one|a)\b/i,
  /\b(?:2nd|second|2|two|b)\b/i,
  /\b(?:3rd|third|3|three|c)\b/i,
];
const LAST = /\blast\b/i;
const FRAME = new Set(
  'the a an i mean meant want take choose option number no one please pls that this it is about of thanks ok okay yes'.split(
    ' ',
  ),
);
const SHORT = 7;

/**
 * What was offered last and is now chosen in words: "the second one", "2", "the TPD one", or words that only one of the
 * offers holds. Undefined where the message says more than a choice, or fits several.
 */
export function findChosen(
  text: string,
  offered: readonly string[],
  names: Pick<ProgrammeNames, 'find' | 'remove'>,
): string | undefined {
  const words = toWords(text);
  if (offered.length === 0 || words.length > SHORT) return undefined;
  const rest = toWords(names.remove(text)).filter((word) => !FRAME.has(word));
  const programmes = names.find(text);
  if (programmes.length > 0 && rest.length === 0)
    return findOnly(offered, (offer) => programmes.some((id) => names.find(offer).includes(id)));
  if (rest.length > 1) return findOnly(offered, (offer) => holdsAll(offer, rest));
  const [word = words.find((one) => /^(?:1|one|a)$/.test(one)) ?? ''] = rest;
  if (LAST.test(word)) return offered.at(-1);
  const at = ORDINALS.findIndex((ordinal) => ordinal.test(word));
  return at === -1 ? findOnly(offered, (offer) => rest.length > 0 && holdsAll(offer, rest)) : offered[at];
}

function holdsAll(offer: string, words: readonly string[]): boolean {
  const held = new Set(toWords(offer));
  return words.every((word) => held.has(word));
}

function findOnly(offered: readonly string[], fits: (offer: string) => boolean): string | undefined {
  const found = offered.filter(fits);
  return found.length === 1 ? found[0] : undefined;
}
