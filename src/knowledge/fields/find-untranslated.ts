import type { Content } from '../model/content';
import type { Localised } from './service-field';

/** A text that is shown in English because nobody translated it. */
export interface Untranslated {
  /** Where it's from: the service and its field, or the id of a door or starter. */
  readonly of: string;
  readonly english: string;
  readonly language: string;
}

/** What the content leaves untranslated for the languages of the interface. */
export function findUntranslated(
  { services, doors, starters }: Pick<Content, 'services' | 'doors' | 'starters'>,
  languages: readonly string[],
): readonly Untranslated[] {
  const localised = services.flatMap(({ id, fields }) =>
    fields.flatMap((field) => {
      const options = field.kind === 'choice' ? field.options.map(({ label }) => label) : [];
      const texts = [field.label, ...(field.help === undefined ? [] : [field.help]), ...options];
      return texts.map((text) => ({ of: `${id}, field ${field.id}`, text }));
    }),
  );
  const localise = (english: string, others: Readonly<Record<string, unknown>> = {}): Localised => ({
    ...Object.fromEntries(Object.keys(others).map((language) => [language, language])),
    en: english,
  });
  const inside = [
    ...doors.map((door) => ({ of: `door ${door.id}`, text: localise(door.name, door.in) })),
    ...starters.map((starter) => ({
      of: `starter ${starter.id}`,
      text: localise(starter.title, starter.in),
    })),
  ];
  return [...localised, ...inside].flatMap(({ of, text }) =>
    languages
      .filter((language) => text[language] === undefined)
      .map((language) => ({ of, english: text.en, language })),
  );
}
