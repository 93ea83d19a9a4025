import type { Content } from '../model/content';
import type { Localised } from './service-field';

/** A text that appears in English because it has no translation. */
export interface Untranslated {
  /** The service and field that the text belongs to, or the ID of a door or starter. */
  readonly of: string;
  readonly english: string;
  readonly language: string;
}

/** Lists the texts that have no translation in a language of the interface. */
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
