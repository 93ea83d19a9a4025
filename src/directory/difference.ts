import type { DirectoryFile } from './csv';
import type { OrganisationContent } from './organisation';

/** The changes of an import, by ID, for a person to read. */
export interface DirectoryDifference {
  readonly file: DirectoryFile;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly { readonly id: string; readonly fields: readonly string[] }[];
}

type Row = Readonly<Record<string, unknown>>;

function changedFields(before: Row, after: Row): string[] {
  return Object.keys(after).filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}

/** What identifies a row; for a holiday, its calendar and day. */
function nameRow({ id, calendar, date }: Row): string {
  return typeof id === 'string' ? id : `${String(calendar)} ${String(date)}`;
}

/** Always four items, one per file. `before` is null if there's no directory yet. */
export function compareDirectories(
  before: OrganisationContent | null,
  after: OrganisationContent,
): DirectoryDifference[] {
  return (['partners', 'people', 'queues', 'holidays'] as const).map((file) => {
    const old = new Map<string, Row>((before?.[file] ?? []).map((row: Row) => [nameRow(row), row]));
    const rows = new Map<string, Row>(after[file].map((row: Row) => [nameRow(row), row]));
    return {
      file,
      added: [...rows.keys()].filter((id) => !old.has(id)),
      removed: [...old.keys()].filter((id) => !rows.has(id)),
      changed: [...rows].flatMap(([id, row]) => {
        const earlier = old.get(id);
        const fields = earlier === undefined ? [] : changedFields(earlier, row);
        return fields.length === 0 ? [] : [{ id, fields }];
      }),
    };
  });
}
