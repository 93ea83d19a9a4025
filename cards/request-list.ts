import { z } from 'zod/v4';
import type { CardElement } from './define-card';
import { defineCard } from './define-card';
import { button } from './elements/actions';
import { say } from './elements/say';
import { day } from './elements/dates';
import { Id } from './elements/input-values';
import { drawCard } from './elements/layout';
import type { Reader, RequestState } from './elements/request-state';
import { stateMark } from './elements/request-state';
import { hostile, longName } from './elements/samples';
import { line, note, text, title } from './elements/text';

export interface RequestListModel {
  /** Whose list: "Your requests" or a queue's name. */
  readonly heading: string;
  readonly reader: Reader;
  /** Which list it is, for paging: 'mine', or the id of a queue, which the handler checks. */
  readonly listId: string;
  readonly rows: readonly {
    readonly number: string;
    readonly state: RequestState;
    readonly serviceName: string;
    /** What the reader may see of who it is for: a customer in one's own list, the partner in a queue's. */
    readonly who: string | null;
    readonly ownerName: string | null;
    /** Last change, ISO. */
    readonly changedAt: string;
  }[];
  /** Counted from 1. */
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

const row = {
  number: 'PD-0042',
  state: 'claimed',
  serviceName: 'Architecture Design Session',
  who: 'Contoso',
  ownerName: 'Ana Alvarez',
  changedAt: '2026-11-23T13:20:00.000Z',
} as const;

/** Several requests, one row each; pressing a row shows it. */
export const requestList = defineCard({
  name: 'request-list',
  actions: { page: z.object({ listId: Id, page: z.coerce.number().int().min(1).max(10_000) }) },
  samples: {
    mine: {
      heading: 'Your requests',
      reader: 'partner',
      listId: 'mine',
      rows: [
        row,
        { ...row, number: 'PD-0040', state: 'needs-info', serviceName: 'Proof of Concept', who: 'Northwind' },
        { ...row, number: 'PD-0031', state: 'completed', serviceName: 'Technical Briefing', who: null },
      ],
      page: 1,
      pages: 1,
      total: 3,
    },
    none: {
      heading: 'Your requests',
      reader: 'partner',
      listId: 'mine',
      rows: [],
      page: 1,
      pages: 1,
      total: 0,
    },
    longest: {
      heading: longName,
      reader: 'desk',
      listId: 'q'.repeat(60),
      rows: Array.from({ length: 10 }, () => ({
        ...row,
        number: 'PD-123456789',
        state: 'needs-info' as const,
        serviceName: longName,
        who: hostile,
        ownerName: longName,
      })),
      page: 2,
      pages: 12,
      total: 118,
    },
  },
  render: (model: RequestListModel) =>
    drawCard({
      summary: `${model.heading}: ${model.total === 0 ? 'none' : model.total}`,
      body: [
        title('Requests', { spacing: 'None' }),
        line([model.heading, ...(model.total === 0 ? [] : [` · ${model.total}`])], {
          subtle: true,
          spacing: 'None',
        }),
        ...(model.rows.length === 0
          ? [text('Nothing here.', { spacing: 'Medium' })]
          : model.rows.map((entry) => rowOf(entry, model.reader))),
        model.pages > 1 ? note(`Page ${model.page} of ${model.pages}`, { spacing: 'Medium' }) : null,
      ],
      actions: [
        model.page > 1
          ? button('Newer', 'request-list.page', { listId: model.listId, page: model.page - 1 })
          : null,
        model.page < model.pages
          ? button('Older', 'request-list.page', { listId: model.listId, page: model.page + 1 })
          : null,
      ],
    }),
});

function rowOf(entry: RequestListModel['rows'][number], reader: Reader): CardElement {
  return {
    type: 'Container',
    style: 'emphasis',
    spacing: 'Small',
    selectAction: say(`Show ${entry.number}`, `status ${entry.number}`),
    items: [
      line([{ text: entry.serviceName, bolder: true }, ...(entry.who === null ? [] : [` · ${entry.who}`])]),
      line(
        [
          `${entry.number} · ${stateMark(entry.state, reader)}`,
          ...(entry.ownerName === null ? [] : [` · ${entry.ownerName}`]),
          ` · ${day(entry.changedAt)}`,
        ],
        { size: 'Small', subtle: true, spacing: 'None' },
      ),
    ],
  };
}
