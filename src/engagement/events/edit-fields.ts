import type { FieldValue, FieldValues } from '../request';

/** The values after an edit. Fields that it doesn't name stay, including those that the content no longer has. */
export function mergeFields(
  current: FieldValues,
  edited: Readonly<Record<string, FieldValue | null>>,
): FieldValues {
  const merged = Object.entries({ ...current, ...edited });
  return Object.fromEntries(merged.filter((one): one is [string, FieldValue] => one[1] !== null));
}

/** What the changed fields held before; null where they were empty. */
export function findReplaced(
  before: FieldValues,
  after: FieldValues,
): Readonly<Record<string, FieldValue | null>> {
  const ids = Object.keys({ ...before, ...after });
  const changed = ids.filter((id) => JSON.stringify(before[id]) !== JSON.stringify(after[id]));
  return Object.fromEntries(changed.map((id) => [id, before[id] ?? null]));
}
