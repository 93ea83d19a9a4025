/**
 * Which answer belongs to which question in a channel or group, so that it follows when the question is edited or
 * deleted. Only IDs are kept, for as long as delivery records. It fails like this: an answer that's no longer known
 * stays as it is, and an edited question gets a new answer.
 */
import { hash } from 'node:crypto';
import type { ConversationDependencies } from '../dependencies';
import type { Place } from '../message';

export interface ThreadAnswers {
  /** Teams' ids of both messages. */
  remember(place: Place, questionId: string, answerId: string): Promise<void>;
  /** Teams' id of the answer; null when none is known. */
  find(place: Place, questionId: string): Promise<string | null>;
  forget(place: Place, questionId: string): Promise<void>;
}

export function createThreadAnswers({
  store,
  database,
  clock,
}: Pick<ConversationDependencies, 'store' | 'database' | 'clock'>): ThreadAnswers {
  return {
    remember: ({ address }, questionId, answerId) =>
      store.saveAnswer(
        database.direct,
        { question: nameQuestion(address.conversationId, questionId), address, answerId },
        clock.nowMs(),
      ),
    find: ({ address: { conversationId } }, questionId) =>
      store.findAnswer(database.direct, nameQuestion(conversationId, questionId)),
    forget: ({ address: { conversationId } }, questionId) =>
      store.forgetAnswer(database.direct, nameQuestion(conversationId, questionId)),
  };
}

function nameQuestion(conversationId: string, questionId: string): string {
  return hash('sha256', `${conversationId}|${questionId}`, 'base64url');
}
