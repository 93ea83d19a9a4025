/**
 * What people can do with one request: look, open a form, change. The same for a button, a form and a typed command.
 * The desk decides who may do it; this folder decides what they see.
 */
import type { UncertainCardAnswer } from '../../engagement/delivery/uncertain-cards';
import type { ChangeName } from '../../engagement/events';
import type { ConversationDependencies } from '../dependencies';
import type { Outgoing } from '../message';
import type { Turn } from '../turn';
import { createFormTurns } from './form-turns';
import { describeUncertainCard, showNotice } from './outcomes';
import { createPleas } from './pleas';
import { createRequestChanges } from './request-changes';
import { createShownRequests, toRef } from './shown-requests';

export type RequestTurns = ReturnType<typeof createRequestTurns>;

export function createRequestTurns(deps: ConversationDependencies) {
  const { desk } = deps;
  const shown = createShownRequests(deps);
  const changes = createRequestChanges(deps, shown);

  return {
    show: shown.show,
    describeShown: shown.describeShown,
    showHistory: (turn: Turn, number: string, before?: number | null) =>
      shown.showHistory(turn, number, before),
    goBack: (turn: Turn, number: string, formId: string | null) => shown.goBack(turn, number, formId),
    act: (turn: Turn, name: ChangeName, number: string, input?: object) =>
      changes.act(turn, name, number, input),
    ...createFormTurns({ ...deps, shown, changes }),
    ...createPleas(deps, shown),

    /** Whether the request's card is there, or is to be posted again; by the buttons of the question or typed. */
    async settleUncertainCard(
      turn: Turn,
      number: string,
      answer: UncertainCardAnswer,
      mode: Outgoing['mode'],
    ): Promise<Outgoing> {
      const { conversationId } = turn.place.address;
      const ref = { ...toRef(number), conversationId };
      const decided = await desk.settleUncertainCard(await turn.identify(), ref, answer);
      const isDone = decided.outcome === 'decided' || decided.outcome === 'nothing-to-decide';
      // If the person may not decide, the question stays open.
      return showNotice(
        describeUncertainCard(decided, answer, turn.words),
        turn.words,
        isDone ? mode : 'send',
      );
    },

    /** A press on the queue's card in its channel tells where it is, in case that was in doubt. */
    async learnHandoff(turn: Turn, number: string): Promise<void> {
      const { place, cardActivityId } = turn;
      if (place.kind === 'personal' || cardActivityId === null) return;
      await desk.learnHandoff(await turn.identify(), toRef(number), place.address, cardActivityId);
    },
  };
}
