import type { z } from 'zod/v4';
import type { Identity } from '../directory/recognise';
import type { DeclineReason } from './events/decline-reasons';
import * as changes from './events/changes';
import { createDelivery } from './delivery/delivery';
import { createUncertainCards } from './delivery/uncertain-cards';
import { Acceptance, Completion, Edit, Refusal, Remark, takeIn, Transfer, Words } from './events/input';
import { createExport } from './reading/export';
import { createLists } from './reading/lists';
import type { ChangeOutcome, ClaimOutcome, SubmitOutcome } from './events/outcome';
import { preview, type PreviewOutcome } from './events/refusal';
import type { DeskDependencies } from './dependencies';
import { perform, type Planner } from './events/perform';
import { createQueues } from './routing/queues';
import { reconcile, type Reconciliation } from './routing/reconcile';
import { refreshCards } from './delivery/refresh';
import type { EventName } from './request';
import { sendForm } from './delivery/send-form';
import type { RequestRef } from './store';
import { createStuck } from './delivery/stuck';
import { isSubmitted, submit, type SubmitCommand } from './events/submit';
import { postDigests } from './waiting/digest';
import { runWaitingStages, type StageDone } from './waiting/look-after';
import { nudge, type NudgeOutcome } from './waiting/nudge';
import { withdrawAllOf } from './events/withdraw-all';

export type EngagementDesk = ReturnType<typeof createEngagementDesk>;

/** `submissionId` names the form that was sent: sending it again by the same person changes nothing and is `done`. */
type Use = (
  by: Identity,
  ref: RequestRef,
  input: unknown,
  submissionId?: string | null,
) => Promise<ChangeOutcome>;

/**
 * The use cases of the engagement desk. Each authorises who asks, changes the request if it still can be changed so,
 * records and tells it, and answers with an outcome. Buttons, forms and text commands all come in here.
 */
export function createEngagementDesk(deps: DeskDependencies) {
  const delivery = createDelivery(deps);
  const doubts = createUncertainCards(deps);

  /** An event whose input is checked against a schema first. */
  function use<Schema extends z.ZodType>(
    event: EventName,
    schema: Schema,
    toPlanner: (input: z.output<Schema>, by: Identity) => Planner,
  ): Use {
    return async (by, ref, input, submissionId = null) => {
      const { value, problems } = await takeIn(schema, input, deps.mayKeep);
      if (problems !== null) return { outcome: 'invalid', problems };
      return perform(deps, { ref, by, event, submissionId, plan: toPlanner(value, by) });
    };
  }

  async function claim(by: Identity, ref: RequestRef): Promise<ClaimOutcome> {
    const claimed = await perform(deps, {
      ref,
      by,
      event: 'claim',
      submissionId: null,
      plan: changes.planClaim(by),
    });
    if (claimed.outcome !== 'not-possible') return claimed;
    const { request } = claimed;
    if (request.owner === null || request.closedAtMs !== null) return claimed;
    const isYou = request.owner.id === by.person?.id;
    return { outcome: 'already-claimed', by: request.owner, isYou, request };
  }

  return {
    submit: (command: SubmitCommand): Promise<SubmitOutcome> => submit(deps, command),
    isSubmitted: (by: Identity, submissionId: string): Promise<boolean> =>
      isSubmitted(deps, by, submissionId),
    claim,
    release: use('release', Remark, changes.planRelease),
    transferToPerson: use('transfer-to-person', Transfer, changes.planTransferToPerson),
    transferToQueue: use('transfer-to-queue', Transfer, changes.planTransferToQueue),
    ask: use('ask', Words, changes.planAsk),
    answer: use('answer', Words, changes.planAnswer),
    note: use('note', Words, changes.planNote),
    accept: use('accept', Acceptance, (input) => changes.planAccept(input, deps.clock)),
    decline: use('decline', Refusal, (input) => changes.planDecline(input, deps.declineReasons)),
    complete: use('complete', Completion, changes.planComplete),
    withdraw: use('withdraw', Remark, changes.planWithdraw),
    edit: use('edit', Edit, (input) => changes.planEdit(input, deps.clock)),
    reopen: use('reopen', Remark, (input) => changes.planReopen(input, deps.clock)),
    preview: (by: Identity, ref: RequestRef, events: readonly EventName[]): Promise<PreviewOutcome> =>
      preview(deps, by, ref, events),
    declineReasons: (): readonly DeclineReason[] => deps.declineReasons,
    refreshCards: (requestId: string, conversationId: string): Promise<readonly string[]> =>
      refreshCards(deps, requestId, conversationId),
    redrawCards: (requestId: string): Promise<readonly string[]> => refreshCards(deps, requestId, null),
    withdrawAllOf: (userIds: readonly string[]): Promise<readonly string[]> => withdrawAllOf(deps, userIds),
    nudge: (by: Identity, ref: RequestRef): Promise<NudgeOutcome> => nudge(deps, by, ref),
    askForLead: (by: Identity, ref: RequestRef): Promise<NudgeOutcome> => nudge(deps, by, ref, 'manager'),
    sendForm: (userId: string, serviceId: string | null): Promise<boolean> =>
      sendForm(deps, userId, serviceId),
    lookAfterWaiting: (): Promise<readonly StageDone[]> => runWaitingStages(deps),
    postDigests: (): Promise<readonly string[]> => postDigests(deps),
    reconcile: (): Promise<Reconciliation> => reconcile(deps),
    ...createLists(deps),
    ...createQueues(deps),
    ...delivery,
    ...doubts,
    ...createStuck(deps, doubts, delivery),
    ...createExport(deps),
  };
}
