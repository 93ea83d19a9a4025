import type { DirectoryFile } from './csv';
import type { OrganisationContent } from './organisation';

/** What an import changes, by ids, for a person to read before and after. */
export interface DirectoryDifference {
  readonly file: DirectoryFile;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly { readonly id: string; readonly fields: readonly string[] }[];
}

type Row = { readonly id: string } & Readonly<Record<string, unknown>>;

function changedFields(before: Row, after: Row): string[] {
  return Object.keys(after).filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}

/** One item a file, always three; `before` null stands for no directory yet. */
export function compareDirectories(
  before: OrganisationContent | null,
  after: OrganisationContent,
): DirectoryDifference[] {
  return (['partners', 'people', 'queues'] as const).map((file) => {
    const old = new Map<string, Row>((before?.[file] ?? []).map((row) => [row.id, row]));
    const rows: readonly Row[] = after[file];
    const kept = new Set(rows.map((row) => row.id));
    return {
      file,
      added: rows.filter((row) => !old.has(row.id)).map((row) => row.id),
      removed: [...old.keys()].filter((id) => !kept.has(id)),
      changed: rows.flatMap((row) => {
        const earlier = old.get(row.id);
        const fields = earlier === undefined ? [] : changedFields(earlier, row);
        return fields.length === 0 ? [] : [{ id: row.id, fields }];
      }),
    };
  });
}
