/**
 * One turn of a conversation: a message or a press comes in, cards go out. Teams, the terminal and the tests enter
 * here, so the promises hold for all of them.
 */
import { parseCardAction, type CardAction, type CardActionFailure } from '../../cards';
import { AppError } from '../shared/app-error';
import { createHandlers, handleAction, type Handlers } from './actions';
import { answerPress, answerText, drawHelp, unlessAway } from './answer-message';
import { drawWelcome, NOBODY, send } from './answers/replies';
import { createChannelNames } from './channel/channel-names';
import { inPrivate, mayBePressed } from './channel/in-channel';
import { rememberAddress } from './channel/remember-address';
import { keepSharedCards, noteShared } from './channel/shared-cards';
import type { ConversationDependencies } from './dependencies';
import { createDeskParts, type DeskParts } from './desk-parts';
import type {
  Actor,
  IncomingAction,
  IncomingFeedback,
  IncomingMessage,
  LookupQuery,
  LookupResult,
  Outgoing,
  Place,
} from './message';
import type { PartnerDesk } from './port';
import { renderProblem } from './problem';
import { describeProblem } from './requests/faults';
import { showNotice } from './requests/outcomes';
import { createTurn, wordsAt, type Turn } from './turn';
import { DOING, parseCommand } from './typed/commands';
import { readWords } from './typed/message-words';

export function createPartnerDesk(deps: ConversationDependencies): PartnerDesk {
  const parts = createDeskParts(deps);
  const { threads, lookups, admission, outbox } = parts;
  const handlers = createHandlers({ ...parts, say: (turn, said) => answerPress(parts, turn, said) });
  return {
    threads,
    onMessage: (message) => admit(parts, message, () => onMessage(parts, message)),
    onAction: (action) => admit(parts, action, () => onAction(parts, handlers, action)),
    onPosted: (place, activityId, message) => onPosted(parts, place, activityId, message),
    onSent: (place, id, message) => onSent(parts, place, id, message),
    onUnsent: (place, outgoing) => onUnsent(parts, place, outgoing),
    onFeedback: (actor, place, given) =>
      admit(parts, { actor, place }, () => onFeedback(parts, actor, place, given)),
    onLookup: async (query) =>
      (await admission.mayLookUp(query.actor)) ? admit(parts, query, () => onLookup(parts, query)) : [],
    onEntry: async (actor, botId, id) => ((await admission.mayCome(actor)) ? lookups.read(botId, id) : null),
    nameEntry: (id) => lookups.nameOf(id),
    onAskAbout: (message) =>
      admit(parts, message, async () => {
        const { actor, place, text } = message;
        const words = wordsAt(place, deps.defaultLanguage);
        const turnedAway = await parts.turnAway(actor, place, words, true);
        return turnedAway ?? lookups.askAbout(place, text, words);
      }),
    onRequestFrom: (message) =>
      admit(parts, message, async () => {
        const { actor, place, text } = message;
        const turn = createTurn(deps, actor, place, null);
        const turnedAway = await parts.turnAway(actor, place, turn.words, true);
        return turnedAway ?? lookups.requestFrom(turn, text);
      }),
    onNamed: createChannelNames(deps),
    findLocale: async (userId) => (await outbox.findAddress({ kind: 'requester', userId }))?.locale ?? null,
    onInstalled: (actor, place) => admit(parts, { actor, place }, () => onInstalled(parts, actor, place)),
    onRestored: ({ address }) => outbox.reviveAddresses(address),
    onUninstalled: (place) => onUninstalled(parts, place),
  };
}

/** A turn waits here for room, so that each one that has begun gets the database when it needs it. */
function admit<T>(
  { turns }: DeskParts,
  { actor, place }: { readonly actor: Actor | null; readonly place: Place },
  work: () => Promise<T>,
): Promise<T> {
  return turns.run(actor?.userId ?? place.address.conversationId, work);
}

async function onMessage(
  parts: DeskParts,
  { actor, place, text, mentioned, besides = null, isEdit = false }: IncomingMessage,
): Promise<readonly Outgoing[]> {
  const turn = createTurn(parts, actor, place, null, mentioned);
  const turnedAway = await parts.turnAway(actor, place, turn.words);
  if (turnedAway !== null) return turnedAway;
  const command = isEdit ? parseCommand(readWords(text)) : null;
  if (command !== null && DOING.has(command.kind)) return [];
  await unlessAway(parts, place, rememberAddress(parts, turn));
  if (besides === null) return answerText(parts, turn, text);
  return [showNotice({ tone: 'info', text: turn.words.wordless[besides], number: null }, turn.words)];
}

async function onAction(
  parts: DeskParts,
  handlers: Handlers,
  { actor, place, data, cardActivityId, inDialog }: IncomingAction,
): Promise<readonly Outgoing[]> {
  const turn = createTurn(parts, actor, place, cardActivityId);
  const turnedAway = await parts.turnAway(actor, place, turn.words, inDialog);
  if (turnedAway !== null) return turnedAway;
  await unlessAway(parts, place, rememberAddress(parts, turn));
  const action = parseCardAction(data);
  if (action.verb !== null && !mayBePressed(action.verb, place)) return [inPrivate(turn)];
  if (!action.ok) return [explainUnread(turn, action)];
  return doAction(parts, handlers, turn, action);
}

async function doAction(
  { threads }: DeskParts,
  handlers: Handlers,
  turn: Turn,
  action: CardAction,
): Promise<readonly Outgoing[]> {
  const outgoing = await handleAction(handlers, action, turn);
  return keepSharedCards(threads, turn.place, turn.cardActivityId, action, outgoing);
}

function explainUnread({ words }: Turn, { verb, problems }: CardActionFailure): Outgoing {
  if (verb === null)
    return showNotice({ tone: 'info', text: words.outcomes.oldButton, number: null, saysNext: true }, words);
  const fields = problems.map((problem) => describeProblem(problem, words));
  return renderProblem('bad-input', words, fields);
}

async function onPosted(
  parts: DeskParts,
  place: Place,
  activityId: string,
  message: Outgoing,
): Promise<void> {
  const { threads, desk } = parts;
  await unlessAway(parts, place, noteShared(threads, place, activityId, message));
  if (message.shows !== undefined)
    await unlessAway(parts, place, desk.noteShown(message.shows, place.address, activityId));
  if (message.lists !== undefined)
    await unlessAway(parts, place, desk.noteListed(message.lists, place.address, activityId));
}

async function onSent(
  parts: DeskParts,
  place: Place,
  id: string,
  { answer, isGuide }: Outgoing,
): Promise<void> {
  const { guides, feedback } = parts;
  if (isGuide === true) await unlessAway(parts, place, guides.rememberCard(place, id));
  if (answer !== undefined) await unlessAway(parts, place, feedback.remember(place, id, answer.shownEntries));
}

async function onUnsent(
  { store, database }: DeskParts,
  { address }: Place,
  outgoing: readonly Outgoing[],
): Promise<void> {
  if (outgoing.some(({ isSaidOnce = false }) => isSaidOnce))
    await store.forgetWelcome(database.direct, address.conversationId);
}

async function onFeedback(
  parts: DeskParts,
  actor: Actor,
  place: Place,
  given: IncomingFeedback,
): Promise<readonly Outgoing[]> {
  const turn = createTurn(parts, actor, place, given.activityId);
  const turnedAway = await parts.turnAway(actor, place, turn.words);
  // The client thanks for the rating unless it hears of a failure.
  if (turnedAway?.length === 0) throw new AppError('too-busy', 'A rating wasn’t admitted.');
  return turnedAway ?? parts.feedback.fromClient(turn, given);
}

async function onLookup(parts: DeskParts, query: LookupQuery): Promise<readonly LookupResult[]> {
  const { lookups } = parts;
  // Runs for every letter, so it uses the account only, and doesn't ask Teams for an address.
  const actor = { ...query.actor, findMail: () => Promise.resolve(null) };
  const turn = createTurn(parts, actor, query.place, null);
  const requests =
    query.skip > 0 ? [] : await unlessAway(parts, turn.place, lookups.findRequests(turn, query.words));
  return [...(requests ?? []), ...lookups.find(query)];
}

async function onInstalled(
  parts: DeskParts,
  actor: Actor | null,
  place: Place,
): Promise<readonly Outgoing[]> {
  const { content, outbox, store, database, clock, readerOf, defaultLanguage } = parts;
  const words = wordsAt(place, defaultLanguage);
  const turnedAway = actor === null ? null : await parts.turnAway(actor, place, words);
  if (turnedAway !== null) return turnedAway;
  await unlessAway(parts, place, outbox.reviveAddresses(place.address));
  const turn = actor === null ? null : createTurn(parts, actor, place, null);
  if (turn !== null) await unlessAway(parts, place, rememberAddress(parts, turn));
  const welcoming = store.markWelcomed(database.direct, place.address.conversationId, clock.nowMs());
  if ((await unlessAway(parts, place, welcoming)) === false) return [];
  if (place.kind !== 'personal') return [{ ...send(drawHelp(parts, place, words)), isSaidOnce: true }];
  const reader = turn === null ? NOBODY : await readerOf(turn);
  return [{ ...send(drawWelcome(reader, content, words)), isSaidOnce: true }];
}

async function onUninstalled({ desk, store, database }: DeskParts, { address }: Place): Promise<void> {
  await desk.leaveConversation(address);
  await store.forgetConversation(database.direct, address.conversationId);
}
