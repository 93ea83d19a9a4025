import path from 'node:path';
import type { z } from 'zod/v4';
import type { ContentProblem } from '../model/content-error';
import type { ContentFile } from './content-files';
import { sayIssue } from '../../shared/say-issue';
import { parseLocatedYaml, type LocatedYaml } from './located-yaml';

/** One item as it was written, before its schema accepts it. */
export interface RawRecord {
  readonly file: string;
  readonly value: unknown;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/** One valid item that knows its place, so that a later check can point to it. */
export interface Located<T> {
  readonly value: T;
  readonly file: string;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

export interface Records {
  readonly records: readonly RawRecord[];
  readonly problems: readonly ContentProblem[];
}

/** Reads a YAML file with a list of items, or with `items` and the `defaults` for all of them. */
export function readList({ file, text }: ContentFile): Records {
  const yaml = parseLocatedYaml(text, file);
  if (yaml.problems.length > 0) return { records: [], problems: yaml.problems };
  const whole = yaml.value ?? [];
  const [prefix, items, defaults] = isObject(whole)
    ? ([['items'], whole['items'], whole['defaults'] ?? {}] as const)
    : ([[], whole, {}] as const);
  if (!Array.isArray(items) || !isObject(defaults))
    return {
      records: [],
      problems: [{ file, line: 1, message: 'must be a list, or contain `defaults` and `items`' }],
    };
  const records = items.map((item: unknown, index) => ({
    file,
    value: isObject(item) ? { ...defaults, ...item } : item,
    lineOf: (inside: readonly PropertyKey[]) => yaml.lineOf([...prefix, index, ...inside]),
  }));
  return { records, problems: [] };
}

/** Reads a YAML file that is one item. Its ID is the file's name. */
export function readSingle({ file, name, text }: ContentFile): Records {
  const yaml = parseLocatedYaml(text, file);
  if (yaml.problems.length > 0) return { records: [], problems: yaml.problems };
  return {
    records: [{ file, value: addFields(yaml.value, { id: idOf(name) }), lineOf: yaml.lineOf }],
    problems: findTakenFields(yaml, file, ['id']),
  };
}

/** Reads a markdown file: front matter between two `---` lines, then the answer, then the details by paragraph. */
export function readMarkdown({ file, name, text }: ContentFile): Records {
  const match = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(text);
  if (!match)
    return {
      records: [],
      problems: [{ file, line: 1, message: 'must start with front matter between --- lines' }],
    };
  const [, frontMatter = '', body = ''] = match;
  const yaml = parseLocatedYaml(frontMatter, file, 2);
  if (yaml.problems.length > 0) return { records: [], problems: yaml.problems };
  const bodyLine = 1 + frontMatter.split('\n').length + countLeadingBlankLines(body) + 1;
  const [answer = '', ...details] = splitParagraphs(body);
  const value = addFields(yaml.value, { id: idOf(name), answer: answer.replaceAll('\n', ' '), details });
  const lineOf = (inside: readonly PropertyKey[]): number =>
    inside[0] === 'answer' || inside[0] === 'details' ? bodyLine : yaml.lineOf(inside);
  return {
    records: [{ file, value, lineOf }],
    problems: findTakenFields(yaml, file, ['id', 'answer', 'details']),
  };
}

function idOf(name: string): string {
  return path.posix.parse(name).name;
}

function addFields(value: unknown, fields: Record<string, unknown>): unknown {
  return isObject(value) ? { ...value, ...fields } : value;
}

/**
 * Finds fields that the file's name or body already sets. If they were written twice, one of the two would be ignored.
 */
function findTakenFields(yaml: LocatedYaml, file: string, names: readonly string[]): ContentProblem[] {
  const { value } = yaml;
  if (!isObject(value)) return [];
  return names
    .filter((field) => field in value)
    .map((field) => ({
      file,
      line: yaml.lineOf([field]),
      message: `${field}: remove it; it comes from the ${field === 'id' ? "file's name" : 'text below the front matter'}`,
    }));
}

/** Parses each record with `schema`. A fault becomes a problem at the line of the faulty part. */
export function parseRecords<T>(
  records: readonly RawRecord[],
  schema: z.ZodType<T>,
): {
  readonly items: readonly Located<T>[];
  readonly refused: readonly RawRecord[];
  readonly problems: readonly ContentProblem[];
} {
  const items: Located<T>[] = [];
  const refused: RawRecord[] = [];
  const problems: ContentProblem[] = [];
  for (const record of records) {
    const parsed = schema.safeParse(record.value, { error: sayIssue });
    if (parsed.success) {
      items.push({ ...record, value: parsed.data });
      continue;
    }
    refused.push(record);
    problems.push(...parsed.error.issues.map((issue) => describeIssue(issue, record)));
  }
  return { items, refused, problems };
}

/** A message that forms a sentence with its field. */
const PREDICATE = /^(?:is|isn[’']t|must|doesn[’']t)\b/;

function describeIssue(issue: z.core.$ZodIssue, record: RawRecord): ContentProblem {
  if (issue.code === 'unrecognized_keys')
    return {
      file: record.file,
      line: record.lineOf([...issue.path, issue.keys[0] ?? '']),
      message: `unknown field: ${issue.keys.join(', ')}`,
    };
  const field = issue.path.map(String).join('.');
  const message = isMissing(record.value, issue.path) ? 'is missing' : issue.message;
  return {
    file: record.file,
    line: record.lineOf(issue.path),
    message: field ? `${field}${PREDICATE.test(message) ? '' : ':'} ${message}` : message,
  };
}

function isMissing(value: unknown, fieldPath: readonly PropertyKey[]): boolean {
  let part = value;
  for (const step of fieldPath) {
    if (typeof part !== 'object' || part === null) return true;
    part = (part as Record<PropertyKey, unknown>)[step];
  }
  return part === undefined;
}

function splitParagraphs(body: string): string[] {
  return body
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

function countLeadingBlankLines(body: string): number {
  return /^\n*/.exec(body)?.[0].length ?? 0;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
