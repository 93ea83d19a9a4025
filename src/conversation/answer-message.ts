/**
 * Answers a message: it's either a typed command or a question for the answerer. In a channel or group, the bot only
 * answers questions, with one compact card, and lets a queue's members act on its requests. Everything that could name
 * a customer stays in 1:1.
 */
import type { InputOf } from '../../cards';
import type { RenderedCard } from '../../cards/define-card';
import type { Words } from '../../cards/words/languages';
import { EMPTY_DIALOGUE, remember, type Dialogue } from '../answering/dialogue';
import { EMPTY_DRAFT, type Reply } from '../answering/reply';
import { drawOverview } from './answers/overviews';
import { drawBelow, findStarter } from './answers/replies';
import { findUnanswered, listShownEntries } from './answers/shown-entries';
import { bestEffort } from './best-effort';
import {
  drawChannelHelp,
  drawChannelReply,
  drawElsewhere,
  inPrivate,
  mayBeTyped,
  typedInPrivate,
} from './channel/in-channel';
import { registerQueue } from './channel/queue-registration';
import type { DeskParts } from './desk-parts';
import { isShared, type Outgoing, type Place } from './message';
import { showNotice } from './requests/outcomes';
import { answerSpoken } from './requests/spoken-turns';
import type { Turn } from './turn';
import { parseCommand, type Command } from './typed/commands';
import { readWords } from './typed/message-words';

/** A pressed suggestion. What it shows needs no understanding, if it's still there. */
export async function answerPress(
  parts: DeskParts,
  turn: Turn,
  { text, shows, answers }: InputOf<'chat.say'>,
) {
  const { answerer } = parts;
  if (shows === undefined) return answerText(parts, turn, text);
  const shown = answerer.show({ shows, answers });
  if (shown !== null) return answerQuestion(parts, turn, text, shown);
  const { suggestionGone } = turn.words.outcomes;
  return [showNotice({ tone: 'info', text: suggestionGone, number: null, saysNext: true }, turn.words)];
}

export async function answerText(parts: DeskParts, turn: Turn, text: string): Promise<readonly Outgoing[]> {
  const { content, which } = parts;
  const command = parseCommand(readWords(text));
  const starter = command === null ? findStarter(content, readWords(text)) : undefined;
  if (starter !== undefined) return answerPress(parts, turn, starter);
  if (command === null) return answerQuestion(parts, turn, text);
  const meant = await unlessAway(parts, turn.place, which.resolve(turn, text, command));
  return answerCommand(parts, turn, meant ?? command, text);
}

async function answerCommand(
  parts: DeskParts,
  turn: Turn,
  command: Command,
  text: string,
): Promise<readonly Outgoing[]> {
  const { offers, lists, feedback, requests, insightsTurns, run } = parts;
  const isPrivate = !isShared(turn.place);
  switch (command.kind) {
    case 'register-queue':
      return [await registerQueue(parts, turn, command.queue)];
    case 'request':
      if (!mayBeTyped(command.verb, turn.place)) return [typedInPrivate(turn, command.verb, command.number)];
      return (isPrivate ? await offers.sendTyped(turn, command) : null) ?? run(turn, command);
    case 'rating':
      return isPrivate
        ? feedback.typed(turn, command.liked, command.words)
        : answerQuestion(parts, turn, text);
    case 'doubt':
      return [await requests.settleUncertainCard(turn, command.number, command.answer, 'send')];
    case 'list': {
      if (!isPrivate && command.list !== 'queue') return [inPrivate(turn)];
      return (await lists.show(turn, command.list, command.words)) ?? answerQuestion(parts, turn, text);
    }
    case 'which':
    case 'deed':
    case 'step':
    case 'dismiss':
    case 'start-over':
    case 'show-draft':
    case 'undo':
    case 'what-now':
    case 'about':
    case 'my-open':
    case 'my-status':
    case 'said-by':
    case 'too-slow':
    case 'why-declined':
    case 'manager':
    case 'attach':
    case 'withdraw-all':
    case 'waiting':
    case 'due':
    case 'away':
    case 'completed':
      return (await answerSpoken(parts, turn, command)) ?? answerQuestion(parts, turn, text);
    case 'praise':
      return answerQuestion(parts, turn, text, { kind: 'thanks', topic: 'thanks' });
    case 'privacy':
      return answerQuestion(parts, turn, text, { kind: 'privacy', topic: 'privacy', about: 'privacy' });
    case 'new-request':
      return [isPrivate ? await openEmptyForm(parts, turn) : drawElsewhere('formInPrivate', turn)];
    case 'insights': {
      const shown = await insightsTurns.show(turn);
      return shown === null ? answerQuestion(parts, turn, text) : [shown];
    }
    case 'faq':
    case 'scope': {
      const shown = drawOverview(parts, command, turn);
      return shown === null ? answerQuestion(parts, turn, text) : [shown];
    }
  }
}

/** `shown`: the reply, if it's known without understanding the words. */
function answerQuestion(
  parts: DeskParts,
  turn: Turn,
  text: string,
  shown?: Reply,
): Promise<readonly Outgoing[]> {
  return turn.place.kind === 'personal'
    ? answerInPrivate(parts, turn, text, shown)
    : answerOutsideChat(parts, turn, text, shown);
}

/** In a channel, a group or a dialog nothing is remembered. */
async function answerOutsideChat(
  parts: DeskParts,
  turn: Turn,
  text: string,
  shown: Reply | undefined,
): Promise<readonly Outgoing[]> {
  const { findVersion, findDoor, describeAnswer, drawPrivateReply } = parts;
  const { place, words } = turn;
  const reply = shown ?? (await understand(parts, turn, text, EMPTY_DIALOGUE));
  await noteUnanswered(parts, place, reply);
  const said = parts.speak(turn, reply);
  if (!isShared(place))
    return [await drawPrivateReply(said.turn, said.reply), ...drawBelow(said.reply, said.turn)];
  if (reply.kind === 'help' || reply.kind === 'greeting')
    return [{ mode: 'send', card: drawHelp(parts, place, words), topic: reply.topic }];
  const shownEntries = listShownEntries(reply, findVersion);
  const outgoing = drawChannelReply(said.reply, said.turn);
  const described = describeAnswer({ reply, shownEntries, outgoing, turn: said.turn });
  return [{ ...described, door: findDoor(reply) }];
}

async function answerInPrivate(
  parts: DeskParts,
  turn: Turn,
  text: string,
  shown: Reply | undefined,
): Promise<readonly Outgoing[]> {
  const { answerer, memory, offers } = parts;
  const { place } = turn;
  const dialogue = await recall(parts, place);
  const keep = (next: Dialogue) => unlessAway(parts, place, memory.save(place, next));
  if (shown !== undefined) return tell(parts, turn, text, dialogue, shown);
  const settled = await offers.settle(turn, text, dialogue);
  if (settled !== null) {
    await keep({ ...dialogue, unsent: null });
    return settled;
  }
  const local = await answerer.understand(text, dialogue);
  const offer =
    (await unlessAway(parts, place, offers.findNamed(turn, readWords(text), local))) ??
    (await unlessAway(parts, place, offers.find(turn, readWords(text), local, dialogue)));
  if (offer === undefined || offer === null)
    return tell(parts, turn, text, dialogue, await reconsider(parts, turn, text, dialogue, local));
  // Text about one request must not appear with another, so it isn't added to the dialogue.
  await keep({
    ...dialogue,
    unsent: offer.unsent,
    ...(answerer.isPrivate(text) && { isPrivate: true }),
  });
  return [{ ...offer.card, topic: 'request-status' }];
}

/** The reply with all that goes with it, remembered for the next message. */
async function tell(
  parts: DeskParts,
  turn: Turn,
  text: string,
  dialogue: Dialogue,
  reply: Reply,
): Promise<readonly Outgoing[]> {
  const { clock, memory, findVersion, findDoor, guides, describeAnswer, drawPrivateReply, speak } = parts;
  const { place, words } = turn;
  await noteUnanswered(parts, place, reply);
  const shownEntries = listShownEntries(reply, findVersion);
  const remembered = remember(dialogue, readWords(text), reply, clock.nowMs(), shownEntries);
  // Everyone's replies are remembered and counted in English.
  const said = speak(turn, reply, remembered.language);
  const { notice: line } = said.reply;
  const background = { turns: remembered.turns, isOpener: true };
  const outgoing = await drawPrivateReply(said.turn, said.reply, background);
  await unlessAway(parts, place, memory.save(place, remembered));
  const notice: Outgoing[] = line === undefined ? [] : [{ mode: 'send', text: line }];
  const answer = describeAnswer({ reply, shownEntries, outgoing, turn: said.turn });
  const retired = reply.guide === undefined ? [] : guides.retire(dialogue.guide, words);
  return [
    ...notice,
    { ...answer, topic: reply.topic, door: findDoor(reply) },
    ...drawBelow(said.reply, said.turn),
    ...retired,
  ];
}

async function understand(parts: DeskParts, turn: Turn, text: string, dialogue: Dialogue): Promise<Reply> {
  return reconsider(parts, turn, text, dialogue, await parts.answerer.understand(text, dialogue));
}

/** A model as a second reader may choose another reply. */
function reconsider(
  { answerer }: DeskParts,
  { actor, mentioned }: Turn,
  text: string,
  dialogue: Dialogue,
  local: Reply,
): Promise<Reply> {
  const names = mentioned.map(({ name }) => name);
  return answerer.reconsider({ text, dialogue, tenantId: actor.tenantId, names }, local);
}

export function drawHelp({ content, answerer }: DeskParts, { address }: Place, words: Words): RenderedCard {
  return drawChannelHelp(content, words, answerer.usesModel(address.tenantId));
}

async function noteUnanswered(parts: DeskParts, place: Place, reply: Reply): Promise<void> {
  const unanswered = findUnanswered(reply);
  if (unanswered !== null) await unlessAway(parts, place, parts.insights.countUnanswered(unanswered));
}

/** With the earlier messages, so that the person sees what will be sent along. */
async function openEmptyForm(parts: DeskParts, turn: Turn): Promise<Outgoing> {
  const { turns: said } = await recall(parts, turn.place);
  return parts.intake.open(turn, EMPTY_DRAFT, null, { turns: said, isOpener: false });
}

/** While the database is unavailable, questions are answered without the conversation so far. */
async function recall(parts: DeskParts, place: Place): Promise<Dialogue> {
  return (await unlessAway(parts, place, parts.memory.recall(place))) ?? EMPTY_DIALOGUE;
}

export function unlessAway<T>({ log }: DeskParts, place: Place, work: Promise<T>): Promise<T | undefined> {
  return bestEffort(log, place, work);
}
