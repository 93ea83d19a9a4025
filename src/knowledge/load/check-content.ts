/**
 * Checks the items against each other: IDs are unique, references exist, and a wording or alias belongs to one item
 * only. Each problem names the place of the item that must change.
 */
import type {
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
} from '../model/content';
import type { Comparison } from '../model/comparison';
import type { ContentProblem } from '../model/content-error';
import type { AuthoredGuide } from '../guides/guide';
import type { Located, RawRecord } from './read-records';

/** The items of one kind. `complete` is false if a file of that kind couldn't be read at all. */
export interface LocatedList<T> {
  readonly items: readonly Located<T>[];
  /** Items that their schema rejected. They still exist, so a reference to one isn't reported as missing. */
  readonly refused: readonly RawRecord[];
  readonly complete: boolean;
}

export interface LocatedContent {
  readonly sources: LocatedList<Source>;
  readonly facts: LocatedList<Fact>;
  readonly reasons: LocatedList<Reason>;
  readonly declineReasons: LocatedList<DeclineReason>;
  readonly doors: LocatedList<Door>;
  readonly programmes: LocatedList<Programme>;
  readonly entries: LocatedList<AuthoredEntry>;
  readonly rules: LocatedList<AuthoredRule>;
  readonly terms: LocatedList<Term>;
  readonly services: LocatedList<Service>;
  readonly solutionAreas: LocatedList<SolutionArea>;
  readonly notCovered: LocatedList<NotCovered>;
  readonly intents: LocatedList<Intent>;
  readonly starters: LocatedList<Starter>;
  readonly guides: LocatedList<AuthoredGuide>;
  readonly comparisons: LocatedList<Comparison>;
}

export function checkContent(content: LocatedContent): ContentProblem[] {
  const { sources, facts, reasons, doors, programmes, entries, rules, services, solutionAreas, guides } =
    content;
  const askable = [entries, rules, content.terms, content.notCovered, content.intents];
  const askableItems = askable.flatMap((list): readonly Located<Askable>[] => list.items);
  return [
    ...[sources, facts, reasons, doors, programmes, services, solutionAreas, content.comparisons].flatMap(
      (list) => findDuplicateIds(list.items),
    ),
    ...findDuplicateIds(content.declineReasons.items),
    ...findDuplicateIds(askableItems),
    ...findDanglingReferences(content),
    ...findRepeatedWordings(askableItems, 'asks', normalizeAsk),
    ...[programmes, services, solutionAreas].flatMap(({ items }: LocatedList<Aliased>) =>
      findRepeatedWordings(items, 'aliases', normalizeAsk),
    ),
    ...rules.items.flatMap((rule) => checkRefusal(rule, reasons)),
    ...checkDeclineReasons(services, content.declineReasons),
    ...findRepeatedWordings(guides.items, 'opens', normalizeAsk),
    ...[...entries.items, ...rules.items, ...guides.items, ...content.comparisons.items].flatMap(
      checkReviewDate,
    ),
  ];
}

interface Askable {
  readonly id: string;
  readonly topic: string;
  readonly asks: readonly string[];
}
interface Aliased {
  readonly id: string;
  readonly aliases: readonly string[];
}

function findDuplicateIds(items: readonly Located<{ readonly id: string }>[]): ContentProblem[] {
  const firstById = new Map<string, Located<unknown>>();
  const problems: ContentProblem[] = [];
  for (const item of items) {
    const first = firstById.get(item.value.id);
    if (first)
      problems.push(problemAt(item, ['id'], `id: "${item.value.id}" is already used at ${placeOf(first)}`));
    else firstById.set(item.value.id, item);
  }
  return problems;
}

function findDanglingReferences(content: LocatedContent): ContentProblem[] {
  const { sources, facts, reasons, doors, programmes, entries, rules, terms, services, notCovered, intents } =
    content;
  const statements = [entries, rules, terms];
  const topics = [...statements, notCovered, intents];
  const behindStatement = { source: [sources], goodToKnow: [facts], topic: topics, door: [doors] };
  return [
    ...findDangling(facts, { source: [sources] }),
    ...findDangling(doors, { entry: [entries] }),
    ...findDangling(reasons, { door: [doors] }),
    ...findDangling(content.declineReasons, { door: [doors] }),
    ...findDangling(programmes, { door: [doors], overview: [entries] }),
    ...findDangling(services, { programmes: [programmes] }),
    ...findDangling(entries, { ...behindStatement, programme: [programmes], related: statements }),
    ...findDangling(rules, { ...behindStatement, programme: [programmes], refuses: [reasons] }),
    ...findDangling(terms, { source: [sources], topic: topics }),
    ...findDangling(notCovered, {
      door: [doors],
      nearest: statements,
      topic: topics,
      programme: [programmes],
    }),
    ...findDangling(intents, { topic: topics }),
    ...findDangling(content.starters, { shows: statements }),
    ...findDangling(content.guides, { source: [sources], topic: topics, offeredBy: [entries, rules] }),
    ...findDangling(listParts(content.guides, 'rows'), { door: [doors], goodToKnow: [facts] }),
    ...findDangling(content.comparisons, { source: [sources], topics }),
    ...findDangling(listParts(content.comparisons, 'things'), { programme: [programmes], term: [terms] }),
  ];
}

/** Lists the parts of all items as separate items, each with its place. */
function listParts<Field extends string, Part extends object>(
  { items, complete }: LocatedList<Readonly<Record<Field, readonly Part[]>>>,
  field: Field,
): LocatedList<Part> {
  const parts = items.flatMap(({ file, value, lineOf }) =>
    value[field].map((part, index) => ({
      file,
      value: part,
      lineOf: (inside: readonly PropertyKey[]) => lineOf([field, index, ...inside]),
    })),
  );
  return { items: parts, refused: [], complete };
}

type Targets = readonly LocatedList<{ readonly id: string }>[];

/**
 * Finds IDs in the fields of `list` that none of the field's targets has. A target that couldn't be read isn't checked.
 */
function findDangling<T extends object>(
  list: LocatedList<T>,
  targetsByField: Readonly<Partial<Record<keyof T & string, Targets>>>,
): ContentProblem[] {
  return Object.entries<Targets | undefined>(targetsByField).flatMap(([field, targets = []]) => {
    if (targets.some(({ complete }) => !complete)) return [];
    const known = new Set(
      targets.flatMap((target) => allRecords(target).map((record) => readField(record, 'id'))),
    );
    return allRecords(list).flatMap((record) => {
      const written = readField(record, field);
      const ids: readonly unknown[] = Array.isArray(written) ? written : [written];
      return ids.flatMap((id, index) => {
        if (typeof id !== 'string' || known.has(id)) return [];
        const path = Array.isArray(written) ? [field, index] : [field];
        return [problemAt(record, path, `${field}: "${id}" doesn't exist`)];
      });
    });
  });
}

function allRecords(list: LocatedList<unknown>): readonly RawRecord[] {
  return [...list.items, ...list.refused];
}

function readField({ value }: RawRecord, field: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[field] : undefined;
}

/** A wording of two items would make one of them unreachable, and nobody could tell which. */
function findRepeatedWordings<Field extends 'asks' | 'aliases' | 'opens'>(
  items: readonly Located<Readonly<Record<Field, readonly string[]>> & { readonly id: string }>[],
  field: Field,
  normalize: (wording: string) => string,
): ContentProblem[] {
  const firstByWording = new Map<string, { item: (typeof items)[number]; index: number }>();
  const problems: ContentProblem[] = [];
  for (const item of items) {
    item.value[field].forEach((wording, index) => {
      const key = normalize(wording);
      const first = firstByWording.get(key);
      if (first === undefined) firstByWording.set(key, { item, index });
      else {
        // Looking up a line parses the file again, so this does it only for a repeated wording.
        const place = `"${first.item.value.id}", at ${placeOf(first.item, [field, first.index])}`;
        problems.push(
          problemAt(item, [field, index], `${field}: "${wording}" is already listed under ${place}`),
        );
      }
    });
  }
  return problems;
}

/**
 * Wordings that differ only in case and punctuation count as the same. One without letters ("?") is compared as it is.
 */
function normalizeAsk(wording: string): string {
  return (
    wording
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim() || wording
  );
}

/** A request that nobody can decline would stay open for good. */
function checkDeclineReasons(
  services: LocatedList<Service>,
  reasons: LocatedList<DeclineReason>,
): ContentProblem[] {
  const stored = services.items.find(({ value }) => value.stored);
  if (stored === undefined || !reasons.complete || allRecords(reasons).length > 0) return [];
  return [
    problemAt(
      stored,
      ['id'],
      'its requests need a reason in decline-reasons.yaml, or nobody can decline them',
    ),
  ];
}

function checkRefusal(rule: Located<AuthoredRule>, reasons: LocatedList<Reason>): ContentProblem[] {
  const reason = reasons.items.find(({ value }) => value.id === rule.value.refuses);
  if (!reason?.value.eligible) return [];
  return [
    problemAt(
      rule,
      ['refuses'],
      `refuses: "${reason.value.id}" is a reason to accept a request, not to refuse it`,
    ),
  ];
}

function checkReviewDate(item: Located<Pick<AuthoredEntry, 'verified' | 'reviewBy'>>): ContentProblem[] {
  const { verified, reviewBy } = item.value;
  if (reviewBy > verified.slice(0, reviewBy.length)) return [];
  return [problemAt(item, ['reviewBy'], 'reviewBy must be later than verified')];
}

function problemAt(item: Located<unknown>, path: readonly PropertyKey[], message: string): ContentProblem {
  return { file: item.file, line: item.lineOf(path), message };
}

function placeOf(item: Located<unknown>, path: readonly PropertyKey[] = ['id']): string {
  return `${item.file}:${item.lineOf(path)}`;
}
