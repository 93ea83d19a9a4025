/**
 * The values of a service's own fields in a sentence: "the RFP is due on 15 January", "for 120 users". A value counts only
 * beside words that name its field; a text is never read.
 */
import { checkValue } from '../../knowledge/fields/check-value';
import type { ServiceField } from '../../knowledge/fields/service-field';
import type { Service } from '../../knowledge/model/content';
import { createPhrases, type Phrases } from '../../knowledge/search/phrases';
import type { UnclearDate } from '../reply';
import { listDates } from './find-date';
import type { Span } from './find-remainder';

export interface FieldsRead {
  /** As the form holds them. */
  readonly values: Readonly<Record<string, string>>;
  readonly unclear: Readonly<Record<string, UnclearDate>>;
  /** The places of the values. */
  readonly at: readonly Span[];
  /** The same with the words that name the fields. */
  readonly taken: readonly Span[];
}

export type FieldFinder = (text: string, serviceId: string | null, nowMs: number) => FieldsRead;

interface Reading {
  readonly value: string | null;
  readonly doubt: UnclearDate | null;
  readonly span: Span;
}

const NOTHING: FieldsRead = { values: {}, unclear: {}, at: [], taken: [] };
/** From the words to the value, and from the value to the words, in characters. */
const REACH = { date: { after: 30, before: 25 }, number: { after: 12, before: 25 } };

export function createFieldFinder(services: readonly Pick<Service, 'id' | 'fields'>[]): FieldFinder {
  const byService = new Map(
    services.map(({ id, fields }) => [id, fields.map((field) => ({ field, ...createNames(field) }))]),
  );
  return (text, serviceId, nowMs) => {
    const fields = byService.get(serviceId ?? '') ?? [];
    if (fields.length === 0) return NOTHING;
    const dates = listDates(text, nowMs).map(({ from, said, day, doubt }) => ({
      value: day,
      doubt,
      span: { from, to: from + said.length },
    }));
    const readings = {
      date: dates,
      number: listNumbers(text).filter(({ span }) => !dates.some((date) => overlaps(date.span, span))),
    };
    const found = fields
      .flatMap(({ field, names, options }) =>
        field.kind === 'choice'
          ? findOption(text, field, options)
          : field.kind === 'text'
            ? []
            : pair(text, field, names, readings[field.kind]),
      )
      .sort((one, other) => one.gap - other.gap);
    return settle(found);
  };
}

function createNames(field: ServiceField): { names: Phrases<true>; options: Phrases<string> } {
  const options = field.kind === 'choice' ? field.options : [];
  return {
    names: createPhrases(field.said.map((name) => [name, true] as const)),
    options: createPhrases(
      options.flatMap(({ id, label, said }) =>
        [...Object.values(label), ...said].map((name) => [name, id] as const),
      ),
    ),
  };
}

interface FoundValue {
  readonly id: string;
  readonly reading: Reading;
  readonly name: Span;
  readonly gap: number;
}

/** Each value is taken once, by the field whose words are nearest. */
function settle(found: readonly FoundValue[]): FieldsRead {
  const kept = found.reduce<readonly FoundValue[]>(
    (taken, one) =>
      taken.some(({ id, reading }) => id === one.id || overlaps(reading.span, one.reading.span))
        ? taken
        : [...taken, one],
    [],
  );
  return {
    values: Object.fromEntries(
      kept.flatMap(({ id, reading: { value } }) => (value === null ? [] : [[id, value]])),
    ),
    unclear: Object.fromEntries(
      kept.flatMap(({ id, reading: { doubt } }) => (doubt === null ? [] : [[id, doubt]])),
    ),
    at: kept.map(({ reading }) => reading.span),
    taken: kept.map(({ name, reading: { span } }) => ({
      from: Math.min(name.from, span.from),
      to: Math.max(name.to, span.to),
    })),
  };
}

function pair(
  text: string,
  field: Extract<ServiceField, { kind: 'date' | 'number' }>,
  names: Phrases<true>,
  readings: readonly Reading[],
): readonly FoundValue[] {
  return names.find(text).flatMap((name) =>
    readings.flatMap((reading) => {
      const gap = measureGap(text, name, reading.span, REACH[field.kind]);
      // The form checks the day against today again.
      const isUsable = reading.value === null || checkValue(field, reading.value, '').outcome === 'value';
      return gap === null || !isUsable ? [] : [{ id: field.id, reading, name, gap }];
    }),
  );
}

/** Null if the two aren't related. */
function measureGap(
  text: string,
  name: Span,
  value: Span,
  reach: { readonly after: number; readonly before: number },
): number | null {
  if (overlaps(name, value)) return 0;
  const isAfter = value.from >= name.to;
  const between = isAfter ? text.slice(name.to, value.from) : text.slice(value.to, name.from);
  if (between.length > (isAfter ? reach.after : reach.before)) return null;
  const ends = isAfter ? /[!?;\n\d]|\.\s/u : /[!?;\n,.\d]|(?<!\p{L})(?:and|but|und|aber|et|y|e|en)(?!\p{L})/u;
  // Words before their value are the likelier reading.
  return ends.test(between) ? null : between.length + (isAfter ? 0 : 1);
}

const NUMBER =
  /(?<![\p{L}\d.,/:-])(?:\d{1,3}(?:[.,’]\d{3})+|\d{1,9}(?:[.,]\d{1,3})?)(?![\d/:]|[.,-]\d|\p{L})/gu;

function listNumbers(text: string): readonly Reading[] {
  return [...text.matchAll(NUMBER)].map(({ 0: said, index }) => ({
    value: /^\d{1,3}(?:[.,’]\d{3})+$/u.test(said) ? said.replace(/[.,’]/gu, '') : said.replace(',', '.'),
    doubt: null,
    span: { from: index, to: index + said.length },
  }));
}

/** Of a choice the one option that is named. */
function findOption(text: string, { id }: ServiceField, options: Phrases<string>): readonly FoundValue[] {
  const found = options.find(text);
  const [first] = found;
  if (first === undefined || found.some(({ value }) => value !== first.value)) return [];
  const reading = { value: first.value, doubt: null, span: first };
  return [{ id, reading, name: first, gap: 0 }];
}

function overlaps(one: Span, other: Span): boolean {
  return one.from < other.to && other.from < one.to;
}
