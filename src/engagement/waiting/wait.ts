/**
 * What a request waits for, since when, and what happens then: *stages*, each once per wait, after the number of
 * working hours that the queue set. In `needs-info` nothing counts, because the partner has to answer. A step doesn't
 * change the request, so it isn't an event; it's stored separately (wait_steps) and shown on the cards.
 */
import type { Queue } from '../../directory/organisation';
import { workingMsBetween, type WorkingHours } from '../../directory/working-time';
import type { EngagementRequest, RequestEvent } from '../request';

const HOUR_MS = 60 * 60 * 1000;

/** In this order: the queue reminded, a backup asked, the lead asked, the partner told that nobody took it. */
const CLAIM_STAGES = ['remind', 'backup', 'lead', 'give-up'] as const;
/** The owner reminded; after as long again the lead asked. */
const OWNER_STAGES = ['owner', 'owner-lead'] as const;
const STAGES = [...CLAIM_STAGES, ...OWNER_STAGES] as const;
export type WaitStage = (typeof STAGES)[number];

/** What the partner does about a wait: asks for an update, or for the queue's lead. */
export type Plea = 'nudge' | 'manager';

/** Whether the stage asks one person, and not the whole queue or nobody. */
export function asksOnePerson(stage: WaitStep['stage']): boolean {
  return stage === 'backup' || stage === 'lead' || stage === 'owner' || stage === 'owner-lead';
}

/** A step taken during a wait. A partner's plea has the start of the queue's day as its `sinceMs`. */
export interface WaitStep {
  readonly requestId: string;
  readonly sinceMs: number;
  readonly stage: WaitStage | Plea;
  readonly atMs: number;
  /** Who was asked; null for a whole queue. */
  readonly personId: string | null;
  /** What the partner wrote with a plea; null with a press and for every other step. */
  readonly words: string | null;
}

export interface Wait {
  /** For someone to claim it, or for a step of its owner. */
  readonly for: 'claim' | 'owner';
  readonly sinceMs: number;
}

export function parseStage(word: string | undefined): WaitStage | undefined {
  return STAGES.find((stage) => stage === word);
}

/** What the request waits for; null if it doesn't wait for a colleague, or waits for an agreed day. */
export function findWait(request: EngagementRequest, events: readonly RequestEvent[]): Wait | null {
  const last = (began: (event: RequestEvent) => boolean) =>
    events.findLast(began)?.atMs ?? request.createdAtMs;
  switch (request.state) {
    case 'submitted':
      return {
        for: 'claim',
        sinceMs: last(
          ({ event, from, to }) =>
            to === 'submitted' && (from !== 'submitted' || event === 'transfer-to-queue'),
        ),
      };
    case 'claimed':
      return {
        for: 'owner',
        sinceMs: last(
          ({ event, from, to, actor }) =>
            (to === 'claimed' && (from !== 'claimed' || event === 'transfer-to-person')) ||
            actor.id === request.ownerId,
        ),
      };
    case 'needs-info':
    case 'accepted':
    case 'completed':
    case 'declined':
    case 'withdrawn':
      return null;
    // Of another version.
    default:
      return null;
  }
}

interface Clock {
  readonly stage: WaitStage;
  readonly afterHours: number;
}

/** The queue's stages for this kind of wait, in order, each with its hours. */
function listClocks(wait: Wait, queue: Queue): readonly Clock[] {
  const { remindAfterHours, backupAfterHours, leadAfterHours, giveUpAfterHours, ownerQuietHours } = queue;
  const quiet = ownerQuietHours;
  const set: Readonly<Record<WaitStage, number | null>> = {
    remind: remindAfterHours,
    backup: backupAfterHours,
    lead: leadAfterHours,
    'give-up': giveUpAfterHours,
    owner: quiet,
    'owner-lead': quiet === null ? null : 2 * quiet,
  };
  const stages: readonly WaitStage[] = wait.for === 'claim' ? CLAIM_STAGES : OWNER_STAGES;
  return stages.flatMap((stage) => {
    const afterHours = set[stage];
    return afterHours === null ? [] : [{ stage, afterHours }];
  });
}

/** Whether the queue has any reminders, so that its requests are checked. */
export function hasClocks(queue: Queue): boolean {
  const waits = [
    { for: 'claim', sinceMs: 0 },
    { for: 'owner', sinceMs: 0 },
  ] as const;
  return waits.some((wait) => listClocks(wait, queue).length > 0);
}

/**
 * The due stages of the wait that come after the last one done, the latest last. Only that one runs: after downtime,
 * people don't get all of them at once.
 */
export function listDueStages(
  wait: Wait,
  queue: Queue,
  working: WorkingHours,
  steps: readonly WaitStep[],
  nowMs: number,
): readonly WaitStage[] {
  const clocks = listClocks(wait, queue);
  if (clocks.length === 0) return [];
  const done = steps.filter(({ sinceMs }) => sinceMs === wait.sinceMs);
  const furthestDone = Math.max(-1, ...done.map(({ stage }) => STAGES.findIndex((one) => one === stage)));
  const next = clocks.filter(({ stage }) => STAGES.indexOf(stage) > furthestDone);
  if (wait.sinceMs > nowMs) return listDueAfterStep(clocks, next, done.at(-1), working, nowMs);
  const passedMs = workingMsBetween(working, wait.sinceMs, nowMs);
  return next.filter(({ afterHours }) => passedMs >= afterHours * HOUR_MS).map(({ stage }) => stage);
}

/**
 * The wait began before the clock was set back, so nobody knows how long ago. The first stage is due then, as too early
 * does less harm than too late; each later one after as long as the queue set between them.
 */
function listDueAfterStep(
  clocks: readonly Clock[],
  next: readonly Clock[],
  last: WaitStep | undefined,
  working: WorkingHours,
  nowMs: number,
): readonly WaitStage[] {
  const [first] = next;
  if (first === undefined) return [];
  if (last === undefined || last.atMs > nowMs) return [first.stage];
  const lastHours = clocks.find(({ stage }) => stage === last.stage)?.afterHours ?? 0;
  const passedMs = workingMsBetween(working, last.atMs, nowMs);
  return next
    .filter(({ afterHours }) => passedMs >= (afterHours - lastHours) * HOUR_MS)
    .map(({ stage }) => stage);
}

/** Whether the owner has taken no step for longer than the queue allows. */
export function isQuiet(wait: Wait, queue: Queue, working: WorkingHours, nowMs: number): boolean {
  return wait.for === 'owner' && listDueStages(wait, queue, working, [], nowMs).length > 0;
}
