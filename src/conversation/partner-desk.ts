/**
 * One turn of a conversation: a message or a press comes in, cards go out. Teams, the terminal and the tests enter
 * here, so that what is promised holds for all of them.
 *
 * A message is a typed command, or else a question for the answerer. In a channel or group only questions are answered,
 * with one compact card, and a queue's members act on its requests; all that could name a customer stays in 1:1.
 */
import { parseCardAction, withRating } from '../../cards';
import type { Words } from '../../cards/words/languages';
import { EMPTY_DIALOGUE, forgetOld, remember, type Dialogue } from '../answering/dialogue';
import { EMPTY_DRAFT, type Reply } from '../answering/reply';
import type { Told } from '../insights/store';
import { createVersions } from '../knowledge/versions';
import { AppError } from '../shared/app-error';
import { createHandlers, type Handlers } from './actions';
import { parseCommand, type Command } from './commands';
import { cite } from './citations';
import { keepDrawings } from './drawings';
import { createFeedbackTurns } from './feedback';
import { drawChannelHelp, drawChannelReply, inPrivate, mayBePressed, mayBeTyped } from './in-channel';
import { createGuideTurns } from './guide-turns';
import { createInsightsTurns } from './insights';
import { createIntake } from './intake';
import { createLists } from './lists';
import { createLookups } from './lookups';
import {
  isShared,
  type Actor,
  type IncomingAction,
  type IncomingMessage,
  type Outgoing,
  type PartnerDesk,
  type Place,
} from './message';
import { describeProblem } from './faults';
import { showNotice } from './outcomes';
import type { ConversationParts } from './parts';
import { drawOverview } from './overviews';
import { drawPeople } from './people';
import { createDoorFinder } from '../answering/find-door';
import { renderCard } from '../../cards';
import { renderProblem } from './problem';
import { registerQueue } from './queue-registration';
import {
  drawBelow,
  drawGuide,
  drawReply,
  drawWelcome,
  send,
  type ContentReply,
  type Reader,
} from './replies';
import { createRequestTurns } from './requests';
import { createThreadAnswers } from './thread-answers';
import { findUnanswered, listTold } from './told';
import { createTurn, wordsAt, type Turn } from './turn';
import { explainTurnedAway } from './turned-away';
import { runTypedCommand } from './typed-commands';
import { readWords } from './words';

export function createPartnerDesk(parts: ConversationParts): PartnerDesk {
  const { content, answerer, desk, directory, outbox, insights, admission } = parts;
  const { database, store, clock, log } = parts;
  const findVersion = createVersions(content);
  const intake = createIntake(parts);
  const lists = createLists(parts);
  const requests = createRequestTurns(parts);
  const guides = createGuideTurns(parts);
  const feedback = createFeedbackTurns(parts);
  const lookups = createLookups(parts, intake);
  const insightsTurns = createInsightsTurns(parts);
  const findDoor = createDoorFinder(content);
  const citeReply = keepDrawings((reply: Reply, words) => cite(reply, content, words));
  const drawForAnybody = keepDrawings((reply: ContentReply, words) =>
    drawReply(reply, content, NOBODY, words),
  );
  const handlers = createHandlers({ say: answerText, feedback, guides, intake, requests, lists, lookups });
  const typed = { requests, directory, declineReasons: desk.declineReasons() };

  function answerText(turn: Turn, text: string): Promise<readonly Outgoing[]> {
    const command = parseCommand(readWords(text));
    return command === null ? answerQuestion(turn, text) : answerCommand(turn, command, text);
  }

  async function answerCommand(turn: Turn, command: Command, text: string): Promise<readonly Outgoing[]> {
    const isPrivate = !isShared(turn.place);
    switch (command.kind) {
      case 'register-queue':
        return [await registerQueue(parts, turn, command.queue)];
      case 'request':
        if (!mayBeTyped(command.verb, turn.place)) return [inPrivate(turn)];
        return runTypedCommand(typed, turn, command);
      case 'which':
        return isPrivate ? lists.askWhich(turn, command.verb) : [inPrivate(turn)];
      case 'rating':
        return isPrivate ? feedback.typed(turn, command.liked, command.words) : answerQuestion(turn, text);
      case 'doubt':
        return [await requests.decideDoubt(turn, command.number, command.answer, 'send')];
      case 'list': {
        if (!isPrivate && command.list !== 'queue') return [inPrivate(turn)];
        return (await lists.show(turn, command.list, command.words)) ?? answerQuestion(turn, text);
      }
      case 'new-request':
        return [isPrivate ? intake.open(turn, EMPTY_DRAFT, null) : inPrivate(turn)];
      case 'insights': {
        const shown = await insightsTurns.show(turn);
        return shown === null ? answerQuestion(turn, text) : [shown];
      }
      case 'faq':
      case 'scope': {
        const shown = drawOverview(content, command, turn);
        return shown === null ? answerQuestion(turn, text) : [shown];
      }
    }
  }

  async function answerQuestion(turn: Turn, text: string): Promise<readonly Outgoing[]> {
    if (turn.place.kind !== 'personal') {
      const reply = await answerer.understand(text, EMPTY_DIALOGUE);
      await noteUnanswered(turn.place, reply);
      if (!isShared(turn.place)) return [await drawPrivateReply(turn, reply), ...drawBelow(reply, turn)];
      if (reply.kind === 'help' || reply.kind === 'greeting')
        return [{ ...send(drawChannelHelp(turn.words)), topic: reply.topic }];
      const told = listTold(reply, findVersion);
      const shown = describeAnswer(reply, told, drawChannelReply(reply, turn), turn.words);
      return [{ ...shown, door: findDoor(reply) }];
    }
    const { place } = turn;
    const { conversationId } = place.address;
    const known = await unlessAway(place, store.findDialogue(database.direct, conversationId));
    const dialogue: Dialogue = forgetOld(known ?? EMPTY_DIALOGUE, clock.nowMs(), parts.dialogueLifeMs);
    const reply = await answerer.understand(text, dialogue);
    await noteUnanswered(place, reply);
    const outgoing = await drawPrivateReply(turn, reply);
    const told = listTold(reply, findVersion);
    const remembered = remember(dialogue, text, reply, clock.nowMs(), told);
    await unlessAway(place, store.saveDialogue(database.relaxed, conversationId, remembered, clock.nowMs()));
    const notice: Outgoing[] = reply.notice === undefined ? [] : [{ mode: 'send', text: reply.notice }];
    const cited = citeReply(reply, turn.words);
    const answer = { ...describeAnswer(reply, told, outgoing, turn.words), ...(cited && { cited }) };
    return [...notice, { ...answer, topic: reply.topic, door: findDoor(reply) }, ...drawBelow(reply, turn)];
  }

  /** The same with what of it can be rated, and who wrote it. */
  function describeAnswer(reply: Reply, told: readonly Told[], outgoing: Outgoing, words: Words): Outgoing {
    const written = { ...outgoing, ...(reply.byModel === true && { byModel: true }) };
    if (told.length === 0) return written;
    const id = parts.newId();
    const { card } = outgoing;
    const rated = card && { ...card, content: withRating(card.content, id, words) };
    return { ...written, answer: { id, told, rated } };
  }

  async function noteUnanswered(place: Place, reply: Reply): Promise<void> {
    const unanswered = findUnanswered(reply);
    if (unanswered !== null) await unlessAway(place, insights.countUnanswered(unanswered));
  }

  async function drawPrivateReply(turn: Turn, reply: Reply): Promise<Outgoing> {
    switch (reply.kind) {
      case 'intake':
        return intake.open(turn, reply.draft, reply.eligibility);
      case 'status': {
        if (reply.number === null) return lists.requested(turn);
        const [shown] = await requests.show(turn, reply.number);
        return shown ?? (await lists.requested(turn));
      }
      case 'person': {
        const door = content.doors.find(({ id }) => id === content.cues.humanDoor) ?? null;
        const options = {
          role: reply.role,
          door,
          wording: content.wording,
          nowMs: clock.nowMs(),
          words: turn.words,
        };
        return drawPeople(await turn.identify(), await directory.current(), options);
      }
      case 'greeting':
        return drawReply(reply, content, await readerOf(turn), turn.words);
      case 'help': {
        const readsInsights = await insightsTurns.mayRead(turn);
        return drawReply(reply, content, { ...(await readerOf(turn)), readsInsights }, turn.words);
      }
      case 'guide':
        return send(drawGuide(reply.guide, turn));
      case 'need': {
        const { request } = reply;
        const values = request === null ? null : intake.fill(request);
        return send(renderCard('need', { ...reply, request: values }, turn.words));
      }
      case 'answer':
      case 'verdict':
      case 'choices':
      case 'not-covered':
      case 'thanks':
      case 'unclear':
        return drawForAnybody(reply, turn.words);
    }
  }

  /** Whom a greeting is for; it is said while the database is away, too. */
  async function readerOf(turn: Turn): Promise<Reader> {
    const queues = await unlessAway(
      turn.place,
      turn.identify().then((who) => desk.listQueues(who)),
    );
    return { ...NOBODY, name: firstName(turn.actor), worksQueue: (queues ?? []).length > 0 };
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
  async function unlessAway<T>({ activityId }: Place, work: Promise<T>): Promise<T | undefined> {
    try {
      return await work;
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'database-unavailable') throw error;
      log.warn({ err: error, activityId }, 'the database is away: a turn goes on without it');
      return undefined;
    }
  }

  /** What somebody is told who may not take this turn; null for who may. An unknown tenant is told once a conversation. */
  async function turnAway(actor: Actor, place: Place, words: Words): Promise<readonly Outgoing[] | null> {
    const judgement = await admission.judge(actor);
    if (judgement.outcome === 'admitted') return null;
    if (judgement.outcome === 'too-fast') return explainTurnedAway(judgement, judgement.tell, words);
    const { conversationId } = place.address;
    const isFirst = await unlessAway(
      place,
      store.markWelcomed(database.direct, conversationId, clock.nowMs()),
    );
    log.info({ tenantId: actor.tenantId, activityId: place.activityId }, 'a tenant that is not let in');
    return explainTurnedAway(judgement, isFirst ?? true, words);
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
      log.error({ err: error, what, activityId: place.activityId }, 'a turn failed');
      return [renderProblem(error instanceof AppError ? error.code : 'internal', words)];
    }
  }

  return {
    threads: createThreadAnswers(parts),

    onMessage: ({ actor, place, text, isEdit = false }: IncomingMessage) =>
      guarded('message', place, async (words) => {
        const turnedAway = await turnAway(actor, place, words);
        if (turnedAway !== null) return turnedAway;
        const command = isEdit ? parseCommand(readWords(text)) : null;
        if (command !== null && DOING.has(command.kind)) return [];
        const turn = createTurn(directory, actor, place, null, parts.defaultLanguage);
        await unlessAway(place, rememberAddress(turn));
        return answerText(turn, text);
      }),

    onAction: ({ actor, place, data, cardActivityId }: IncomingAction) =>
      guarded('action', place, async (words) => {
        const turnedAway = await turnAway(actor, place, words);
        if (turnedAway !== null) return turnedAway;
        const turn = createTurn(directory, actor, place, cardActivityId, parts.defaultLanguage);
        await rememberAddress(turn);
        const action = parseCardAction(data);
        if (action.verb !== null && !mayBePressed(action.verb, place)) return [inPrivate(turn)];
        if (action.ok) return handle(handlers, action, turn);
        if (action.verb === null) {
          const text = turn.words.outcomes.oldButton;
          return [showNotice({ tone: 'info', text, number: null, saysNext: true }, turn.words)];
        }
        return [
          renderProblem(
            'bad-input',
            turn.words,
            action.problems.map((problem) => describeProblem(problem, turn.words)),
          ),
        ];
      }),

    onSent: async (place, id, { answer }) => {
      if (answer === undefined) return;
      await guarded('sent', place, async () => {
        await unlessAway(place, feedback.remember(place, id, answer.told));
        return [];
      });
    },

    onFeedback: async (actor, place, given) => {
      const turnedAway = await turnAway(actor, place, wordsAt(place, parts.defaultLanguage));
      if (turnedAway !== null) return turnedAway;
      const turn = createTurn(directory, actor, place, given.activityId, parts.defaultLanguage);
      return feedback.fromClient(turn, given);
    },

    onLookup: async (query) => {
      if (!(await admission.mayCome(query.actor))) return [];
      // Asked at every letter: by the account alone, without a call to Teams for an address.
      const actor = { ...query.actor, findMail: () => Promise.resolve(null) };
      const turn = createTurn(directory, actor, query.place, null, parts.defaultLanguage);
      const requests =
        query.skip > 0 ? [] : await unlessAway(turn.place, lookups.findRequests(turn, query.words));
      return [...(requests ?? []), ...lookups.find(query)];
    },

    onEntry: async (actor, botId, id) => ((await admission.mayCome(actor)) ? lookups.read(botId, id) : null),
    nameEntry: (id) => lookups.nameOf(id),

    onAskAbout: ({ actor, place, text }) =>
      guarded('ask-about', place, async (words) => {
        return (await turnAway(actor, place, words)) ?? lookups.askAbout(place, text, words);
      }),

    onRequestFrom: ({ actor, place, text }) =>
      guarded('request-from', place, async (words) => {
        return (await turnAway(actor, place, words)) ?? lookups.requestFrom({ words }, text);
      }),

    onInstalled: (actor: Actor | null, place: Place) =>
      guarded('installed', place, async (words) => {
        const turnedAway = actor === null ? null : await turnAway(actor, place, words);
        if (turnedAway !== null) return turnedAway;
        await outbox.reviveAddresses(place.address.conversationId);
        const turn = actor === null ? null : createTurn(directory, actor, place, null, parts.defaultLanguage);
        if (turn !== null) await rememberAddress(turn);
        const { conversationId } = place.address;
        if (!(await store.markWelcomed(database.direct, conversationId, clock.nowMs()))) return [];
        if (place.kind !== 'personal') return [send(drawChannelHelp(words))];
        const reader = turn === null ? NOBODY : await readerOf(turn);
        return [send(drawWelcome(reader, content, words))];
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

/** Commands that do something: once, when they are sent. */
const DOING: ReadonlySet<Command['kind']> = new Set<Command['kind']>(['request', 'register-queue']);

const NOBODY = { name: null, worksQueue: false, readsInsights: false };

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
