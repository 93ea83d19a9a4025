/**
 * One turn of a conversation: a message or a press comes in, cards go out. Teams, the terminal and the tests enter
 * here, so that what is promised holds for all of them.
 *
 * A message is a typed command, or else a question for the answerer. In a channel or group only questions are answered,
 * with one compact card, and a queue's members act on its requests; all that could name a customer stays in 1:1.
 */
import { parseCardAction, renderCard } from '../../cards';
import type { Words } from '../../cards/words/languages';
import { EMPTY_DIALOGUE, forgetOld, remember, type Dialogue } from '../answering/dialogue';
import { EMPTY_DRAFT, type Reply } from '../answering/reply';
import { AppError } from '../shared/app-error';
import { createHandlers, type Handlers } from './actions';
import { parseCommand, type Command } from './commands';
import { drawChannelReply, inPrivate, mayBePressed, mayBeTyped } from './in-channel';
import { createGuideTurns } from './guide-turns';
import { createIntake } from './intake';
import { createLists } from './lists';
import type { Actor, IncomingAction, IncomingMessage, Outgoing, PartnerDesk, Place } from './message';
import { describeProblem, showNotice } from './outcomes';
import type { ConversationParts } from './parts';
import { drawOverview } from './overviews';
import { drawPeople } from './people';
import { renderProblem } from './problem';
import { registerQueue } from './queue-registration';
import { drawBelow, drawReply, drawWelcome, send } from './replies';
import { createRequestTurns } from './requests';
import { createTurn, wordsAt, type Turn } from './turn';
import { runTypedCommand } from './typed-commands';
import { readWords } from './words';

export function createPartnerDesk(parts: ConversationParts): PartnerDesk {
  const { content, answerer, desk, directory, outbox, database, store, clock, log } = parts;
  const intake = createIntake(parts);
  const lists = createLists(parts);
  const requests = createRequestTurns(parts);
  const guides = createGuideTurns(parts);
  const handlers = createHandlers({ say: answerText, guides, intake, requests, lists });
  const typed = { requests, directory, declineReasons: desk.declineReasons() };

  function answerText(turn: Turn, text: string): Promise<readonly Outgoing[]> {
    const command = parseCommand(readWords(text));
    return command === null ? answerQuestion(turn, text) : answerCommand(turn, command, text);
  }

  async function answerCommand(turn: Turn, command: Command, text: string): Promise<readonly Outgoing[]> {
    const isPrivate = turn.place.kind === 'personal';
    switch (command.kind) {
      case 'register-queue':
        return [await registerQueue(parts, turn, command.queue)];
      case 'request':
        if (!mayBeTyped(command.verb, turn.place)) return [inPrivate(turn.place)];
        return runTypedCommand(typed, turn, command);
      case 'list': {
        if (!isPrivate && command.list !== 'queue') return [inPrivate(turn.place)];
        return (await lists.show(turn, command.list, command.words)) ?? answerQuestion(turn, text);
      }
      case 'new-request':
        return [isPrivate ? intake.open(EMPTY_DRAFT, null) : inPrivate(turn.place)];
      case 'faq':
      case 'scope': {
        const card = drawOverview(content, command.kind, command.of);
        if (card === null) return answerQuestion(turn, text);
        return [isPrivate ? send(card) : inPrivate(turn.place)];
      }
    }
  }

  async function answerQuestion(turn: Turn, text: string): Promise<readonly Outgoing[]> {
    if (turn.place.kind !== 'personal') {
      const reply = await answerer.understand(text, EMPTY_DIALOGUE);
      return [drawChannelReply(reply, turn.place)];
    }
    const { conversationId } = turn.place.address;
    const known = await unlessAway(store.findDialogue(database.direct, conversationId));
    const dialogue: Dialogue = forgetOld(known ?? EMPTY_DIALOGUE, clock.nowMs(), parts.dialogueLifeMs);
    const reply = await answerer.understand(text, dialogue);
    const outgoing = await drawPrivateReply(turn, reply);
    const remembered = remember(dialogue, text, reply, clock.nowMs());
    await unlessAway(store.saveDialogue(database.relaxed, conversationId, remembered, clock.nowMs()));
    const notice: Outgoing[] = reply.notice === undefined ? [] : [{ mode: 'send', text: reply.notice }];
    return [...notice, { ...outgoing, topic: reply.topic }, ...drawBelow(reply, turn.words)];
  }

  async function drawPrivateReply(turn: Turn, reply: Reply): Promise<Outgoing> {
    switch (reply.kind) {
      case 'intake':
        return intake.open(reply.draft, reply.eligibility);
      case 'status': {
        if (reply.number === null) return lists.requested(turn);
        const [shown] = await requests.show(turn, reply.number);
        return shown ?? (await lists.requested(turn));
      }
      case 'person': {
        const door = content.doors.find(({ id }) => id === content.cues.humanDoor) ?? null;
        const options = { role: reply.role, door, wording: content.wording, nowMs: clock.nowMs() };
        return drawPeople(await turn.identify(), await directory.current(), options);
      }
      case 'greeting':
        return drawReply(reply, content, { name: firstName(turn.actor), worksQueue: false }, turn.words);
      case 'help': {
        const worksQueue = (await desk.listQueues(await turn.identify())).length > 0;
        return drawReply(reply, content, { name: null, worksQueue }, turn.words);
      }
      case 'answer':
      case 'verdict':
      case 'choices':
      case 'not-covered':
      case 'scope':
      case 'faq':
      case 'guide':
      case 'thanks':
      case 'unclear':
        return drawReply(reply, content, NOBODY, turn.words);
    }
  }

  /** Where this person is reached from now on. */
  async function rememberAddress(turn: Turn): Promise<void> {
    if (turn.place.kind !== 'personal') return;
    const { address } = turn.place;
    const { userId, aadObjectId } = turn.actor;
    await outbox.rememberAddress({ kind: 'requester', userId }, address);
    if (aadObjectId !== null) await parts.rememberAccount(userId, aadObjectId);
    const { person } = await turn.identify();
    if (person !== null) await outbox.rememberAddress({ kind: 'person', personId: person.id }, address);
  }

  /** What a turn can do without: questions are answered while the database is away, from what they say alone. */
  async function unlessAway<T>(work: Promise<T>): Promise<T | undefined> {
    try {
      return await work;
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'database-unavailable') throw error;
      log.warn({ err: error }, 'the database is away: a turn goes on without it');
      return undefined;
    }
  }

  /** Whatever goes wrong ends here: it is logged by its code, and the person is told what to do next. */
  async function guarded(
    what: string,
    place: Place,
    work: (words: Words) => Promise<readonly Outgoing[]>,
  ): Promise<readonly Outgoing[]> {
    const words = wordsAt(place, parts.defaultLanguage);
    try {
      return await work(words);
    } catch (error) {
      log.error({ err: error, what }, 'a turn failed');
      return [renderProblem(error instanceof AppError ? error.code : 'internal', words)];
    }
  }

  return {
    onMessage: ({ actor, place, text }: IncomingMessage) =>
      guarded('message', place, async () => {
        const turn = createTurn(directory, actor, place, null, parts.defaultLanguage);
        await unlessAway(rememberAddress(turn));
        return answerText(turn, text);
      }),

    onAction: ({ actor, place, data, cardActivityId }: IncomingAction) =>
      guarded('action', place, async () => {
        const turn = createTurn(directory, actor, place, cardActivityId, parts.defaultLanguage);
        await rememberAddress(turn);
        const action = parseCardAction(data);
        if (action.verb !== null && !mayBePressed(action.verb, place)) return [inPrivate(place)];
        if (action.ok) return handle(handlers, action, turn);
        if (action.verb === null) {
          const text =
            'That button is from an older card or not one of mine. Nothing was changed. Type "help" to see what works.';
          return [showNotice({ tone: 'info', text, number: null })];
        }
        return [renderProblem('bad-input', turn.words, action.problems.map(describeProblem))];
      }),

    onInstalled: (actor: Actor | null, place: Place) =>
      guarded('installed', place, async (words) => {
        await outbox.reviveAddresses(place.address.conversationId);
        if (actor !== null)
          await rememberAddress(createTurn(directory, actor, place, null, parts.defaultLanguage));
        const { conversationId } = place.address;
        if (!(await store.markWelcomed(database.direct, conversationId, clock.nowMs()))) return [];
        if (place.kind !== 'personal')
          return [send(renderCard('help', { worksQueue: false, place: 'channel', starters: [] }, words))];
        const name = actor === null ? null : firstName(actor);
        return [send(drawWelcome(name, content, words))];
      }),

    onUninstalled: async (place: Place) => {
      await guarded('uninstalled', place, async () => {
        const { conversationId } = place.address;
        await outbox.retireAddresses(conversationId);
        await store.forgetConversation(database.direct, conversationId);
        return [];
      });
    },
  };
}

const NOBODY = { name: null, worksQueue: false };

function handle(
  handlers: Handlers,
  action: Extract<ReturnType<typeof parseCardAction>, { ok: true }>,
  turn: Turn,
): Promise<readonly Outgoing[]> {
  const handler = handlers[action.verb] as (input: unknown, turn: Turn) => Promise<readonly Outgoing[]>;
  return handler(action.input, turn);
}

function firstName({ name }: Actor): string | null {
  return name.split(/\s+/)[0] || null;
}
