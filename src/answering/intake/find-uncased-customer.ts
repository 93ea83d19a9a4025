/** Names that no capital shows: "for fabrikam", "customer wide world importers", or the bare answer to "which customer?". */
import {
  CONNECTOR_BEFORE,
  CUSTOMER_BEFORE,
  locate,
  NEVER_STARTS,
  READ_AROUND,
  VAGUE,
  type CustomerFound,
  type FindKnown,
} from './customer-context';
import { extendByForms, NUMBER_SIGN, type NameWord } from './name-words';

const MOST_LOWER_CASE_WORDS = 5;
const STOPS_LOWER_CASE =
  /^(?:plz|pls|please|its|it|it['’]s|on|about|in|with|by|before|until|till|next|this|asap|thx|thanks|from|to|for|at|is|they|we|w|i|who|which|that|where|via|through|using|wants?|needs?|has|have|are|was|will|would|can|could|should|regarding|re|so|but|because|if|when|as|my|our|your|their|his|her|us|me|you|or|not|need|due|around|after|within|during|auf|zu|bis|und|mit|sur|avant|avec|sobre|antes|su|entro|sobre|até|over|vóór|deal|opportunity|project|account|tender|rfp|rfi|bid|rollout|migration|today|tomorrow|now)$/iu;
const IS_SEASON = /^(?:spring|summer|autumn|fall|winter)$/iu;
const SAYS_NAME = /\b(?:is|called|named|name|ist)\s*[:=]?\s+$|[:=]\s*$/iu;

export interface UncasedFinder {
  findByConnector(text: string, words: readonly NameWord[], isCaseless: boolean): CustomerFound | null;
  findBare(text: string, words: readonly NameWord[]): CustomerFound | null;
}

export function createUncasedFinder({
  findKnown,
  isCommon,
  isOpener,
}: {
  readonly findKnown: FindKnown;
  readonly isCommon: (word: string) => boolean;
  readonly isOpener: (word: string) => boolean;
}): UncasedFinder {
  /** By what stands before it: "for fabrikam", "customer wide world importers". */
  const findByConnector = (
    text: string,
    words: readonly NameWord[],
    isCaseless: boolean,
  ): CustomerFound | null => {
    const found = findKnown(text);
    const isKnown = (word: NameWord) => found.some(({ from, to }) => word.from < to && word.to > from);
    for (const [at, first] of words.entries()) {
      const before = text.slice(Math.max(0, first.from - READ_AROUND), first.from);
      const isNamed = CUSTOMER_BEFORE.test(before);
      const isJoined = isNamed || CONNECTOR_BEFORE.test(before);
      // Of a list that is typed in small letters, an item that is no word of the language.
      const isItem = isCaseless && at > 0 && words[at - 1]?.closesGroup === true;
      if (!isJoined && !isItem) continue;
      if (!isCaseless && first.kind === 'name') continue;
      if (
        NEVER_STARTS.test(first.core) ||
        VAGUE.test(first.core) ||
        isKnown(first) ||
        !/^[\p{L}\d]/u.test(first.core) ||
        (/ing$/u.test(first.core) && isCommon(first.core))
      )
        continue;
      const run: NameWord[] = [];
      for (const word of words.slice(at)) {
        const isFigure =
          run.length > 0 && NUMBER_SIGN.test(run.at(-1)?.core ?? '') && /^\d{1,4}$/u.test(word.core);
        const isStop =
          !isFigure && (STOPS_LOWER_CASE.test(word.core) || isKnown(word) || word.kind === 'other');
        if (run.length > 0 && (word.opensGroup || isStop)) break;
        if (isStop || run.length >= MOST_LOWER_CASE_WORDS) break;
        run.push(word);
        if (word.closesGroup) break;
      }
      while (run.at(-1)?.kind === 'joint' || /^(?:and|of|the)$/u.test(run.at(-1)?.core ?? '')) run.pop();
      const last = run.at(-1);
      if (last === undefined) continue;
      const to = extendByForms(text, last.to);
      const name = dropOwner(text.slice(first.from, to), text.slice(to));
      const isStrange = run.some(({ core }) => !isCommon(core.toLowerCase().replace(/['’]s?$/u, '')));
      const fits =
        isItem && !isJoined
          ? run.every(({ core }) => !isCommon(core.toLowerCase()))
          : (isCaseless && SAYS_NAME.test(before)) || isStrange;
      if (fits && name.length > 2 && !IS_SEASON.test(name))
        return { name, from: first.from, to: first.from + name.length };
    }
    return null;
  };

  /** The answer to "which customer?": a name and nothing else. */
  const findBare = (text: string, words: readonly NameWord[]): CustomerFound | null => {
    const [first] = words;
    const name = text.trim().replace(/[.!]+$/u, '');
    const isName = words.some(({ core, kind }) => kind === 'name' || !isCommon(core.toLowerCase()));
    const isNothingElse =
      first !== undefined &&
      words.length <= MOST_LOWER_CASE_WORDS &&
      !/[?:]/u.test(text) &&
      !words.some(({ core, kind }) => kind === 'other' || isOpener(core) || STOPS_LOWER_CASE.test(core)) &&
      !NEVER_STARTS.test(first.core) &&
      findKnown(text).length === 0;
    return isNothingElse && isName ? locate(text, name, 0) : null;
  };

  return { findByConnector, findBare };
}

function dropOwner(name: string, after: string): string {
  return /^\s*(?:$|[^\s\p{L}\p{N}]|(?:next|this|in|on|at|by|and|to|for|about|with)\b)/u.test(after)
    ? name
    : name.replace(/['’]s?$/u, '');
}
