import { Application } from '@microsoft/teams-ai/lib/Application';
import type { Logger } from 'pino';
import type { Language } from '../../../cards/words/languages';
import { guard, guardTurn } from '../../conversation/guard';
import type { Outgoing } from '../../conversation/message';
import type { PartnerDesk } from '../../conversation/port';
import { readTurn, type TeamsTurn } from '../turn';
import type { InboundActivity } from './activity';
import type { DeskAdapter } from '../outbound/adapter';
import { registerEdits, rememberAnswer } from './edits';
import { isFeedback, takeFeedback } from './feedback';
import { MESSAGE_DEADLINE_MS, reply, type Fate } from './reply';
import { registerInvokes } from './invokes';
import { ANSWER_ACTION, DeskPlanner } from './planner';
import { readMessage } from './message-text';
import { isPostedCard } from './posted-card';
import { createRoutes } from './route';
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

  const { route, routeInvoke } = createRoutes(app);

  /** For events that the desk only notes. A failure is logged, and the turn goes on. */
  const note = ({ activity }: TeamsTurn, what: string, work: () => Promise<void>) =>
    guard({ log, what, activityId: activity.id }, work, () => undefined);
  const answer = (turn: TeamsTurn, handle: () => Promise<readonly Outgoing[]>, replaces?: string) => {
    const { place, activity } = turn;
    const guarded = { log, what: activity.type, withinMs: MESSAGE_DEADLINE_MS };
    const fate: Fate = {
      onSent: (id, message) => note(turn, 'sent', () => desk.onSent(place, id, message)),
      onPosted: (id, message) => note(turn, 'posted', () => desk.onPosted(place, id, message)),
      onUnsent: (outgoing) => note(turn, 'unsent', () => desk.onUnsent(place, outgoing)),
      onUndelivered,
    };
    return reply(turn, log, () => guardTurn(guarded, place, defaultLanguage, handle), fate, replaces);
  };
  const answerMessage = (turn: TeamsTurn) => {
    rememberAnswer(turn, desk, log);
    const message = readMessage(turn);
    return answer(turn, () => withTyping(turn, () => desk.onMessage(message)));
  };

  route(isPostedCard, () => Promise.resolve());
  route(isCardAction, (turn) => {
    const { actor, place, activity } = turn;
    const pressed = { data: readPressed(activity), cardActivityId: activity.replyToId ?? null };
    return answer(turn, () => desk.onAction({ actor, place, ...pressed }));
  });
  route(isMessageWithoutText, answerMessage);
  route(isReaction, (turn) => {
    const { actor, place } = turn;
    return answer(turn, () => desk.onMessage({ actor, place, text: '', besides: 'reaction' }));
  });
  route(isBotAdded, (turn) => answer(turn, () => desk.onInstalled(turn.actor, turn.place)));
  route(isBotRemoved, (turn) => note(turn, 'uninstalled', () => desk.onUninstalled(turn.place)));
  route(isRestored, (turn) => note(turn, 'restored', () => desk.onRestored(turn.place)));
  routeInvoke(isFeedback, (turn) => takeFeedback(turn, desk, log));
  registerEdits(route, { desk, log, defaultLanguage, answer });
  registerInvokes(routeInvoke, { desk, log, publicUrl, defaultLanguage });
  routeInvoke(isInvoke, (turn) => refuseInvoke(turn, log));
  app.ai.action(ANSWER_ACTION, async (context) => {
    await answerMessage(readTurn(context));
    return '';
  });
  return app;
}

/** A press of an Action.Submit: a message with a value. Its text, if any, appears in the chat. */
function isCardAction(activity: InboundActivity): boolean {
  return activity.type === 'message' && readPressed(activity) !== null;
}

/** Returns the data of the pressed button. Some clients send the value of a `messageBack` as JSON in a string. */
function readPressed({ value }: InboundActivity): object | null {
  if (typeof value !== 'string') return typeof value === 'object' ? value : null;
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === 'object' ? parsed : null;
  } catch {
    return null;
  }
}

/** In a 1:1 chat the person may expect an answer. In a channel the reaction is for other people. */
function isReaction({ type, reactionsAdded = [], conversation }: InboundActivity): boolean {
  const isPersonal = conversation.conversationType === 'personal';
  return type === 'messageReaction' && isPersonal && reactionsAdded.length > 0;
}

/** teams-ai 1.7.4 doesn't pass a message without text to its AI system. This bot answers those, too. */
function isMessageWithoutText({ type, text }: InboundActivity): boolean {
  return type === 'message' && (text ?? '') === '';
}

function isBotAdded({ type, action, membersAdded, recipient }: InboundActivity): boolean {
  const added = (membersAdded ?? []).some((member) => member.id === recipient.id);
  return (type === 'conversationUpdate' && added) || (type === 'installationUpdate' && action === 'add');
}

/** Teams reports an uninstall in two ways. An upgrade (`remove-upgrade`) isn't one. */
function isBotRemoved({ type, action, membersRemoved, recipient }: InboundActivity): boolean {
  const removed = (membersRemoved ?? []).some((member) => member.id === recipient.id);
  return (type === 'conversationUpdate' && removed) || (type === 'installationUpdate' && action === 'remove');
}

/** A team or channel that was unavailable is back. */
function isRestored({ type, channelData }: InboundActivity): boolean {
  const restored = ['teamUnarchived', 'teamRestored', 'channelRestored'];
  return type === 'conversationUpdate' && restored.includes(channelData?.eventType ?? '');
}

function isInvoke(activity: InboundActivity): boolean {
  return activity.type === 'invoke';
}

/** teams-ai 1.7.4 answers an invoke without a handler with 501. This bot has no others than those above. */
async function refuseInvoke({ activity, respond }: TeamsTurn, log: Logger): Promise<void> {
  const { id, name } = activity;
  log.info({ activityId: id, invoke: name }, 'ignored an unsupported invoke');
  await respond(404, {});
}
