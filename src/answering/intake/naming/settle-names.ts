/** Where a name begins and ends exactly: without an article, with its legal form, its closing quote and its dot, and without the ending of an owner. */
import type { NameFound } from './tagger';

const FORMS =
  'Inc|Incorporated|Ltd|Limited|LLC|LLP|PLC|plc|Plc|Corp|Corporation|Co|Company|GmbH|mbH|AG|SE|KG|KGaA|OHG|UG|eG|BV|NV|SA|SAS|SARL|SpA|SRL|Srl|SL|SLU|Lda|Ltda|Oy|Oyj|AB|AS|ASA|ApS|Pty|Pte|KK|Zrt|Kft|A/S|e\\.\\s?V|e\\.\\s?K|B\\.V|N\\.V|S\\.A|S\\.A\\.S|S\\.L|S\\.p\\.A|S\\.r\\.l|S\\.A\\.R\\.L|s\\.r\\.o|a\\.s|d\\.o\\.o|K\\.K';
const LOWER_FORMS = 'gmbh|ltd|inc|llc|llp|corp|bv|nv|srl|pty|oyj|kgaa';
/** A company's legal form, where it follows a name: "Contoso, Ltd.", "Müller GmbH & Co. KG". */
const FOLLOWING_FORM = new RegExp(
  `^,?\\s+(?:&\\s+)?(?:sp\\. z o\\.o|${FORMS}|${LOWER_FORMS})(?![\\p{L}\\p{N}])`,
  'u',
);
/** Their dot belongs to the name, and need not end a sentence. */
const SHORTENED =
  /(?:^|[\s,&])(?:inc|ltd|co|corp|bros|lda|ltda|kft|(?:\p{L}+\.\s?)+\p{L}{1,2}|sp\. z o\.o)$/iu;
const QUOTES: readonly (readonly [open: string, close: string])[] = [
  ['«', '»'],
  ['“', '”'],
  ['„', '“'],
  ['「', '」'],
  ['(', ')'],
];
/** What comes after a name that ends in 's by itself: "deploy it at Mullen's next month". */
const AFTER_OWN =
  /^\s*(?:$|[^\s\p{L}\p{N}]|(?:next|this|in|on|at|by|and|to|for|who|about|from|with|before|until|wants?|needs?|has|is|please)\b)/u;

export function settleNames(text: string, found: readonly NameFound[]): NameFound[] {
  return joinParts(text, found)
    .flatMap((one) => splitTwo(text, one))
    .map((one) => {
      const from = settleStart(text, one.from);
      const to = settleEnd(text, from, one.to);
      return { ...one, from, to, name: text.slice(from, to) };
    });
}

/** Parts that only a quote keeps apart are one name: "ООО «Маяк»", "Toys 'R' Us". */
function joinParts(text: string, found: readonly NameFound[]): NameFound[] {
  return found.reduce<NameFound[]>((joined, one) => {
    const last = joined.at(-1);
    const isPart =
      last?.role === one.role && /^(?:\s?["'“”„«»‘’]\s?|[.&])$/u.test(text.slice(last.to, one.from));
    return last !== undefined && isPart
      ? [...joined.slice(0, -1), { ...last, to: one.to }]
      : [...joined, one];
  }, []);
}

/**
 * "Contoso and Fabrikam" are two: asking costs less than a wrong name. "Woodgrove and Sons", "Smith and Wells Ltd" and
 * "Ministry of Food and Drink" are one.
 */
function splitTwo(text: string, one: NameFound): NameFound[] {
  const [whole = '', left = '', right = ''] = TWO.exec(one.name) ?? [];
  if (whole === '' || ONE.test(one.name) || FOLLOWING_FORM.test(text.slice(one.to))) return [one];
  if (LARGE.test(left) !== LARGE.test(right)) return [one];
  return [
    { ...one, name: left, to: one.from + left.length },
    { ...one, name: right, from: one.to - right.length },
  ];
}
const TWO = /^(\S+(?:\s\S+)*?)\s(?:and|und|et|y)\s(\S.*)$/iu;
const LARGE = /^[\p{Lu}\p{N}]/u;
const ONE = new RegExp(
  String.raw`\s(?:of|for|für|de|in|on)\s|\s(?:Sons?|Daughters?|Brothers|Bros\.?|Partners?|Co\.?|Company|Söhne|Fils|Hijos|(?:${FORMS}))\.?$`,
  'iu',
);

/** "The" belongs to a name only where it's written large within a sentence: "for The Phone Company". */
function settleStart(text: string, from: number): number {
  const article = /^(?:[Tt]he|der|die|das|den|dem)\s+(?=[\p{Lu}\p{N}])/u.exec(text.slice(from))?.[0] ?? '';
  const isLarge = article.startsWith('T') && /[\p{L}\p{N},]\s+$/u.test(text.slice(0, from));
  return isLarge ? from : from + article.length + lengthOfShortFor(text, from);
}

/** "a briefing 4 Fourth Coffee": the figure stands for a word, unless a preposition is there already. */
function lengthOfShortFor(text: string, from: number): number {
  const figure = /^[24]\s+(?=\p{Lu})/u.exec(text.slice(from))?.[0] ?? '';
  return /(?:^|[^\p{L}\s]|\b(?:for|with|at|by|to|from|customer|client)(?:\s+the)?)\s*$/iu.test(
    text.slice(0, from),
  )
    ? 0
    : figure.length;
}

function settleEnd(text: string, from: number, to: number): number {
  let end = settleOwner(text, from, to);
  for (
    let form = FOLLOWING_FORM.exec(text.slice(end));
    form !== null;
    form = FOLLOWING_FORM.exec(text.slice(end))
  )
    end += form[0].length + (text.startsWith('.', end + form[0].length) && SHORTENED.test(form[0]) ? 1 : 0);
  const isShortened = SHORTENED.test(text.slice(from, end).replace(/\.$/u, ''));
  if (text.startsWith('.', end) && isShortened) end += 1;
  // Another dot ends the sentence.
  if (/(?:\p{L}\p{Ll}|\p{L}{3}|\p{N}{2})\.$/u.test(text.slice(from, end)) && !isShortened) end -= 1;
  const name = text.slice(from, end);
  const isOpen = QUOTES.some(
    ([open, close]) => name.includes(open) && !name.includes(close) && text.startsWith(close, end),
  );
  return isOpen ? end + 1 : end;
}

/** "Contoso's tenant" is Contoso's; "Mullen's" and "Ben & Larry's" have their 's in the name. */
function settleOwner(text: string, from: number, to: number): number {
  const owned = /^['’]s(?!\p{L})/u.exec(text.slice(to));
  if (owned !== null) return AFTER_OWN.test(text.slice(to + owned[0].length)) ? to + owned[0].length : to;
  const isOwner = /['’]s$/u.test(text.slice(from, to)) && !AFTER_OWN.test(text.slice(to));
  return isOwner ? to - 2 : to;
}
