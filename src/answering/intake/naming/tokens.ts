/** A text as the tagger reads it: words and single marks, each with its place. */
export interface Token {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** No space before it. */
  readonly isGlued: boolean;
}

const CJK = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー`;
const LETTER = String.raw`(?:(?![${CJK}])[\p{L}\p{M}\p{N}])`;
/** An address or a link, a run without spaces between its words, a word with the marks inside it, or a single mark. */
const TOKEN = new RegExp(
  String.raw`[^\s<>]+@[^\s<>]+\.\p{L}+|https?:\/\/\S+|[${CJK}]+|${LETTER}+(?:(?:[.&+°'’‐-]|(?<=\d),(?=\d))(?=${LETTER})${LETTER}+)*|\n+|\S`,
  'gu',
);
const SCRIPT = new RegExp(`^[${CJK}]`, 'u');
/** "Contoso's" is a name and its ending; in "d'Adatum" and "O'Neill" what is before the mark may belong to it. */
const POSSESSIVE = /^(.+)(['’]s)$/iu;
const ELISION = /^((?:[cdjlmnoqst]|qu|un|all|dall|dell|nell|sull)['’])(\p{L}{2,}.*)$/iu;

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

export function listTokens(text: string): Token[] {
  const tokens: Token[] = [];
  const add = (part: string, from: number): void => {
    tokens.push({
      text: part.startsWith('\n') ? '\n' : part,
      from,
      to: from + part.length,
      isGlued: tokens.at(-1)?.to === from,
    });
  };
  for (const { 0: raw, index } of text.matchAll(TOKEN)) {
    const [, head = '', tail = ''] = POSSESSIVE.exec(raw) ?? ELISION.exec(raw) ?? [];
    if (SCRIPT.test(raw)) for (const part of segmenter.segment(raw)) add(part.segment, index + part.index);
    else if (head !== '') {
      add(head, index);
      add(tail, index + head.length);
    } else add(raw, index);
  }
  return tokens;
}
