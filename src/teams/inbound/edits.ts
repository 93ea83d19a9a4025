/**
 * If someone edits, deletes or restores an answered question in a channel or group, its answer follows. In 1:1 the
 * conversation continues and nothing is taken back.
 */
import type { Application } from '@microsoft/teams-ai';
import { ActivityTypes, type TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Language } from '../../../cards/words/languages';
import { guard } from '../../conversation/guard';
import { isShared, type Outgoing } from '../../conversation/message';
import type { PartnerDesk } from '../../conversation/port';
import { wordsAt } from '../../conversation/turn';
import { readActivity } from './activity';
import { readActor, readMentioned, readPlace } from './actor';
import { readMessageText } from './message-text';
import { resend } from '../outbound/resend';

/** The time limit for deleting an answer, and again for emptying it. Teams repeats an activity after 15 s. */
const CHANGE_WITHIN_MS = 6_000;

export interface EditDependencies {
  readonly desk: PartnerDesk;
  readonly log: Logger;
  readonly defaultLanguage: Language;
  readonly answer: (context: TurnContext, handle: () => Promise<readonly Outgoing[]>) => Promise<void>;
}

export function registerEdits(
  app: Application,
  { desk, log, defaultLanguage, answer }: EditDependencies,
): void {
  app.activity(isOf(ActivityTypes.MessageUpdate), async (context) => {
    const place = readPlace(context);
    const { id } = readActivity(context);
    const { text, mentioned, besides } = readMessageText(readActivity(context));
    if (!isShared(place) || !id) return;
    const answerId = await desk.threads.find(place, id);
    // The edit may have added the mention; a restored message has lost its answer.
    if (answerId === null && !mentionsBot(context)) return;
    // `replace` updates this answer. If that fails, the answer sent below replaces it from now on.
    if (answerId !== null) context.activity.replyToId = answerId;
    rememberAnswer(context, desk, log);
    await answer(context, async () => {
      const outgoing = await desk.onMessage({
        actor: readActor(context),
        place,
        text,
        mentioned: readMentioned(context, mentioned),
        besides,
        isEdit: true,
      });
      return answerId === null ? outgoing : outgoing.map((message) => ({ ...message, mode: 'replace' }));
    });
  });

  app.activity(isOf(ActivityTypes.MessageDelete), async (context) => {
    const place = readPlace(context);
    const { id } = readActivity(context);
    if (!isShared(place) || !id) return;
    const answerId = await desk.threads.find(place, id);
    if (answerId === null) return;
    const untilMs = performance.now() + CHANGE_WITHIN_MS;
    try {
      await resend(untilMs, () => context.deleteActivity(answerId));
    } catch (error) {
      log.info({ err: error, activityId: id }, 'an answer couldn’t be deleted, so its text was removed');
      const { questionGone } = wordsAt(place, defaultLanguage).lookup;
      const emptied = { type: ActivityTypes.Message, id: answerId, text: questionGone };
      await resend(untilMs + CHANGE_WITHIN_MS, () => context.updateActivity(emptied));
    }
    await desk.threads.forget(place, id);
  });
}

/** Records the first message of this turn in a shared conversation. If that fails, it won't follow its question. */
export function rememberAnswer(context: TurnContext, desk: PartnerDesk, log: Logger): void {
  const place = readPlace(context);
  const { id: questionId } = readActivity(context);
  if (!isShared(place) || !questionId) return;
  let isKnown = false;
  context.onSendActivities(async (_context, activities, send) => {
    const responses = await send();
    const index = activities.findIndex(({ type }) => type === ActivityTypes.Message);
    const answerId = responses[index]?.id;
    if (!isKnown && answerId) {
      isKnown = true;
      await guard(
        { log, what: 'remember-answer', activityId: questionId },
        () => desk.threads.remember(place, questionId, answerId),
        () => undefined,
      );
    }
    return responses;
  });
}

function isOf(wanted: string) {
  return (context: TurnContext): Promise<boolean> => Promise.resolve(readActivity(context).type === wanted);
}

function mentionsBot(context: TurnContext): boolean {
  const { entities, recipient } = readActivity(context);
  return (entities ?? []).some(({ type, mentioned }) => type === 'mention' && mentioned?.id === recipient.id);
}
