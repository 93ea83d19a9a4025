/**
 * Which answer stands under which question where several people read, so that it follows when the question is edited or
 * deleted. Ids alone are kept, for as long as a delivery is. Which way it fails: an answer that is not known any more
 * stays as it is, and an edit of its question gets a new answer.
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
