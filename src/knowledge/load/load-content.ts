/**
 * Reads the content from its files, and rejects all of it if anything is wrong. People who edit content see every
 * mistake at once, with file and line, and nothing half-right goes live.
 *
 * The table below says which file holds what. model/content.ts defines each item's shape, and check-content.ts checks
 * items against each other. content-files.ts and read-records.ts read files and YAML with line numbers.
 */
import path from 'node:path';
import type { z } from 'zod/v4';
import { checkCues } from './check-cues';
import { checkGuide } from '../guides/check-guide';
import { AuthoredGuide } from '../guides/guide';
import { checkNeeds, type KnownIds } from '../needs/check-needs';
import { Needs, Situations } from '../needs/need';
import { findProjectRoot } from '../../shared/project-root';
import { checkContent, type LocatedContent, type LocatedList } from './check-content';
import {
  AuthoredEntry,
  AuthoredRule,
  DeclineReason,
  Door,
  Fact,
  Intent,
  NotCovered,
  Programme,
  Reason,
  Service,
  SolutionArea,
  Source,
  Starter,
  Term,
  type Content,
  type WithFacts,
} from '../model/content';
import { Comparison } from '../model/comparison';
import { ContentError, type ContentProblem } from '../model/content-error';
import { Cues } from '../model/cues';
import { Language } from '../languages/language';
import { Wording } from '../model/wording';
import { listTexts } from '../translations/list-texts';
import { readContentFiles, type ContentFile } from './content-files';
import {
  parseRecords,
  readList,
  readMarkdown,
  readSingle,
  type Located,
  type RawRecord,
  type Records,
} from './read-records';
import { readTranslations, TRANSLATION } from './read-translations';

/** The folder of the content that comes with the program. */
export function findContentDir(): string {
  return path.join(findProjectRoot(), 'src', 'content');
}

/**
 * The folders of shipped vectors: the program's, and CONTENT_DIR's. `npm run content -- --write-vectors` writes the
 * last one.
 */
export function listVectorFolders(overlayDir: string | null | undefined): string[] {
  const folders = [findContentDir(), ...(overlayDir ? [overlayDir] : [])];
  return folders.map((folder) => path.join(folder, 'vectors'));
}

/**
 * Loads the content under `dir`. A file in `overlayDir` (CONTENT_DIR) replaces ours with the same name, a blank one
 * removes it, and a new one is added, so that another organisation can replace everything. Throws ContentError with
 * every problem in every file.
 */
export function loadContent({ dir, overlayDir }: { dir: string; overlayDir?: string | undefined }): Content {
  const { files, problems } = readContentFiles(dir, overlayDir);
  const found: ContentProblem[] = [...problems];
  const unread = new Set(files);

  function load<T>(name: RegExp, read: Reader, schema: z.ZodType<T>): LocatedList<T> {
    const items: Located<T>[] = [];
    const refused: RawRecord[] = [];
    let complete = true;
    for (const file of files.filter((candidate) => name.test(candidate.name))) {
      unread.delete(file);
      const raw = read(file);
      const parsed = parseRecords(raw.records, schema);
      items.push(...parsed.items);
      refused.push(...parsed.refused);
      complete &&= raw.problems.length === 0;
      found.push(...raw.problems, ...parsed.problems);
    }
    return { items, refused, complete };
  }
  const loaded = {
    sources: load(/^sources\.yaml$/, readList, Source),
    facts: load(/^facts\.yaml$/, readList, Fact),
    reasons: load(/^reasons\.yaml$/, readList, Reason),
    declineReasons: load(/^decline-reasons\.yaml$/, readList, DeclineReason),
    doors: load(/^doors\.yaml$/, readList, Door),
    programmes: load(/^programmes\/[^/]+\.yaml$/, readSingle, Programme),
    entries: load(/^faq\/[^/]+\.md$/, readMarkdown, AuthoredEntry),
    rules: load(/^rules\/[^/]+\.yaml$/, readList, AuthoredRule),
    terms: load(/^glossary\.yaml$/, readList, Term),
    services: load(/^services\.yaml$/, readList, Service),
    solutionAreas: load(/^solution-areas\.yaml$/, readList, SolutionArea),
    notCovered: load(/^not-covered\.yaml$/, readList, NotCovered),
    intents: load(/^intents\.yaml$/, readList, Intent),
    starters: load(/^starters\.yaml$/, readList, Starter),
    comparisons: load(/^comparisons\.yaml$/, readList, Comparison),
    guides: load(/^guides\/[^/]+\.yaml$/, readSingle, AuthoredGuide),
  };
  const cues = load(/^cues\.yaml$/, readSingle, Cues);
  const languages = load(/^languages\/[^/]+\.yaml$/, readSingle, Language);
  const wording = load(/^wording\.yaml$/, readSingle, Wording);
  const needs = load(/^needs\.yaml$/, readSingle, Needs);
  const situations = load(/^situations\.yaml$/, readList, Situations);
  for (const { file, name } of unread)
    if (!TRANSLATION.test(name))
      found.push({ file, line: 1, message: 'isn’t a content file. Check its name and folder' });
  found.push(
    ...checkContent(loaded),
    ...cues.items.flatMap((item) => checkCues(item, loaded)),
    ...loaded.guides.items.flatMap(checkGuide),
    ...needs.items.flatMap((item) => checkNeeds(item, situations.items, listIds(loaded))),
  );
  const content = {
    ...buildContent(loaded),
    languages: valuesOf(languages),
    needs: needs.items[0]?.value ?? null,
    situations: valuesOf(situations),
    cues: cues.items[0]?.value ?? Cues.parse({}),
    wording: wording.items[0]?.value ?? Wording.parse({}),
  };
  const { translations, problems: mistranslated } = readTranslations({
    files,
    shown: found.length > 0 ? null : listTexts(content),
    mayBeUnused: ({ file }) => overlayDir !== undefined && !path.relative(dir, file).startsWith('..'),
  });
  found.push(...mistranslated);
  if (found.length > 0) throw new ContentError(sortByPlace(found));
  return { ...content, translations };
}

type Reader = (file: ContentFile) => Records;

function buildContent(
  loaded: LocatedContent,
): Omit<Content, 'cues' | 'languages' | 'needs' | 'situations' | 'translations' | 'wording'> {
  const facts = new Map(loaded.facts.items.map(({ value }) => [value.id, value]));
  const addFacts = <T extends { goodToKnow: string[] }>(value: T): WithFacts<T> => ({
    ...value,
    goodToKnow: value.goodToKnow.flatMap((id) => facts.get(id) ?? []),
  });
  return {
    sources: valuesOf(loaded.sources),
    facts: valuesOf(loaded.facts),
    reasons: valuesOf(loaded.reasons),
    declineReasons: valuesOf(loaded.declineReasons),
    doors: valuesOf(loaded.doors),
    programmes: valuesOf(loaded.programmes),
    entries: valuesOf(loaded.entries).map(addFacts),
    rules: valuesOf(loaded.rules).map(addFacts),
    terms: valuesOf(loaded.terms),
    services: valuesOf(loaded.services),
    solutionAreas: valuesOf(loaded.solutionAreas),
    notCovered: valuesOf(loaded.notCovered),
    intents: valuesOf(loaded.intents),
    starters: valuesOf(loaded.starters),
    comparisons: valuesOf(loaded.comparisons),
    guides: valuesOf(loaded.guides).map((guide) => ({ ...guide, rows: guide.rows.map(addFacts) })),
  };
}

/** The IDs that rows of the needs may name. */
function listIds({ entries, rules, terms, notCovered, intents, doors, services }: LocatedContent): KnownIds {
  const idsOf = (...lists: readonly LocatedList<{ id: string }>[]): Set<string> =>
    new Set(lists.flatMap(({ items }) => items.map(({ value }) => value.id)));
  const topics = [entries, rules, terms, notCovered, intents].flatMap(({ items }) =>
    items.map(({ value }) => value.topic),
  );
  return {
    answers: idsOf(entries, rules),
    topics: new Set(topics),
    doors: idsOf(doors),
    services: idsOf(services),
  };
}

function valuesOf<T>(list: LocatedList<T>): T[] {
  return list.items.map(({ value }) => value);
}

function sortByPlace(problems: readonly ContentProblem[]): ContentProblem[] {
  return [...problems].sort((a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0));
}
