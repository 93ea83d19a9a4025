/** What the content and its languages know of a word: everything that isn't likely to be somebody's name. */
import type { Content } from '../../../knowledge/model/content';
import type { Language } from '../../../knowledge/languages/language';
import { createPhrases } from '../../../knowledge/search/phrases';
import { plain } from '../../../knowledge/search/words';
import { createCommonWords } from '../common-words';
import type { WordClass } from '../../../knowledge/embed/word-classes';
import type { KnownSpan, WordKnowledge } from './features';

export function createWordKnowledge(
  content: Content,
  classes: ReadonlyMap<string, WordClass>,
): WordKnowledge {
  const phrases = createPhrases(listPhrases(content));
  const isCommon = createCommonWords(content);
  const dictionaries = content.languages.map(readDictionary);
  return {
    listKnown: (text) =>
      phrases.find(text).flatMap(({ value: { kind, phrase }, from, to }): KnownSpan[] => {
        // "DR" is an abbreviation, "Dr." a title.
        const isTitle = /^\p{Lu}+$/u.test(phrase) && /^\p{Lu}\p{Ll}/u.test(text.slice(from, to));
        return isTitle ? [] : [{ kind, from, to }];
      }),
    isCommon,
    findReader(words) {
      const strange = words.filter((word) => !isCommon(word)).map(plain);
      const known = words.length - strange.length;
      const [best] = dictionaries
        .map((find) => ({ find, count: strange.filter((word) => find(word) !== undefined).length }))
        .sort((a, b) => b.count - a.count);
      return best !== undefined && best.count >= LEAST_FOREIGN && best.count >= known
        ? best.find
        : () => undefined;
    },
    findClass: (word) => classes.get(word),
  };
}

const LEAST_FOREIGN = 2;
const SHORTEST_START = 3;

/** The English of a word of a language, by its whole form or by the start of an open one ("kunde*"). */
function readDictionary({ dictionary }: Language): (word: string) => string | undefined {
  const whole = new Map<string, string>();
  const starts = new Map<string, string>();
  for (const [meaning, forms] of Object.entries(dictionary))
    for (const form of forms) {
      const [words, start] = [plain(form), form.endsWith('*') ? plain(form.slice(0, -1)) : null];
      if (/\s/u.test(words)) continue;
      if (start === null) whole.set(words, whole.get(words) ?? meaning);
      else starts.set(start, starts.get(start) ?? meaning);
    }
  return (word) => {
    const exact = whole.get(word);
    if (exact !== undefined || starts.size === 0) return exact;
    for (let length = word.length; length >= SHORTEST_START; length -= 1) {
      const open = starts.get(word.slice(0, length));
      if (open !== undefined) return open;
    }
    return undefined;
  };
}

interface Known {
  readonly kind: string;
  readonly phrase: string;
}

function listPhrases({ cues, services, solutionAreas, programmes, terms }: Content): [string, Known][] {
  const kinds: Readonly<Record<string, readonly string[]>> = {
    service: services.flatMap(({ id, name, aliases }) =>
      [name, ...aliases, ...(cues.serviceNames[id] ?? [])].flatMap((one) => [one, `${one}s`]),
    ),
    ours: programmes.flatMap(({ id, name, shortName, aliases }) => [
      ...[name, shortName, ...aliases],
      ...(cues.programmeNames[id] ?? []),
    ]),
    role: Object.values(cues.roles).flat(),
    area: solutionAreas.flatMap(({ name, aliases }) => [name, ...aliases]),
    term: terms.flatMap(({ term, expansion }) => (expansion === undefined ? [term] : [term, expansion])),
    other: cues.notCustomers,
  };
  return Object.entries(kinds).flatMap(([kind, names]) =>
    names.map((phrase): [string, Known] => [phrase, { kind, phrase }]),
  );
}
