/**
 * Reads a text for the recogniser of vulnerability reports: without markup, in plain letters, forwards, and in English as
 * far as the content's languages go. Each sentence is translated on its own, because a text may switch languages.
 */
import type { Content } from '../../knowledge/model/content';
import { createTranslate } from '../../knowledge/languages/translate';
import { toWords } from '../../knowledge/search/words';
import { unmask } from '../../shared/unmask';
import { stripMarkup } from '../plain-text';
import { escapePattern } from '../../shared/escape-pattern';

export function createReportReading(content: Content): (text: string) => string {
  const translate = createTranslate(content);
  const readReportWords = createReportWords(content);
  const readForwards = createForwards(content);
  return (text) =>
    splitSentences(readForwards(unmask(stripMarkup(text))))
      .map((sentence) => readReportWords(translate(sentence).text))
      .join('');
}

function splitSentences(text: string): string[] {
  return text.split(/(?<=[。！？\n]|[.?!;](?=\s))/u);
}

/** A word that exists in both directions, like "was" and "saw", proves nothing. */
const LEAST_BACKWARDS = 3;

/** Text written backwards, reversed: it has more known words that way. */
function createForwards({ cues, languages }: Content): (text: string) => string {
  const known = new Set([
    ...cues.languages.flatMap(({ words }) => words),
    ...languages
      .flatMap(({ dictionary }) => Object.values(dictionary).flat())
      .map((form) => form.toLowerCase()),
  ]);
  const count = (text: string): number =>
    toWords(text).filter((word) => word.length > 1 && known.has(word)).length;
  return (text) => {
    const turned = Array.from(text).reverse().join('');
    const backwards = count(turned);
    return backwards >= LEAST_BACKWARDS && backwards > 2 * count(text) ? turned : text;
  };
}

/** In languages without a dictionary, only the words that reports use are translated into English. */
function createReportWords({ cues }: Content): (text: string) => string {
  const forms = cues.languages.flatMap(({ reportWords }) =>
    Object.entries(reportWords).flatMap(([english, written]) =>
      written.map((form) => [unmask(form).toLowerCase(), english] as const),
    ),
  );
  if (forms.length === 0) return (text) => text;
  const english = new Map(forms);
  const longestFirst = [...english.keys()].toSorted((one, other) => other.length - one.length);
  const pattern = new RegExp(longestFirst.map(escapePattern).join('|'), 'giu');
  return (text) => text.replace(pattern, (form) => ` ${english.get(form.toLowerCase()) ?? form} `);
}
