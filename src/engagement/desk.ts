import type { z } from 'zod/v4';
import type { Identity } from '../directory/recognise';
import type { DeclineReason } from './decline-reasons';
import * as changes from './changes';
import { createDelivery } from './delivery';
import { createDoubts } from './doubts';
import { Acceptance, Completion, Edit, Refusal, Remark, takeIn, Transfer, Words } from './input';
import { createExport } from './export';
import { createLists } from './lists';
import type { ChangeOutcome, ClaimOutcome, SubmitOutcome } from './outcome';
import type { DeskParts } from './parts';
import { perform, type Planner } from './perform';
import { createQueues } from './queues';
import { reconcile, type Reconciliation } from './reconcile';
import { refreshCards } from './refresh';
import type { EventName } from './request';
import { sendForm } from './send-form';
import type { RequestRef } from './store';
import { createStuck } from './stuck';
import { isSubmitted, submit, type SubmitCommand } from './submit';
import { postDigests } from './waiting/digest';
import { lookAfterWaiting, type StageDone } from './waiting/look-after';
import { nudge, type NudgeOutcome } from './waiting/nudge';
import { withdrawAllOf } from './withdraw-all';

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
export function createEngagementDesk(parts: DeskParts) {
  const delivery = createDelivery(parts);
  const doubts = createDoubts(parts);

  /** An event whose input is checked against a schema first. */
  function use<Schema extends z.ZodType>(
    event: EventName,
    schema: Schema,
    toPlanner: (input: z.output<Schema>, by: Identity) => Planner,
  ): Use {
    return async (by, ref, input, submissionId = null) => {
      const { value, problems } = await takeIn(schema, input, parts.mayKeep);
      if (problems !== null) return { outcome: 'invalid', problems };
      return perform(parts, { ref, by, event, submissionId, plan: toPlanner(value, by) });
    };
  }

  async function claim(by: Identity, ref: RequestRef): Promise<ClaimOutcome> {
    const claimed = await perform(parts, {
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
    submit: (command: SubmitCommand): Promise<SubmitOutcome> => submit(parts, command),
    isSubmitted: (by: Identity, submissionId: string): Promise<boolean> =>
      isSubmitted(parts, by, submissionId),
    claim,
    release: use('release', Remark, changes.planRelease),
    transferToPerson: use('transfer-to-person', Transfer, changes.planTransferToPerson),
    transferToQueue: use('transfer-to-queue', Transfer, changes.planTransferToQueue),
    ask: use('ask', Words, changes.planAsk),
    answer: use('answer', Words, changes.planAnswer),
    note: use('note', Words, changes.planNote),
    accept: use('accept', Acceptance, (input) => changes.planAccept(input, parts.clock)),
    decline: use('decline', Refusal, (input) => changes.planDecline(input, parts.declineReasons)),
    complete: use('complete', Completion, changes.planComplete),
    withdraw: use('withdraw', Remark, changes.planWithdraw),
    edit: use('edit', Edit, (input) => changes.planEdit(input, parts.clock)),
    reopen: use('reopen', Remark, (input) => changes.planReopen(input, parts.clock)),
    declineReasons: (): readonly DeclineReason[] => parts.declineReasons,
    refreshCards: (requestId: string, conversationId: string): Promise<readonly string[]> =>
      refreshCards(parts, requestId, conversationId),
    redrawCards: (requestId: string): Promise<readonly string[]> => refreshCards(parts, requestId, null),
    withdrawAllOf: (userIds: readonly string[]): Promise<readonly string[]> => withdrawAllOf(parts, userIds),
    nudge: (by: Identity, ref: RequestRef): Promise<NudgeOutcome> => nudge(parts, by, ref),
    askForLead: (by: Identity, ref: RequestRef): Promise<NudgeOutcome> => nudge(parts, by, ref, 'manager'),
    sendForm: (userId: string, serviceId: string | null): Promise<boolean> =>
      sendForm(parts, userId, serviceId),
    lookAfterWaiting: (): Promise<readonly StageDone[]> => lookAfterWaiting(parts),
    postDigests: (): Promise<readonly string[]> => postDigests(parts),
    reconcile: (): Promise<Reconciliation> => reconcile(parts),
    ...createLists(parts),
    ...createQueues(parts),
    ...delivery,
    ...doubts,
    ...createStuck(parts, doubts, delivery),
    ...createExport(parts),
  };
}
