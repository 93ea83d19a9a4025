/** Replaces names and mail addresses in what a model reads, and restores them in what it quotes. */
import type { Content } from '../knowledge/model/content';
import { createCommonWords } from '../answering/intake/common-words';
import { createPhrases, type Phrases } from '../knowledge/search/phrases';

/** The names in the directory. It's the same object until the directory changes. */
export interface KnownNames {
  readonly people: readonly string[];
  readonly companies: readonly string[];
}

export interface Redaction {
  /** Replaces names with placeholders. A name has the same placeholder in all texts. */
  hide(text: string): string;
  /** Replaces the placeholders with their names. */
  restore(text: string): string;
}

const MAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,200}\.\p{L}{2,24}/gu;
const PLACEHOLDER = /\[name \d+\]/g;
const POSSESSIVE = /['’]s$/u;
const SHORTEST_PART = 3;
const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };

/** `names` are the people whom the message mentions, in addition to the directory. */
export function createRedactor(content: Content): (known: KnownNames, names: readonly string[]) => Redaction {
  const isCommon = createCommonWords(content);
  const ofDirectory = new WeakMap<KnownNames, Phrases<string>>();
  return (known, names) => {
    const directory = ofDirectory.get(known) ?? createPhrases(listForms(known));
    ofDirectory.set(known, directory);
    const mentioned = createPhrases(listForms({ people: names, companies: [] }));
    const unspelled = [...known.people, ...known.companies, ...names].filter(
      (name) => !/[a-z0-9]/i.test(name),
    );
    const placeholders = new Map<string, string>();

    const replace = (written: string): string => {
      const found = placeholders.get(written) ?? `[name ${String(placeholders.size + 1)}]`;
      placeholders.set(written, found);
      return found;
    };
    const hideFound = (text: string, phrases: Phrases<string>): string => {
      let [hidden, at] = ['', 0];
      for (const { value, from, to } of phrases.find(text)) {
        const written = text.slice(from, to).replace(POSSESSIVE, '');
        if (isRatherAWord(value, written, text.slice(0, from))) continue;
        hidden += text.slice(at, from) + replace(written);
        at = from + written.length;
      }
      return hidden + text.slice(at);
    };
    /** "Will" and "May" count as names only if they're written like names. */
    const isRatherAWord = (name: string, written: string, before: string): boolean => {
      if (name.includes(' ') || !isCommon(name.toLowerCase())) return false;
      return !/^\p{Lu}/u.test(written) || /(?:^|[.!?:]\s*)$/u.test(before);
    };

    return {
      hide: (text) =>
        unspelled.reduce(
          (hidden, name) => hidden.replaceAll(name, () => replace(name)),
          hideFound(hideFound(text.replace(MAIL, replace), mentioned), directory),
        ),
      restore: (text) => {
        const names = new Map([...placeholders].map(([written, placeholder]) => [placeholder, written]));
        return text.replace(PLACEHOLDER, (placeholder) => names.get(placeholder) ?? placeholder);
      },
    };
  };
}

/** Lists whole names, and each part of a person's name, in the spellings that people type. */
function listForms({ people, companies }: KnownNames): (readonly [string, string])[] {
  const parts = people.flatMap((name) =>
    name.split(/[\s,()]+/u).filter((part) => part.replace(/[^\p{L}]/gu, '').length >= SHORTEST_PART),
  );
  return [...people, ...companies, ...parts].flatMap((name) =>
    [name, spellOut(name)].map((form) => [form, name] as const),
  );
}

function spellOut(name: string): string {
  return name.replace(/[äöüøå]/giu, (letter) => UMLAUTS[letter.toLowerCase()] ?? letter);
}
