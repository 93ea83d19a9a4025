/**
 * Reads content/translations/<language>/: `about.yaml` says whose translation it is, and each other file holds texts by
 * the item's id and the field with the hash of its English, `title@1a2b3c4d: ...`. `npm run content -- --untranslated
 * <language>` prints these keys.
 */
import { z } from 'zod/v4';
import { Line } from '../model/authored';
import type { ContentProblem } from '../model/content-error';
import type { ShownText } from '../translations/list-texts';
import { hashText, type OutdatedText, type Translations } from '../translations/translations';
import type { ContentFile } from './content-files';
import { parseLocatedYaml } from './located-yaml';
import { parseRecords, type RawRecord } from './read-records';

export const TRANSLATION = /^translations\/([a-z]{2,3})\/([^/]+)\.yaml$/;
const ABOUT = 'about';

/** It shares the line with the source, its owner and its date. */
const About = z.strictObject({ note: Line.max(90) });
const Items = z.record(z.string(), z.record(z.string(), Line));

const KEY = /^([^@]+)@([0-9a-f]{8})$/;
const HTML = /<\/?[a-z!][^>]*>/i;
const LINKS = /https?:\/\/[^\s)]+/g;
const NUMBERS = /\d+/g;

export interface TranslationsOptions {
  readonly files: readonly ContentFile[];
  /** What the content shows; null where it isn't valid, so that nobody knows. */
  readonly shown: readonly ShownText[] | null;
  /** Files that may translate what the content no longer holds: ours, below CONTENT_DIR. */
  readonly mayBeUnused: (file: ContentFile) => boolean;
}

export function readTranslations({ files, shown, mayBeUnused }: TranslationsOptions): {
  readonly translations: readonly Translations[];
  readonly problems: readonly ContentProblem[];
} {
  const found = files.flatMap((file) => {
    const [, language = '', name = ''] = TRANSLATION.exec(file.name) ?? [];
    return language === '' ? [] : [{ language, name, file }];
  });
  const languages = [...new Set(found.map(({ language }) => language))];
  const read = languages.map((language) => {
    const own = found.filter((one) => one.language === language);
    const about = own.filter(({ name }) => name === ABOUT).map(({ file }) => readAbout(file));
    const texts = own
      .filter(({ name }) => name !== ABOUT)
      .map(({ name, file }) => readTexts(file, name, shown, mayBeUnused(file)));
    const notes = about.flatMap(({ note }) => note ?? []);
    const translated = joinTexts(texts.flatMap(({ current }) => current));
    return {
      translations: {
        id: language,
        note: notes[0] ?? '',
        texts: translated.texts,
        outdated: texts.flatMap(({ outdated }) => outdated),
      },
      problems: [
        ...(about.length === 0 ? [sayAboutIsMissing(language, own[0]?.file)] : []),
        ...[...about, ...texts, translated].flatMap(({ problems }) => problems),
      ],
    };
  });
  return {
    translations: read.map(({ translations }) => translations),
    problems: read.flatMap(({ problems }) => problems),
  };
}

function sayAboutIsMissing(language: string, file: ContentFile | undefined): ContentProblem {
  const message = `translations/${language}/${ABOUT}.yaml is missing. It holds the \`note\` that says whose translation this is`;
  return { file: file?.file ?? '', line: null, message };
}

function readAbout(file: ContentFile): { note?: string; problems: readonly ContentProblem[] } {
  const { record, problems } = readRecord(file);
  const parsed = parseRecords(record, About);
  const [about] = parsed.items;
  return {
    ...(about !== undefined && { note: about.value.note }),
    problems: [...problems, ...parsed.problems],
  };
}

function readRecord({ file, text }: ContentFile): {
  readonly record: readonly RawRecord[];
  readonly problems: readonly ContentProblem[];
} {
  const { value, lineOf, problems } = parseLocatedYaml(text, file);
  return { record: problems.length > 0 ? [] : [{ file, value: value ?? {}, lineOf }], problems };
}

interface CurrentText {
  readonly english: string;
  readonly text: string;
  readonly file: string;
  readonly line: () => number;
}

function readTexts(
  file: ContentFile,
  name: string,
  shown: readonly ShownText[] | null,
  mayBeUnused: boolean,
) {
  const { record, problems } = readRecord(file);
  const parsed = parseRecords(record, Items);
  const found: ContentProblem[] = [...problems, ...parsed.problems];
  const current: CurrentText[] = [];
  const outdated: OutdatedText[] = [];
  const known = new Map(
    (shown ?? []).flatMap((text) =>
      text.file === name ? [[`${text.id} ${text.field}`, text] as const] : [],
    ),
  );
  for (const { value, lineOf } of parsed.items)
    for (const [id, texts] of Object.entries(value)) {
      const seen = new Set<string>();
      for (const [key, text] of Object.entries(texts)) {
        const say = (message: string): void => {
          found.push({ file: file.file, line: lineOf([id, key]), message: `${id}: ${message}` });
        };
        const [, field, hash] = KEY.exec(key) ?? [];
        if (field === undefined || hash === undefined) {
          say(`"${key}" must be a field with the hash of its English, like title@1a2b3c4d`);
          continue;
        }
        if (seen.has(field)) say(`${field} is already translated above`);
        seen.add(field);
        const original = known.get(`${id} ${field}`);
        if (original === undefined) {
          if (shown !== null && !mayBeUnused) say(`${field} isn’t a text of the content`);
          continue;
        }
        if (hash !== hashText(original.english)) {
          outdated.push({ file: name, id, field, line: lineOf([id, key]) });
          continue;
        }
        const fault = findFault(original, text);
        if (fault === null)
          current.push({
            ...{ english: original.english, text, file: file.file },
            line: () => lineOf([id, key]),
          });
        else say(`${field} ${fault}`);
      }
    }
  return { current, outdated, problems: found };
}

/** Facts stay the same in every language: what can be compared is. Null where nothing is wrong. */
function findFault({ english, schema }: ShownText, text: string): string | null {
  const parsed = schema.safeParse(text);
  if (!parsed.success) return parsed.error.issues[0]?.message ?? 'isn’t valid';
  if (HTML.test(text)) return 'must not contain HTML';
  if (!isSame(text.match(LINKS), english.match(LINKS)))
    return 'must have the links of the English, and no other';
  if (!isSame(text.match(NUMBERS), english.match(NUMBERS)))
    return 'must have the numbers of the English, and no other';
  return null;
}

function isSame(some: readonly string[] | null, others: readonly string[] | null): boolean {
  return JSON.stringify((some ?? []).toSorted()) === JSON.stringify((others ?? []).toSorted());
}

/** One English text has one translation, wherever it stands. */
function joinTexts(current: readonly CurrentText[]) {
  const first = new Map<string, CurrentText>();
  const problems: ContentProblem[] = [];
  for (const one of current) {
    const known = first.get(one.english);
    if (known === undefined) first.set(one.english, one);
    else if (known.text !== one.text)
      problems.push({
        file: one.file,
        line: one.line(),
        message: `says “${one.english}” differently than ${known.file}:${known.line()}`,
      });
  }
  return { texts: new Map([...first].map(([english, { text }]) => [english, text])), problems };
}
