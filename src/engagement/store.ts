import type { Executor } from '../db/database';
import type { EngagementRequest, RequestEvent, State } from './request';
import type { WaitStep } from './waiting/wait';

/**
 * Which request is meant. `conversationId` is where the person wrote, because readers of a channel have seen its
 * handoff cards.
 */
export type RequestRef =
  { readonly id: string } | { readonly number: number; readonly conversationId?: string };

/** Newest first; `before` is the number after which to go on. */
export interface Page {
  readonly limit: number;
  readonly before: number | null;
}

export interface RequestFilter {
  readonly requesterUserId?: string;
  /** The requests of a partner, without the confidential ones of anybody but that user. */
  readonly company?: { readonly partnerId: string; readonly userId: string };
  readonly queueId?: string;
  readonly ownerId?: string;
  readonly states?: readonly State[];
  readonly solutionAreaId?: string;
  readonly region?: string;
}

/** Where a queue was registered and by which person; the outbox has its address. */
export interface QueueRegistration {
  readonly queueId: string;
  readonly teamName: string | null;
  readonly channelName: string | null;
  readonly registeredBy: { readonly id: string; readonly name: string };
  readonly registeredAtMs: number;
}

/** What the desk needs from the database. sql.ts implements it. */
export interface EngagementStore {
  takeNumber(executor: Executor): Promise<number>;
  insert(executor: Executor, request: EngagementRequest): Promise<void>;
  /** Stores the request if its stored version is still `expectedVersion`. Returns whether it was. */
  compareAndSet(executor: Executor, expectedVersion: number, request: EngagementRequest): Promise<boolean>;
  find(executor: Executor, ref: RequestRef): Promise<EngagementRequest | undefined>;
  findSubmission(
    executor: Executor,
    requesterUserId: string,
    submissionId: string,
  ): Promise<EngagementRequest | undefined>;
  /**
   * The oldest open one for the same customer and service, of the partner or, for a stranger, of the requester. Never
   * somebody else's confidential one, because nobody else at the partner knows its customer.
   */
  findLike(executor: Executor, request: EngagementRequest): Promise<EngagementRequest | undefined>;
  /** How many requests of theirs are open or were sent after that time. */
  countBusy(executor: Executor, requesterUserId: string, sinceMs: number): Promise<number>;
  list(executor: Executor, filter: RequestFilter, page: Page): Promise<readonly EngagementRequest[]>;
  /** Of all queues, or of one. */
  listOpen(executor: Executor, queueId?: string): Promise<readonly EngagementRequest[]>;
  /** The numbers of requests with a column that can't be read, of the request or of an event. */
  listDamaged(executor: Executor): Promise<readonly number[]>;
  /** How often each reason was given, for requests that are still declined. */
  countDeclines(
    executor: Executor,
    queueId: string,
  ): Promise<readonly { readonly reasonId: string; readonly count: number }[]>;

  /** `submissionId`: the form that it came from, if one did. */
  addEvent(executor: Executor, event: RequestEvent, submissionId?: string | null): Promise<void>;
  /** The event that the form caused if a person with one of these IDs sent it before. */
  findSubmitted(
    executor: Executor,
    requestId: string,
    submissionId: string,
    actorIds: readonly string[],
  ): Promise<RequestEvent | undefined>;
  /** Oldest first. */
  listEvents(executor: Executor, requestId: string): Promise<readonly RequestEvent[]>;
  /** Of several requests; oldest first within each. */
  listEventsOf(executor: Executor, requestIds: readonly string[]): Promise<readonly RequestEvent[]>;

  /** Records a step for a wait; false if it was recorded before. */
  addStep(executor: Executor, step: WaitStep): Promise<boolean>;
  /** Oldest first within each request. */
  listSteps(executor: Executor, requestIds: readonly string[]): Promise<readonly WaitStep[]>;
  /** Records that a daily job runs for the day that begins then; false if it already ran. */
  claimDailyRun(executor: Executor, job: string, dayStartMs: number): Promise<boolean>;

  saveRegistration(executor: Executor, registration: QueueRegistration): Promise<void>;
  /** What its channel and team are called; who registered it stays. */
  renameRegistration(
    executor: Executor,
    queueId: string,
    names: Pick<QueueRegistration, 'teamName' | 'channelName'>,
  ): Promise<void>;
  listRegistrations(executor: Executor): Promise<readonly QueueRegistration[]>;
}
