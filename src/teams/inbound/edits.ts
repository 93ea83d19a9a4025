/**
 * If someone edits, deletes or restores an answered question in a channel or group, its answer follows. In 1:1 the
 * conversation continues and nothing is taken back.
 */
import { ActivityTypes } from 'botbuilder';
import type { Logger } from 'pino';
import type { Language } from '../../../cards/words/languages';
import { guard } from '../../conversation/guard';
import { isShared, type Outgoing } from '../../conversation/message';
import type { PartnerDesk } from '../../conversation/port';
import { wordsAt } from '../../conversation/turn';
import { resend } from '../outbound/resend';
import type { TeamsTurn } from '../turn';
import type { InboundActivity } from './activity';
import { readMessage } from './message-text';
import type { Route } from './route';

/** The time limit for deleting an answer, and again for emptying it instead. Teams repeats an activity after 15 s. */
const CHANGE_WITHIN_MS = 6_000;

export interface EditDependencies {
  readonly desk: PartnerDesk;
  readonly log: Logger;
  readonly defaultLanguage: Language;
  /** `replaces`: the message that a replacement goes to. */
  readonly answer: (
    turn: TeamsTurn,
    handle: () => Promise<readonly Outgoing[]>,
    replaces?: string,
  ) => Promise<void>;
}

export function registerEdits(route: Route, { desk, log, defaultLanguage, answer }: EditDependencies): void {
  route(isOf(ActivityTypes.MessageUpdate), async (turn) => {
    const { place, activity } = turn;
    const { id } = activity;
    if (!isShared(place) || !id) return;
    const answerId = await desk.threads.find(place, id);
    // The edit may have added the mention; a restored message has lost its answer.
    if (answerId === null && !mentionsBot(activity)) return;
    rememberAnswer(turn, desk, log);
    const edited = { ...readMessage(turn), isEdit: true };
    if (answerId === null) return answer(turn, () => desk.onMessage(edited));
    // If the answer can't be updated, a new one is sent below and follows the question from now on.
    const update = async (): Promise<readonly Outgoing[]> =>
      (await desk.onMessage(edited)).map((message) => ({ ...message, mode: 'replace' }));
    return answer(turn, update, answerId);
  });

  route(isOf(ActivityTypes.MessageDelete), async (turn) => {
    const { place } = turn;
    const { id } = turn.activity;
    if (!isShared(place) || !id) return;
    const answerId = await desk.threads.find(place, id);
    if (answerId === null) return;
    const untilMs = performance.now() + CHANGE_WITHIN_MS;
    try {
      await resend(untilMs, () => turn.remove(answerId));
    } catch (error) {
      log.info({ err: error, activityId: id }, 'an answer couldn’t be deleted, so its text was removed');
      const { questionGone } = wordsAt(place, defaultLanguage).lookup;
      const emptied = { type: ActivityTypes.Message, text: questionGone };
      await resend(untilMs + CHANGE_WITHIN_MS, () => turn.update(answerId, emptied));
    }
    await desk.threads.forget(place, id);
  });
}

/**
 * Records the turn's first message in a shared conversation as the answer. If that fails, it won't follow its question.
 */
export function rememberAnswer(
  { place, activity, onFirstSent }: TeamsTurn,
  desk: PartnerDesk,
  log: Logger,
): void {
  const { id: questionId } = activity;
  if (!isShared(place) || !questionId) return;
  onFirstSent((answerId) =>
    guard(
      { log, what: 'remember-answer', activityId: questionId },
      () => desk.threads.remember(place, questionId, answerId),
      () => undefined,
    ),
  );
}

function isOf(wanted: string) {
  return ({ type }: InboundActivity): boolean => type === wanted;
}

function mentionsBot({ entities, recipient }: InboundActivity): boolean {
  return (entities ?? []).some(({ type, mentioned }) => type === 'mention' && mentioned?.id === recipient.id);
}
