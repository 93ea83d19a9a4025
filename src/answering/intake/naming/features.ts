/**
 * What the tagger sees of each word: the word itself and its shape, what the content and the languages know of it, and
 * what is around it. A feature is a short text; the tagger only knows its hash.
 */
import { plain } from '../../../knowledge/search/words';
import type { WordClass } from '../../../knowledge/embed/word-classes';
import { MONTH, WEEKDAY } from '../date-words';
import type { Token } from './tokens';

export interface WordKnowledge {
  /** What the content calls something, with its kind: an area, a service, our people. */
  listKnown(text: string): readonly KnownSpan[];
  /** Whether it is a word of everyday language, by its small letters. */
  isCommon(word: string): boolean;
  /** What finds the English of a word, for the language that these small words are in. */
  findReader(words: readonly string[]): (word: string) => string | undefined;
  /** Undefined where the word isn't known. */
  findClass(word: string): WordClass | undefined;
}

export interface KnownSpan {
  readonly kind: string;
  readonly from: number;
  readonly to: number;
}

interface Seen {
  /** As it is written. */
  readonly own: string;
  /** In English, as far as a dictionary has it. */
  readonly word: string;
  readonly rarity: string;
  readonly shape: string;
  readonly kind: string;
  readonly cls: string;
  readonly sort: string;
  readonly isNameLike: boolean;
  readonly label: string;
  readonly isQuoted: boolean;
  readonly startsSentence: boolean;
  readonly startsItem: boolean;
  readonly isGlued: boolean;
  readonly isMark: boolean;
}

const FORM =
  /^(?:inc|incorporated|ltd|limited|llc|llp|lp|plc|corp|corporation|gmbh|mbh|ag|se|kg|kgaa|ohg|ug|eg|e\.k|e\.v|bv|b\.v|nv|n\.v|sa|s\.a|sas|sarl|spa|s\.p\.a|srl|s\.r\.l|sl|s\.l|slu|lda|ltda|oy|oyj|ab|as|asa|aps|pty|pte|kk|k\.k|zrt|kft|s\.r\.o|a\.s|d\.o\.o|o\.o|ооо|оао|ао|зао|αε|co|company|株式会社|有限会社)$/iu;
const JOINT =
  /^(?:and|&|\+|of|the|de|du|des|da|do|das|dos|del|della|di|la|le|les|el|los|las|van|von|vom|und|der|den|het|ter|ten|y|e|et|i|zu|for|für)$/iu;
const DATE = new RegExp(`^(?:${MONTH}|${WEEKDAY}|q[1-4]|kw|cw)$`, 'iu');
const REQUEST = /^pd[-‐–—]?\d+$/iu;
const ENDS_SENTENCE = /^(?:[.!?\n。！？]|)$/u;
const ENDS_ITEM = /^[,;:|\n/=>()–—•\-。、：]$/u;
const OPENS_QUOTE = /^["“„«'‘「『]$/u;
const CLOSES_QUOTE = /^["”“»'’」』]$/u;

/** The features of each token. `isAsked`: the text answers "Which customer?". */
export function describeTokens(
  text: string,
  tokens: readonly Token[],
  knowledge: WordKnowledge,
  isAsked: boolean,
): string[][] {
  const known = knowledge.listKnown(text);
  const mode = findMode(tokens, known);
  const seen = look(tokens, known, knowledge, mode);
  return tokens.map((_, at) => describe(seen, at, mode, isAsked));
}

/** How much letter case says: nothing in a text that is all lower case, all upper case or All In Title Case. */
function findMode(tokens: readonly Token[], known: readonly KnownSpan[]): string {
  const words = tokens.filter(
    ({ text, from }) =>
      /^[\p{Lu}\p{Ll}]\p{L}/u.test(text) && !known.some((span) => from >= span.from && from < span.to),
  );
  const large = words.filter(({ text }) => /^\p{Lu}/u.test(text)).length;
  const whole = words.filter(({ text }) => /^[^\p{Ll}]+$/u.test(text)).length;
  if (large === 0) return 'small';
  if (words.length >= 4 && whole / words.length > 0.7) return 'large';
  return words.length >= 5 && large / words.length > 0.75 ? 'title' : 'mixed';
}

function look(
  tokens: readonly Token[],
  known: readonly KnownSpan[],
  knowledge: WordKnowledge,
  mode: string,
): Seen[] {
  const seen: Seen[] = [];
  const read = knowledge.findReader(
    tokens.flatMap(({ text }) => (/^\p{L}{2}/u.test(text) ? [text.toLowerCase()] : [])),
  );
  let [label, quote, line] = ['', '', ''];
  tokens.forEach((token, at) => {
    const { text, from, to, isGlued } = token;
    const before = tokens[at - 1]?.text ?? '';
    const after = tokens[at + 1];
    const isMark = !/^[\p{L}\p{N}]/u.test(text);
    const isBroken = (mark: string): boolean => mark === '.' && after?.isGlued === true;
    const startsSentence =
      ENDS_SENTENCE.test(before) && !(before === '.' && (isGlued || isShort(tokens[at - 2]?.text ?? '')));
    const startsItem = startsSentence || (ENDS_ITEM.test(before) && !(isGlued && /[-/]/u.test(before)));
    const own = plain(text).replace(/\d/gu, '0');
    const english = isMark ? undefined : read(own);
    const word = english ?? own;
    const known_ = knowledge.findClass(own) ?? undefined;
    const used = english === undefined ? known_ : knowledge.findClass(english.split(' ')[0] ?? '');
    const rarity = english === undefined ? String(known_?.rarity ?? 'x') : 'f';
    const span = known.find((one) => from >= one.from && from < one.to);
    const kind =
      span === undefined ? '' : span.kind + (from === span.from ? (to >= span.to ? '1' : 'B') : 'I');
    const lower = text.toLowerCase();
    const sort = isMark
      ? `m${text}`
      : FORM.test(text)
        ? 'form'
        : REQUEST.test(text)
          ? 'request'
          : DATE.test(text)
            ? 'date'
            : /^\d/u.test(text)
              ? /\p{L}/u.test(text)
                ? 'digits+'
                : 'digits'
              : knowledge.isCommon(lower)
                ? 'common'
                : english !== undefined
                  ? 'foreign'
                  : known_ !== undefined
                    ? 'word'
                    : 'strange';
    if (/^[\n;|]$/u.test(text) || (/^[.!?]$/u.test(text) && !isBroken(text))) label = '';
    if (text === '\n') line = '';
    else if (line === '') line = text;
    if (/^[:=：]$/u.test(text) || (text === '>' && before === '-'))
      label = seen.at(text === '>' ? -2 : -1)?.word ?? '';
    if (quote !== '' && CLOSES_QUOTE.test(text)) quote = '';
    seen.push({
      ...{ own, word, rarity, kind, sort, startsSentence, startsItem, isGlued, isMark },
      shape: toShape(text),
      cls: String(used?.name ?? sort),
      isNameLike:
        mode === 'mixed'
          ? /^[\p{Lu}\p{Lt}\p{Lo}\d]|^\p{Ll}{1,5}\p{Lu}/u.test(text)
          : !isMark &&
            (sort === 'strange' ||
              sort === 'form' ||
              (sort === 'word' && kind === '' && (known_?.rarity ?? 9) >= UNUSUAL)),
      label: isMark ? '' : label,
      isQuoted: quote !== '',
    });
    if (quote === '' && OPENS_QUOTE.test(text) && !(isGlued && /['‘]/u.test(text))) quote = text;
  });
  return seen;
}

function describe(seen: readonly Seen[], at: number, mode: string, isAsked: boolean): string[] {
  const here = seen[at] ?? NOWHERE;
  const near = (by: number): Seen => seen[at + by] ?? (at + by < 0 ? START : END);
  const [p1, p2, n1, n2] = [near(-1), near(-2), near(1), near(2)];
  const left = findEdge(seen, at, -1);
  const right = findEdge(seen, at, 1);
  const [l, l2, r, r2] = [
    seen[left] ?? START,
    seen[left - 1] ?? START,
    seen[right] ?? END,
    seen[right + 1] ?? END,
  ];
  const [cue, cue2] = findCues(seen, at, -1);
  const [next, next2] = findCues(seen, at, 1);
  const { own, word, rarity, shape, kind, cls, sort } = here;
  const features = [
    'bias',
    `w=${own}`,
    `m=${word}`,
    `f=${rarity}|${mode}`,
    `fs=${rarity}|${shape}`,
    `ff-=${p1.rarity}|${rarity}|${mode}`,
    `ff+=${rarity}|${n1.rarity}|${mode}`,
    `c=${cls}`,
    `s=${shape}`,
    `sm=${shape}|${mode}`,
    `k=${kind}`,
    `o=${sort}`,
    `om=${sort}|${mode}`,
    `os=${sort}|${shape}`,
    `ks=${kind}|${shape}`,
    `p2=${own.slice(0, 3)}`,
    `e2=${own.slice(-2)}`,
    `e3=${own.slice(-3)}`,
    `w-1=${p1.word}`,
    `w+1=${n1.word}`,
    `w-2=${p2.word}`,
    `w+2=${n2.word}`,
    `c-1=${p1.cls}`,
    `c+1=${n1.cls}`,
    `c-2=${p2.cls}`,
    `c+2=${n2.cls}`,
    `k-1=${p1.kind}`,
    `k+1=${n1.kind}`,
    `s-1=${p1.shape}`,
    `s+1=${n1.shape}`,
    `o-1=${p1.sort}`,
    `o+1=${n1.sort}`,
    `ww-=${p2.word}|${p1.word}`,
    `ww+=${n1.word}|${n2.word}`,
    `cc-=${p2.cls}|${p1.cls}`,
    `cc+=${n1.cls}|${n2.cls}`,
    `ws-=${p1.word}|${shape}|${mode}`,
    `ws+=${n1.word}|${shape}|${mode}`,
    `wo-=${p1.word}|${sort}|${mode}`,
    `cs-=${p1.cls}|${shape}`,
    `co-=${p1.cls}|${sort}`,
    `ww=${p1.word}|${word}`,
    `sss=${p1.shape}|${shape}|${n1.shape}`,
    `oo-=${p1.sort}|${sort}|${mode}`,
    `oo+=${sort}|${n1.sort}|${mode}`,
    `ok+=${sort}|${n1.kind}`,
    `g=${String(here.isGlued)}|${String(n1.isGlued)}|${p1.isMark ? p1.word : ''}|${n1.isMark ? n1.word : ''}`,
    `first=${String(here.startsSentence)}|${shape}|${sort}`,
    `item=${String(here.startsItem)}|${shape}|${mode}`,
    `lw=${l.word}`,
    `lc=${l.cls}`,
    `lww=${l2.word}|${l.word}`,
    `lcc=${l2.cls}|${l.cls}`,
    `lws=${l.word}|${shape}|${mode}`,
    `rw=${r.word}`,
    `rc=${r.cls}`,
    `rww=${r.word}|${r2.word}`,
    `rcc=${r.cls}|${r2.cls}`,
    `run=${String(Math.min(4, at - left))}|${String(Math.min(4, right - at))}|${shape}`,
    `lr=${l.word}|${r.word}`,
    `lrc=${l.cls}|${r.cls}`,
    `cue=${cue.word}`,
    `cues=${cue.word}|${shape}|${mode}`,
    `cueo=${cue.word}|${sort}`,
    `cue2=${cue2.word}|${cue.word}`,
    `cuec=${cue.cls}`,
    `next=${next.word}`,
    `nexts=${next.word}|${shape}|${mode}`,
    `next2=${next.word}|${next2.word}`,
    `nextc=${next.cls}`,
    `nextcc=${next.cls}|${next2.cls}`,
    `cuenext=${cue.word}|${next.word}`,
    `cuenextc=${cue.cls}|${next.cls}`,
    `c-3=${near(-3).cls}`,
    `c+3=${near(3).cls}`,
  ];
  if (here.label !== '')
    features.push(
      `label=${here.label}`,
      `labels=${here.label}|${shape}`,
      `labelo=${here.label}|${sort}|${p1.sort}`,
    );
  if (here.isQuoted) features.push('quoted', `quoted=${cue.word}`, `quotedw=${l.word}`);
  if (isAsked)
    features.push(`asked=${shape}`, `askedo=${sort}`, `askedn=${String(Math.min(seen.length, 6))}|${sort}`);
  if (seen.length <= 5) features.push(`short=${shape}|${sort}`);
  return features;
}

/** Where the run of words that may be one name ends. */
function findEdge(seen: readonly Seen[], at: number, by: 1 | -1): number {
  let edge = at + by;
  for (let steps = 0; steps < MOST_OF_NAME; steps += 1) {
    const one = seen[edge];
    if (one === undefined) return edge;
    const beyond = seen[edge + by];
    const isJoint = JOINT.test(one.word) && beyond?.isNameLike === true;
    const isInside =
      one.isMark && /^m[.&+'’/-]$/u.test(one.sort) && one.isGlued && beyond?.isNameLike === true;
    if (!one.isNameLike && !isJoint && !isInside) return edge;
    if (by === -1 && one.startsSentence && one.isNameLike) return edge - 1;
    edge += by;
  }
  return edge;
}
/** Rarer words may be part of a name that is written small. */
const UNUSUAL = 3;
const MOST_OF_NAME = 7;

/** The next two words beside the run that say something, over articles and marks. */
function findCues(seen: readonly Seen[], at: number, by: 1 | -1): readonly [Seen, Seen] {
  const found: Seen[] = [];
  let edge = findEdge(seen, at, by);
  for (let steps = 0; steps < FAR && found.length < 2; steps += 1, edge += by) {
    const one = seen[edge];
    if (one === undefined) break;
    if (/^m[.!?\n]/u.test(one.sort)) break;
    if (!SMALL.test(one.own) && !one.isMark) found.push(one);
  }
  const none = by === -1 ? START : END;
  return [found[0] ?? none, found[1] ?? none];
}
const FAR = 6;
const SMALL =
  /^(?:the|our|a|an|my|new|big|this|der|die|das|den|dem|unser|unsere|unseren|unserem|unserer|le|la|les|l'|notre|el|los|las|nuestro|nuestra|il|lo|nostro|nostra|o|nosso|nossa|de|het|onze|["'“„«‘:=(])$/u;

function isShort(text: string): boolean {
  return /^(?:st|dr|mr|mrs|ms|prof|mt|ft|gebr|bros|cie|no|nr|co|inc|ltd|corp|\p{L}|\d{1,2}|(?:\p{L}\.)+\p{L})$/iu.test(
    text,
  );
}

function toShape(text: string): string {
  if (text.length === 1 && !/[\p{L}\p{N}]/u.test(text)) return text;
  if (/^\p{Lo}/u.test(text)) return /^\p{Script=Hiragana}/u.test(text) ? 'hira' : 'Lo';
  return text
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{Ll}/gu, 'x')
    .replace(/\p{N}/gu, '0')
    .replace(/(.)\1+/gu, '$1$1')
    .slice(0, 6);
}

const NOWHERE: Seen = {
  ...{ own: '', word: '', rarity: '', shape: '', kind: '', cls: '', sort: '', label: '' },
  ...{
    isNameLike: false,
    isQuoted: false,
    startsSentence: false,
    startsItem: false,
    isGlued: false,
    isMark: true,
  },
};
const START: Seen = { ...NOWHERE, word: '<', cls: '<', sort: '<', shape: '<' };
const END: Seen = { ...NOWHERE, word: '>', cls: '>', sort: '>', shape: '>' };

/** FNV-1a with a last mix. */
export function hashFeature(feature: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < feature.length; at += 1) hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 12)) >>> 0;
}
