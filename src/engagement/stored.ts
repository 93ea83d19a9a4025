/**
 * What the JSON columns of a request hold. Another version, or a damaged file, may have put something else there: that
 * counts as empty, so that nothing fails because of it, and it's reported (`listDamaged` in sql.ts).
 */
import { z } from 'zod/v4';
import { ROUTE_FACTS, STATES, type State } from './request';
import { parseObject } from '../outbox/parse-object';

const Named = z.object({ id: z.string(), name: z.string() });
const FieldValue = z.object({
  kind: z.enum(['text', 'date', 'number', 'choice']),
  label: z.string(),
  value: z.string(),
  title: z.string().optional(),
});
const Alternate = z.object({ ...Named.shape, as: z.enum(['PDM', 'PTS', 'backup']) });
const RouteReason = z.object({
  says: z.object({ en: z.string() }).catchall(z.string()).nullable(),
  facts: z.partialRecord(z.enum(ROUTE_FACTS), z.string()),
  away: z.object({ person: z.string(), backup: z.string().nullable() }).nullable(),
});

export const STORED = {
  fields: z.record(z.string(), FieldValue),
  background: z.object({
    asked: z.array(z.object({ text: z.string().nullable(), answerTitle: z.string().nullable() })),
    scope: z.string().nullable(),
  }),
  alternates: z.array(Alternate),
  because: RouteReason,
  /** Of an event. What is in `route` isn't shown. */
  details: z.object({
    route: z.unknown().optional(),
    text: z.string().optional(),
    person: Named.optional(),
    queue: Named.optional(),
    acceptedFor: z.string().optional(),
    reasonId: z.string().optional(),
    reason: z.string().optional(),
    outcomeId: z.string().optional(),
    hours: z.number().optional(),
    before: z.record(z.string(), z.unknown()).optional(),
  }),
} as const;

/** What the column holds; undefined if that can't be read, or has another shape. */
export function readStored<Column extends keyof typeof STORED>(
  column: Column,
  text: string,
): z.output<(typeof STORED)[Column]> | undefined {
  const parsed = STORED[column].safeParse(parseObject(text));
  return parsed.success ? (parsed.data as z.output<(typeof STORED)[Column]>) : undefined;
}

export function isKnownState(state: string): state is State {
  return (STATES as readonly string[]).includes(state);
}
