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
import { line, text, title } from './elements/text';

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
  /** Where the next page starts, null on the last. */
  readonly next: number | null;
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
  actions: { page: z.object({ listId: Id, before: z.coerce.number().int().min(1).max(999_999_999) }) },
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
      next: null,
    },
    none: { heading: 'Your requests', reader: 'partner', listId: 'mine', rows: [], next: null },
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
      next: 12,
    },
  },
  render: (model: RequestListModel) =>
    drawCard({
      summary: `${model.heading}: ${model.rows.length === 0 ? 'none' : model.rows.map(({ number }) => number).join(', ')}`,
      body: [
        title('Requests', { spacing: 'None' }),
        line([model.heading], { subtle: true, spacing: 'None' }),
        ...(model.rows.length === 0
          ? [text('Nothing here.', { spacing: 'Medium' })]
          : model.rows.map((entry) => rowOf(entry, model.reader))),
      ],
      actions: [
        model.next === null
          ? null
          : button('Older', 'request-list.page', { listId: model.listId, before: model.next }),
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
