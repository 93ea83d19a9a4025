/** An outbox on a real database with a scripted courier and two queues with channels. */
import { expect } from '@jest/globals';
import type { DeliveryFailure } from '../../src/outbox/delivery-book';
import { createDispatcher, type Dispatcher, type DispatcherDependencies } from '../../src/outbox/dispatcher';
import {
  recipientKey,
  ROW_STATES,
  type OutboxMessage,
  type OutboxRow,
  type Recipient,
} from '../../src/outbox/message';
import { channelAddress, openTestDesk, type TestDesk } from './desk';
import { createScriptedCourier } from './scripted-courier';

export const QUEUE: Recipient = { kind: 'queue', queueId: 'pdm-emea' };
export const OTHER: Recipient = { kind: 'queue', queueId: 'pts-emea' };
export const FALLBACK: Recipient = { kind: 'queue', queueId: 'catch-all' };

export let test: TestDesk;
export let teams: ReturnType<typeof createScriptedCourier>;
let problems: unknown[];
export let failures: { failure: DeliveryFailure; subject: string }[];
export let blocked: string[];
let said: (row: OutboxRow) => string | null;

export async function openOutbox(): Promise<void> {
  test = await openTestDesk();
  teams = createScriptedCourier();
  problems = [];
  failures = [];
  blocked = [];
  said = (row) => `${row.card} of ${row.subject}`;
  await test.outbox.rememberAddress(QUEUE, channelAddress('pdm'));
  await test.outbox.rememberAddress(OTHER, channelAddress('pts'));
}

/** Fails if there was a logged problem that the test didn't take. */
export async function closeOutbox(): Promise<void> {
  expect(problems).toEqual([]);
  await test.close();
}

/** Returns the problems logged so far, and clears them. */
export function takeProblems(): unknown[] {
  return problems.splice(0);
}

/** Sets the text of every row from now on; null for none. */
export function letRowsSay(words: string | null): void {
  said = () => words;
}

export function dispatcher(overrides: Partial<DispatcherDependencies> = {}): Dispatcher {
  return createDispatcher({
    database: test.storage.database,
    store: test.storage.outboxStore,
    outbox: test.outbox,
    courier: teams.courier,
    clock: test.clock,
    render: (row) => {
      const text = said(row);
      return Promise.resolve(text === null ? null : { text });
    },
    policy: {
      mayArriveTwice: ({ card }) => card === 'news',
      fallbackFor: (recipient) =>
        Promise.resolve(recipient.kind === 'queue' && recipient.queueId !== 'catch-all' ? FALLBACK : null),
      onBlocked: (_executor, recipients) => {
        blocked.push(...recipients.map(recipientKey));
        return Promise.resolve();
      },
      onDeliveryFailure: (_executor, { subject }, failure) => {
        failures.push({ failure, subject });
        return Promise.resolve();
      },
    },
    onProblem: ({ error }) => problems.push(error),
    random: () => 0,
    ...overrides,
  });
}

export function message(kind: OutboxMessage['kind'], subject: string, to: Recipient = QUEUE): OutboxMessage {
  return { kind, subject, to, card: 'handoff', args: {} };
}

export async function enqueue(...messages: OutboxMessage[]): Promise<void> {
  await test.storage.database.transaction((executor) => test.outbox.enqueue(executor, messages));
}

export async function states(): Promise<Record<string, number>> {
  const rows = await test.outbox.listByState(ROW_STATES);
  const counts: Record<string, number> = {};
  for (const { state } of rows) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

export async function untilSent(count: number): Promise<void> {
  while (teams.sent.length < count) await new Promise((resolve) => setImmediate(resolve));
}
