/** Prints what has no current translation, ready to be translated in content/translations/<language>/. */
import { stringify } from 'yaml';
import type { Content } from '../../knowledge/model/content';
import { findMissing, hashText } from '../../knowledge/translations/translations';

export function printUntranslated(content: Content, language: string, print: (line: string) => void): void {
  const known = content.translations.find(({ id }) => id === language);
  const missing = findMissing(content, known ?? { texts: new Map() });
  for (const file of new Set(missing.map((text) => text.file))) {
    const items: Record<string, Record<string, string>> = {};
    for (const { id, field, english } of missing.filter((text) => text.file === file))
      (items[id] ??= {})[`${field}@${hashText(english)}`] = english;
    print(`# translations/${language}/${file}.yaml`);
    print(stringify(items, { lineWidth: 120 }));
  }
  print(`# ${missing.length} ${missing.length === 1 ? 'text' : 'texts'} without a current translation`);
}
