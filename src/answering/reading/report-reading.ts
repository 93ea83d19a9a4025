/**
 * Reads a text for the recogniser of vulnerability reports: without markup, in plain letters, and in English as far as the
 * content's languages go. Each sentence is translated on its own, because a text may switch languages.
 */
import type { Content } from '../../knowledge/model/content';
import { createTranslate } from '../../knowledge/languages/translate';
import { unmask } from '../../shared/unmask';
import { stripMarkup } from '../plain-text';
import { escapePattern } from '../../shared/escape-pattern';

export function createReportReading(content: Content): (text: string) => string {
  const translate = createTranslate(content);
  const readReportWords = createReportWords(content);
  return (text) =>
    splitSentences(unmask(stripMarkup(text)))
      .map((sentence) => readReportWords(translate(sentence).text))
      .join('');
}

function splitSentences(text: string): string[] {
  return text.split(/(?<=[。！？\n]|[.?!;](?=\s))/u);
}

/** In languages without a dictionary: only what a report is recognised by is put into English. */
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
