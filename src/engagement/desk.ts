import type { Identity } from '../directory/recognise';
import { CHANGE_NAMES, type ChangeName } from './events';
import { createDelivery } from './delivery/delivery';
import { createUncertainCards } from './delivery/uncertain-cards';
import { createExport } from './reading/export';
import { createLists } from './reading/lists';
import type { ChangeOutcome, ClaimOutcome, SubmitOutcome } from './events/outcome';
import { preview, type PreviewOutcome } from './events/refusal';
import type { DeskDependencies } from './dependencies';
import { perform } from './events/perform';
import { createQueues } from './routing/queues';
import { reconcile, type Reconciliation } from './routing/reconcile';
import { refreshCards } from './delivery/refresh';
import { sendForm } from './delivery/send-form';
import type { RequestRef } from './store';
import { createStuck } from './delivery/stuck';
import { isSubmitted, submit, type SubmitCommand } from './events/submit';
import { postDigests } from './waiting/digest';
import { runWaitingStages, type StageDone } from './waiting/look-after';
import { nudge, type NudgeOutcome } from './waiting/nudge';
import { withdrawAllOf } from './events/withdraw-all';

export type EngagementDesk = ReturnType<typeof createEngagementDesk>;

/**
 * `input` isn't trusted until it's checked. `submissionId` names the form: if the same person sends it again, nothing
 * changes and the outcome is `done`.
 */
type Use = (
  by: Identity,
  ref: RequestRef,
  input: unknown,
  submissionId?: string | null,
) => Promise<ChangeOutcome>;

/**
 * The use cases of the engagement desk. Each checks the person's permission, changes the request if its state still
 * allows it, records the change, informs people, and returns an outcome. Buttons, forms and text commands all come in
 * here.
 */
export function createEngagementDesk(deps: DeskDependencies) {
  const delivery = createDelivery(deps);
  const uncertainCards = createUncertainCards(deps);

  const use =
    (event: ChangeName): Use =>
    (by, ref, input, submissionId = null) =>
      perform(deps, { ref, by, event, input, submissionId });

  async function claim(by: Identity, ref: RequestRef): Promise<ClaimOutcome> {
    const claimed = await perform(deps, { ref, by, event: 'claim', input: {}, submissionId: null });
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
    ...(Object.fromEntries(CHANGE_NAMES.map((event) => [event, use(event)])) as Record<ChangeName, Use>),
    claim,
    preview: (by: Identity, ref: RequestRef, events: readonly ChangeName[]): Promise<PreviewOutcome> =>
      preview(deps, by, ref, events),
    refreshCards: (requestId: string, conversationId: string): Promise<readonly string[]> =>
      refreshCards(deps, requestId, conversationId),
    redrawCards: (requestId: string): Promise<readonly string[]> => refreshCards(deps, requestId, null),
    /** The numbers of requests with something that this version can't read. */
    listDamaged: (): Promise<readonly number[]> => deps.store.listDamaged(deps.database.direct),
    withdrawAllOf: (userIds: readonly string[]): Promise<readonly string[]> => withdrawAllOf(deps, userIds),
    nudge: (by: Identity, ref: RequestRef, input: unknown = {}): Promise<NudgeOutcome> =>
      nudge(deps, by, ref, { asks: 'nudge', input }),
    askForLead: (by: Identity, ref: RequestRef, input: unknown = {}): Promise<NudgeOutcome> =>
      nudge(deps, by, ref, { asks: 'manager', input }),
    sendForm: (userId: string, serviceId: string | null): Promise<boolean> =>
      sendForm(deps, userId, serviceId),
    runWaitingStages: (): Promise<readonly StageDone[]> => runWaitingStages(deps),
    postDigests: (): Promise<readonly string[]> => postDigests(deps),
    reconcile: (): Promise<Reconciliation> => reconcile(deps),
    ...createLists(deps),
    ...createQueues(deps),
    ...delivery,
    ...uncertainCards,
    ...createStuck(deps, uncertainCards, delivery),
    ...createExport(deps),
  };
}
