import { Application } from '@microsoft/teams-ai/lib/Application';
import type { TurnContext } from 'botbuilder';
import { ActivityTypes } from 'botbuilder';
import type { Logger } from 'pino';
import type { Language } from '../../../cards/words/languages';
import { guard, guardTurn } from '../../conversation/guard';
import type { Outgoing, Place } from '../../conversation/message';
import type { PartnerDesk } from '../../conversation/port';
import { readActivity } from './activity';
import { readActor, readMentioned, readPlace } from './actor';
import type { DeskAdapter } from '../outbound/adapter';
import { registerEdits, rememberAnswer } from './edits';
import { isFeedback, takeFeedback } from './feedback';
import { MESSAGE_DEADLINE_MS, reply, type Fate } from './reply';
import { registerInvokes } from './invokes';
import { ANSWER_ACTION, DeskPlanner } from './planner';
import { readMessageText } from './message-text';
import { isPostedCard } from './posted-card';
import { withTyping } from '../outbound/typing';

export interface ApplicationOptions {
  readonly defaultLanguage: Language;
  readonly publicUrl: string | null;
  readonly onUndelivered?: Fate['onUndelivered'];
}

/** Routes Teams' activities to the bot's single entry point. Registration only: behaviour is in src/conversation/. */
export function createApplication(
  adapter: DeskAdapter,
  desk: PartnerDesk,
  log: Logger,
  { defaultLanguage, publicUrl, onUndelivered = () => undefined }: ApplicationOptions,
): Application {
  const app = new Application({
    adapter,
    ai: { planner: new DeskPlanner(), allow_looping: false },
    startTypingTimer: false,
    // botbuilder 4.23.3: its removal throws for a mention without a text (pinned by tests/integration/sdk-traps.test.ts);
    // message-text.ts removes mentions instead.
    removeRecipientMention: false,
  });
  // teams-ai 1.7.4: `startTypingTimer: false` is ignored and all turns share one timer (typing.ts replaces it).
  app.startTypingTimer = () => undefined;

  /** For what the desk only takes note of: a failure is logged, and the turn goes on. */
  const note = (context: TurnContext, what: string, work: (place: Place) => Promise<void>) =>
    guard(
      { log, what, activityId: context.activity.id },
      () => work(readPlace(context)),
      () => undefined,
    );
  const answer = (context: TurnContext, handle: () => Promise<readonly Outgoing[]>) => {
    const place = readPlace(context);
    const guarded = { log, what: context.activity.type, withinMs: MESSAGE_DEADLINE_MS };
    return reply(context, log, () => guardTurn(guarded, place, defaultLanguage, handle), {
      onSent: (id, message) => note(context, 'sent', () => desk.onSent(place, id, message)),
      onPosted: (id, message) => note(context, 'posted', () => desk.onPosted(place, id, message)),
      onUnsent: (outgoing) => note(context, 'unsent', () => desk.onUnsent(place, outgoing)),
      onUndelivered,
    });
  };

  const onMessage = (context: TurnContext) => {
    rememberAnswer(context, desk, log);
    const { text, mentioned, besides } = readMessageText(readActivity(context));
    return answer(context, () =>
      withTyping(context, () =>
        desk.onMessage({
          actor: readActor(context),
          place: readPlace(context),
          text,
          mentioned: readMentioned(context, mentioned),
          besides,
        }),
      ),
    );
  };

  app.activity(isPostedCard, () => Promise.resolve());
  app.activity(isCardAction, (context) =>
    answer(context, () =>
      desk.onAction({
        actor: readActor(context),
        place: readPlace(context),
        data: readPressed(context),
        cardActivityId: readActivity(context).replyToId ?? null,
      }),
    ),
  );
  app.activity(isMessageWithoutText, onMessage);
  app.activity(isReaction, (context) =>
    answer(context, () =>
      desk.onMessage({ actor: readActor(context), place: readPlace(context), text: '', besides: 'reaction' }),
    ),
  );
  app.activity(isBotAdded, (context) =>
    answer(context, () => desk.onInstalled(readActor(context), readPlace(context))),
  );
  app.activity(isBotRemoved, (context) => note(context, 'uninstalled', (place) => desk.onUninstalled(place)));
  app.activity(isRestored, (context) => note(context, 'restored', (place) => desk.onRestored(place)));
  app.addRoute(isFeedback, (context) => takeFeedback(context, desk, log), true);
  registerEdits(app, { desk, log, defaultLanguage, answer });
  registerInvokes(app, { desk, log, publicUrl, defaultLanguage });
  app.addRoute(isInvoke, (context) => refuseInvoke(context, log), true);
  app.ai.action(ANSWER_ACTION, async (context) => {
    await onMessage(context);
    return '';
  });
  return app;
}

/** A press of an Action.Submit: a message with a value. Its text, if any, appears in the chat. */
function isCardAction(context: TurnContext): Promise<boolean> {
  return Promise.resolve(readActivity(context).type === 'message' && readPressed(context) !== null);
}

/** What was pressed. Some clients send what a `messageBack` carries as JSON in a string. */
function readPressed(context: TurnContext): object | null {
  const { value } = readActivity(context);
  if (typeof value !== 'string') return typeof value === 'object' ? value : null;
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === 'object' ? parsed : null;
  } catch {
    return null;
  }
}

/** In 1:1 the person may expect an answer. In a channel it's meant for other people. */
function isReaction(context: TurnContext): Promise<boolean> {
  const { type, reactionsAdded = [], conversation } = readActivity(context);
  const isPersonal = conversation.conversationType === 'personal';
  return Promise.resolve(type === 'messageReaction' && isPersonal && reactionsAdded.length > 0);
}

/** teams-ai 1.7.4: its AI system is not asked about a message without text; this bot answers those too. */
function isMessageWithoutText(context: TurnContext): Promise<boolean> {
  const { type, text } = readActivity(context);
  return Promise.resolve(type === 'message' && (text ?? '') === '');
}

function isBotAdded(context: TurnContext): Promise<boolean> {
  const { type, action, membersAdded, recipient } = readActivity(context);
  const added = (membersAdded ?? []).some((member) => member.id === recipient.id);
  return Promise.resolve(
    (type === 'conversationUpdate' && added) || (type === 'installationUpdate' && action === 'add'),
  );
}

/** Teams reports an uninstall in two ways. An upgrade (`remove-upgrade`) isn't one. */
function isBotRemoved(context: TurnContext): Promise<boolean> {
  const { type, action, membersRemoved, recipient } = readActivity(context);
  const removed = (membersRemoved ?? []).some((member) => member.id === recipient.id);
  return Promise.resolve(
    (type === 'conversationUpdate' && removed) || (type === 'installationUpdate' && action === 'remove'),
  );
}

/** A team or channel that was unavailable is back. */
function isRestored(context: TurnContext): Promise<boolean> {
  const { type, channelData } = readActivity(context);
  const restored = ['teamUnarchived', 'teamRestored', 'channelRestored'];
  return Promise.resolve(type === 'conversationUpdate' && restored.includes(channelData?.eventType ?? ''));
}

function isInvoke(context: TurnContext): Promise<boolean> {
  return Promise.resolve(readActivity(context).type === 'invoke');
}

/** teams-ai 1.7.4: an invoke without a handler is answered 501. This bot offers no other than those above. */
async function refuseInvoke(context: TurnContext, log: Logger): Promise<void> {
  const { id, name } = readActivity(context);
  log.info({ activityId: id, invoke: name }, 'ignored an unsupported invoke');
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 404, body: {} } });
}
