/** The ways in which people type a sentence. */
import { pick } from '../../../shared/random';
import type { NameRole } from './labels';

/** A part of a sentence, and whose name it is. */
export interface Piece {
  readonly text: string;
  readonly role: NameRole | null;
}

/** As people type: with and without capitals, full stops and accents. */
export function type(pieces: readonly Piece[], random: () => number): Piece[] {
  const dice = random();
  const change =
    dice < 0.46
      ? capitalise
      : dice < 0.56
        ? (all: readonly Piece[]) => all
        : dice < 0.8
          ? each((text) => text.toLowerCase())
          : dice < 0.84
            ? each((text) => text.toUpperCase())
            : dice < 0.87
              ? each((text) => text.replace(/(?<![\p{L}\p{N}'’])\p{Ll}/gu, (letter) => letter.toUpperCase()))
              : dice < 0.92
                ? each((text, role) => (role === null ? text : text.toLowerCase()))
                : dice < 0.96
                  ? each((text, role) => (role === null ? text.toLowerCase() : text))
                  : each((text, role) => (role === null ? text : text.toUpperCase()));
  const folded = random() < FOLDED ? pieces.map(({ text, role }) => ({ text: fold(text), role })) : pieces;
  const changed = change(random() < MISSPELT ? misspell(folded, random) : folded);
  const last = changed.at(-1);
  const ended = random() < 0.3 && last !== undefined && /[\p{L}\p{N}]$/u.test(last.text);
  return ended ? [...changed, { text: '.', role: null }] : [...changed];
}

function capitalise(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.map(({ text, role }, at) => {
    const opens = at === 0 || /(?:[.!?]\s+|\n)$/u.test(pieces[at - 1]?.text ?? '');
    const inner =
      role === null ? text.replace(/(?<=[.!?]\s)\p{Ll}/gu, (letter) => letter.toUpperCase()) : text;
    return {
      text: opens && role === null ? inner.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : inner,
      role,
    };
  });
}

function each(
  change: (text: string, role: NameRole | null) => string,
): (pieces: readonly Piece[]) => readonly Piece[] {
  return (pieces) => pieces.map(({ text, role }) => ({ text: change(text, role), role }));
}

/** Some programs send lines as one. */
const FOLDED = 0.6;

function fold(text: string): string {
  return text.replace(/\n+/gu, ' ');
}

const MISSPELT = 0.12;
const MISSPELT_WORDS = 0.25;

/** A misspelt word looks as strange as a name and is none. */
function misspell(pieces: readonly Piece[], random: () => number): readonly Piece[] {
  return pieces.map(({ text, role }) => ({
    text:
      role === null
        ? text.replace(/\p{L}{4,}/gu, (word) => (random() < MISSPELT_WORDS ? mistype(word, random) : word))
        : text,
    role,
  }));
}

/** A letter is left out, doubled, or swapped with the next one. */
function mistype(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const [start, letter, next, end] = [
    word.slice(0, at),
    word.charAt(at),
    word.charAt(at + 1),
    word.slice(at + 2),
  ];
  return pick(
    [start + next + end, start + letter + letter + next + end, start + next + letter + end],
    random,
  );
}
