/**
 * Finds the person who should get a request: "my PTS is Lena", "PDM: Müller, Jörg", "Lena Fischer (my PTS)", an email
 * address. The conversation finds that person in the directory.
 */
import type { Found } from '../../knowledge/search/phrases';

export type Role = 'PDM' | 'PTS';

export interface PersonFound {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** "Date: Friday" names the next field. */
const NO_LABEL = '(?!\\p{L}+\\s*[:=])';
const PART = `(?:(?:Dr|Prof|Mrs?|Ms|St|\\p{Lu})\\.|${NO_LABEL}\\p{Lu}[\\p{L}\\p{M}]*(?:['’-]\\p{Lu}?[\\p{L}\\p{M}]+)*|(?:van|von|de|da|del|di|der|den|bin|al|el|la|le|dos|do)(?=\\s+\\p{Lu}))`;
const NAME = `${PART}(?:[ ]${PART}){0,3}`;
const LAST_FIRST = `\\p{Lu}[\\p{L}'’-]+,\\s*\\p{Lu}[\\p{L}'’-]+(?![\\p{L}'’])(?=\\s*(?:$|[.;!?)\\n,]|(?:and|on|by|for|please|thanks)\\b|\\p{L}+\\s*[:=]))`;
const JOINED =
  '\\s*(?:,|:|=|–|-|\\bis\\s+called\\b|\\bis\\b|\\bist\\b|\\best\\b|\\bes\\b|\\bè\\b|\\bé\\b|\\(|\\bwould\\s+be\\b|\\bname(?:d|\\s+is)\\b)?\\s*';
const AFTER_ROLE = new RegExp(`^${JOINED}(${LAST_FIRST}|${NAME})`, 'u');
const AFTER_ROLE_SMALL =
  /^\s*(:|=|\bis\s+called\b|\bis\b|\bnamed\b|)\s*(\p{Ll}[\p{L}'’-]+(?:\s+\p{Ll}[\p{L}'’-]+)?)(?=\s*(?:$|[.,;!?)\n](?!\p{L})|(?:asap|please|pls|thanks|by)\b))/u;
const BEFORE_ROLE = new RegExp(
  `(${NAME})\\s*(?:[,(–-]|\\bis\\b|\\bas\\b)\\s*(?:(?:our|my|the|is)\\s+){0,2}$`,
  'u',
);
const MAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/u;
const THROUGH = new RegExp(
  `\\b(?:via|through|ask|assign(?:\\s+it)?\\s+to|send\\s+(?:it|this)\\s+to|goes?\\s+to|über|durch)\\s+(${NAME})(?=\\s*(?:[.,;!?)\\n]|$|to\\b|for\\b|please\\b|about\\b|on\\b))`,
  'u',
);
/** A word of a sentence, or another field, and no name. */
const NO_NAME =
  /^(?:the|my|our|to|a|an|it|not|on|in|and|please|can|could|we|i|they|need|needs|who|away|new|out|ill|available|unknown|ok|okay|fine|good|keen|aware|informed|involved|yes|no|service|customer|client|area|date|pdm|pts|thanks|hi|hello|for|with|at|by|they|this|that|is|has|will|would|should|also|already|happy|busy|great|nobody|someone|tbd|pt)$/iu;

export function findPerson(
  text: string,
  role: Found<Role> | undefined,
  isKnown: (name: string) => boolean,
  isCommon: (word: string) => boolean,
): PersonFound | null {
  const mail = MAIL.exec(text);
  const found = [
    ...(role === undefined ? [] : findByRole(text, role, isCommon)),
    ...(role === undefined || mail === null
      ? []
      : [{ name: mail[0], from: mail.index, to: mail.index + mail[0].length }]),
    ...findThrough(text),
  ];
  return found.find(({ name }) => !NO_NAME.test(name.split(/[\s,]/u)[0] ?? '') && !isKnown(name)) ?? null;
}

function findByRole(text: string, role: Found<Role>, isCommon: (word: string) => boolean): PersonFound[] {
  const after = text.slice(role.to);
  const before = text.slice(0, role.from);
  const small = AFTER_ROLE_SMALL.exec(after);
  // "pts marco bianchi": without a word between them, only strange words are a name.
  const isName = small?.[1] !== '' || !small[2]?.split(' ').some(isCommon);
  const written = [AFTER_ROLE.exec(after)?.slice(0, 2), isName ? [small?.[0], small?.[2]] : undefined];
  return written
    .flatMap(([whole = '', name] = []) =>
      name === undefined ? [] : [place(name, role.to + whole.length - name.length)],
    )
    .concat(
      [BEFORE_ROLE.exec(before)].flatMap((match) =>
        match?.[1] === undefined ? [] : [place(match[1], match.index)],
      ),
    );
}

function findThrough(text: string): PersonFound[] {
  const match = THROUGH.exec(text);
  return match?.[1] === undefined ? [] : [place(match[1], match.index + match[0].length - match[1].length)];
}

function place(raw: string, from: number): PersonFound {
  const name = raw.replace(/\.$/u, '').trim();
  return { name, from, to: from + name.length };
}
