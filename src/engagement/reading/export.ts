import type { Identity } from '../../directory/recognise';
import { writeCsv, type Separator } from '../../shared/csv/write';
import type { DeskDependencies } from '../dependencies';
import { mayLook } from '../permissions';
import { relationsToQueue } from '../relations';
import { STATES } from '../request';
import { readView } from './reader';
import type { FieldView, RequestView } from './view';

export type ExportOutcome =
  | { readonly outcome: 'exported'; readonly csv: string; readonly count: number }
  | { readonly outcome: 'not-found' | 'not-allowed' };

/** How many requests are read at once, so that only the text of a long export needs memory. */
const BATCH = 200;

type Cell = string | number | null;

/** The fields that services declare for themselves follow: a column for each that any of the requests has. */
const COLUMNS: Readonly<Record<string, (request: RequestView) => Cell>> = {
  number: ({ number }) => number,
  state: ({ state }) => state,
  service: ({ service }) => service.name,
  motion: ({ motion }) => motion,
  partner: ({ partnerName }) => partnerName,
  customer: ({ customer }) => customer,
  confidential: ({ isConfidential }) => (isConfidential ? 'yes' : 'no'),
  solution_area: ({ solutionArea }) => solutionArea?.name ?? null,
  region: ({ region }) => region,
  wanted_by: ({ wantedBy }) => wantedBy,
  accepted_for: ({ acceptedFor }) => acceptedFor,
  proposed_for: ({ proposedFor }) => proposedFor,
  owner: ({ owner }) => owner?.name ?? null,
  rule: ({ ruleId }) => ruleId,
  decline_reason: ({ declineReasonId }) => declineReasonId,
  outcome: ({ outcomeId }) => outcomeId,
  hours: ({ hours }) => hours,
  created: ({ createdAtMs }) => toTime(createdAtMs),
  first_response: ({ milestones }) => toTime(milestones.firstResponseAtMs),
  claimed: ({ milestones }) => toTime(milestones.claimedAtMs),
  accepted: ({ milestones }) => toTime(milestones.acceptedAtMs),
  completed: ({ milestones }) => toTime(milestones.completedAtMs),
  updated: ({ updatedAtMs }) => toTime(updatedAtMs),
  closed: ({ closedAtMs }) => toTime(closedAtMs),
};

function toTime(atMs: number | null): string | null {
  return atMs === null ? null : new Date(atMs).toISOString();
}

function toCell(field: FieldView | undefined): Cell {
  const value = field?.value ?? null;
  return field?.kind === 'number' && value !== null ? Number(value) : (field?.title ?? value);
}

export function createExport(deps: DeskDependencies) {
  const { database, store, directory } = deps;
  return {
    /** All requests of a queue as CSV, newest first, for its lead; confidential customers stay out. */
    async exportQueue(by: Identity, queueId: string, separator?: Separator): Promise<ExportOutcome> {
      const organisation = await directory.current();
      const queue = organisation.findQueue(queueId);
      if (queue === undefined) return { outcome: 'not-found' };
      const relations = relationsToQueue(by, queue, organisation);
      if (mayLook(relations, 'export-queue') === null) return { outcome: 'not-allowed' };
      const exported: { readonly cells: Cell[]; readonly fields: RequestView['fields'] }[] = [];
      let before: number | null = null;
      for (;;) {
        const filter = { queueId, states: STATES };
        const batch = await store.list(database.direct, filter, { limit: BATCH, before });
        for (const request of batch) {
          const view = await readView(deps, request, 'member', organisation);
          exported.push({
            cells: Object.values(COLUMNS).map((column) => column(view)),
            fields: view.fields,
          });
        }
        before = batch.at(-1)?.number ?? null;
        if (batch.length < BATCH) break;
      }
      const fieldIds = [...new Set(exported.flatMap(({ fields }) => fields.map(({ id }) => id)))].sort();
      const columns = [...Object.keys(COLUMNS), ...fieldIds.map((id) => `field_${id.replaceAll('-', '_')}`)];
      const rows = exported.map(({ cells, fields }) => [
        ...cells,
        ...fieldIds.map((id) => toCell(fields.find((field) => field.id === id))),
      ]);
      return { outcome: 'exported', csv: writeCsv(columns, rows, separator), count: rows.length };
    },

    /** How often each reason declined a request of the queue, the commonest first; for its lead. */
    async countDeclines(
      by: Identity,
      queueId: string,
    ): Promise<readonly { readonly reasonId: string; readonly count: number }[]> {
      const organisation = await directory.current();
      const queue = organisation.findQueue(queueId);
      if (queue === undefined) return [];
      const relations = relationsToQueue(by, queue, organisation);
      if (mayLook(relations, 'export-queue') === null) return [];
      return store.countDeclines(database.direct, queueId);
    },
  };
}
