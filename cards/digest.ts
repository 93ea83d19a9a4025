import { z } from 'zod/v4';
import type { CardElement } from './define-card';
import { defineCard } from './define-card';
import { button } from './elements/actions';
import { moment } from './elements/dates';
import { Id } from './elements/input-values';
import { box, drawCard } from './elements/layout';
import { hostile, longName } from './elements/samples';
import { label, line, note, plain, title } from './elements/text';
import type { Words } from './words/languages';
import { DIGEST_ROWS } from '../src/shared/limits';

export interface DigestRowModel {
  readonly number: string;
  readonly serviceName: string;
  readonly partnerName: string;
  readonly ownerName: string | null;
  /** Since when it waits (ISO, UTC), or the day that was agreed (YYYY-MM-DD). */
  readonly since: { readonly at: string } | { readonly day: string };
}

/** `rows` are the most urgent of the `count`. */
export interface DigestPartModel {
  readonly count: number;
  readonly rows: readonly DigestRowModel[];
}

/** The morning summary for a queue's channel. It never names a customer. */
export interface DigestModel {
  readonly queueId: string;
  readonly queueName: string;
  readonly waiting: DigestPartModel;
  readonly quiet: DigestPartModel;
  readonly due: DigestPartModel;
}

const row: DigestRowModel = {
  number: 'PD-0042',
  serviceName: 'Architecture Design Session',
  partnerName: 'Fabrikam Consulting',
  ownerName: null,
  since: { at: '2026-11-23T13:05:00.000Z' },
};
const nothing: DigestPartModel = { count: 0, rows: [] };
const longestRow: DigestRowModel = {
  number: 'PD-123456789',
  serviceName: longName,
  partnerName: hostile,
  ownerName: longName,
  since: row.since,
};
const longestPart: DigestPartModel = {
  count: 250,
  rows: Array.from({ length: DIGEST_ROWS }, () => longestRow),
};

export const digest = defineCard({
  name: 'digest',
  actions: { list: z.object({ queueId: Id }) },
  samples: {
    'all three': {
      queueId: 'pdm-emea',
      queueName: 'PDM EMEA',
      waiting: { count: 2, rows: [row, { ...row, number: 'PD-0044', serviceName: 'Proof of Concept' }] },
      quiet: { count: 1, rows: [{ ...row, number: 'PD-0039', ownerName: 'Ana Alvarez' }] },
      due: {
        count: 1,
        rows: [{ ...row, number: 'PD-0031', ownerName: 'Ben Bauer', since: { day: '2026-11-24' } }],
      },
    },
    'only unclaimed': {
      queueId: 'pdm-emea',
      queueName: 'PDM EMEA',
      waiting: { count: 7, rows: Array.from({ length: DIGEST_ROWS }, () => row) },
      quiet: nothing,
      due: nothing,
    },
    longest: {
      queueId: 'q'.repeat(60),
      queueName: longName,
      waiting: longestPart,
      quiet: longestPart,
      due: longestPart,
    },
  },
  render: (model: DigestModel, words) => {
    const { queueId, queueName, waiting, quiet, due } = model;
    return drawCard({
      summary: `${queueName}: ${(['waiting', 'quiet', 'due'] as const)
        .filter((name) => model[name].count > 0)
        .map((name) => words.digest.summary[name](model[name].count))
        .join(', ')}`,
      body: [
        title(words.digest.title, { spacing: 'None' }),
        line([queueName], { subtle: true, spacing: 'None' }),
        ...part(words.digest.waiting(waiting.count), waiting, words),
        ...part(words.digest.quiet(quiet.count), quiet, words),
        ...part(words.digest.due(due.count), due, words),
        plain(words.digest.orType(`${words.lists.queue} ${queueId}`), {
          size: 'Small',
          subtle: true,
          spacing: 'Medium',
        }),
      ],
      actions: [button(words.digest.list, 'digest.list', { queueId }, { primary: true })],
    });
  },
});

function part(name: string, { count, rows }: DigestPartModel, words: Words): readonly CardElement[] {
  if (count === 0) return [];
  const left = count - rows.length;
  return [
    label(name),
    ...rows.map((entry) => drawRow(entry, words)),
    ...(left === 0 ? [] : [note(words.digest.more(left))]),
  ];
}

function drawRow(
  { number, serviceName, partnerName, ownerName, since }: DigestRowModel,
  words: Words,
): CardElement {
  const quiet = { size: 'Small', subtle: true, spacing: 'None' } as const;
  return box(
    [
      line([{ text: serviceName, bolder: true }, ` · ${partnerName}`]),
      line([ownerName === null ? number : `${number} · ${ownerName}`], quiet),
      // A day that begins with its number and a point would be a list in markdown.
      'day' in since
        ? line([words.speech.day(since.day)], quiet)
        : note(words.digest.since(moment(since.at)), { spacing: 'None' }),
    ],
    { spacing: 'Small' },
  );
}
