/**
 * One turn of a conversation: a message or a press comes in, cards go out. Teams, the terminal and the tests enter
 * here, so that what is promised holds for all of them.
 *
 * A message is a typed command, or else a question for the answerer. In a channel or group only questions are answered,
 * with one compact card, and a queue's members act on its requests; all that could name a customer stays in 1:1.
 */
import { parseCardAction, type InputOf } from '../../cards';
import type { Words } from '../../cards/words/languages';
import { EMPTY_DIALOGUE, remember, type Dialogue } from '../answering/dialogue';
import { EMPTY_DRAFT, type Reply } from '../answering/reply';
import { createVersions } from '../knowledge/model/versions';
import { AppError } from '../shared/app-error';
import { createHandlers, handleAction } from './actions';
import { bestEffort } from './best-effort';
import { createDialogueMemory } from './dialogue-memory';
import { DOING, parseCommand, type Command } from './typed/commands';
import { createChannelNames } from './channel/channel-names';
import { cite } from './answers/citations';
import { createFeedbackTurns } from './answers/feedback';
import {
  drawChannelHelp,
  drawChannelReply,
  drawElsewhere,
  inPrivate,
  mayBePressed,
  mayBeTyped,
  typedInPrivate,
} from './channel/in-channel';
import { createDraftTalk } from './requests/draft-talk';
import { createGuideTurns } from './answers/guide-turns';
import { createInsightsTurns } from './answers/insights';
import { createIntake } from './requests/intake';
import { createLists } from './requests/lists';
import { createLookups } from './answers/lookups';
import {
  isShared,
  type Actor,
  type IncomingAction,
  type IncomingMessage,
  type Outgoing,
  type Place,
} from './message';
import type { PartnerDesk } from './port';
import { createAnswerDescriber } from './answers/describe-answer';
import { describeProblem } from './requests/faults';
import { showNotice } from './requests/outcomes';
import type { ConversationDependencies } from './dependencies';
import { drawOverview } from './answers/overviews';
import { createDoorFinder } from '../answering/replying/find-door';
import { renderProblem } from './problem';
import { registerQueue } from './channel/queue-registration';
import { drawBelow, drawWelcome, findStarter, NOBODY, send } from './answers/replies';
import { createReplyOffers } from './requests/reply-offers';
import { createDeeds } from './requests/deeds';
import { createSpokenTurns } from './requests/spoken-turns';
import { createStepOffers } from './requests/step-offers';
import { createWhichRequest } from './requests/which-request';
import { createRequestTalk } from './requests/request-talk';
import { rememberAddress } from './channel/remember-address';
import { createRequestTurns } from './requests/requests';
import { keepSharedCards, noteShared } from './channel/shared-cards';
import { createPrivateReplies } from './answers/private-replies';
import { createThreadCommands } from './channel/thread-commands';
import { createThreadAnswers } from './channel/thread-answers';
import { findUnanswered, listShownEntries } from './answers/shown-entries';
import { createTurn, wordsAt, type Turn } from './turn';
import { createTurnAway } from './admission/turned-away';
import { runTypedCommand, type NumberedCommand } from './typed/typed-commands';
import { readWords } from './typed/message-words';

export function createPartnerDesk(deps: ConversationDependencies): PartnerDesk {
  const { content, answerer, desk, directory, outbox, insights, admission } = deps;
  const { database, store, clock, log, turns } = deps;
  const turnAway = createTurnAway(deps);
  const findVersion = createVersions(content);
  const memory = createDialogueMemory(deps);
  const intake = createIntake(deps);
  const lists = createLists(deps);
  const requests = createRequestTurns(deps);
  const offers = createReplyOffers(deps, requests);
  const which = createWhichRequest(deps);
  const talk = createRequestTalk(deps, { lists, requests, which });
  const drafts = createDraftTalk(deps, intake);
  const guides = createGuideTurns(deps);
  const feedback = createFeedbackTurns(deps);
  const lookups = createLookups(deps, intake);
  const threads = createThreadAnswers(deps);
  const insightsTurns = createInsightsTurns(deps);
  const findDoor = createDoorFinder(content);
  const describeAnswer = createAnswerDescriber(deps.newId);
  const others = { intake, lists, requests, insights: insightsTurns };
  const { drawPrivateReply, readerOf } = createPrivateReplies(deps, others);
  const handlers = createHandlers({ say: answerPress, feedback, guides, intake, requests, lists, lookups });
  const typed = { requests, answerer, directory, clock, declineReasons: desk.declineReasons() };
  const run = (turn: Turn, command: NumberedCommand) => runTypedCommand(typed, turn, command);
  const steps = createStepOffers(deps, requests);
  const deeds = createDeeds(deps, { requests, which, steps, run });
  const runInThread = createThreadCommands(deps, run);
  const spoken = createSpokenTurns(deps, { talk, deeds, steps, drafts, lists, runInThread });

  async function answerPress(turn: Turn, { text, shows, answers }: InputOf<'chat.say'>) {
    if (shows === undefined) return answerText(turn, text);
    const shown = answerer.show({ shows, answers });
    if (shown !== null) return answerQuestion(turn, text, shown);
    const { suggestionGone } = turn.words.outcomes;
    return [showNotice({ tone: 'info', text: suggestionGone, number: null, saysNext: true }, turn.words)];
  }

  async function answerText(turn: Turn, text: string): Promise<readonly Outgoing[]> {
    const command = parseCommand(readWords(text));
    const starter = command === null ? findStarter(content, readWords(text)) : undefined;
    if (starter !== undefined) return answerPress(turn, starter);
    if (command === null) return answerQuestion(turn, text);
    const meant = await unlessAway(turn.place, which.resolve(turn, text, command));
    return answerCommand(turn, meant ?? command, text);
  }

  async function answerCommand(turn: Turn, command: Command, text: string): Promise<readonly Outgoing[]> {
    const isPrivate = !isShared(turn.place);
    switch (command.kind) {
      case 'register-queue':
        return [await registerQueue(deps, turn, command.queue)];
      case 'request':
        if (!mayBeTyped(command.verb, turn.place))
          return [typedInPrivate(turn, command.verb, command.number)];
        return (
          (isPrivate ? await offers.sendTyped(turn, command) : null) ?? runTypedCommand(typed, turn, command)
        );
      case 'rating':
        return isPrivate ? feedback.typed(turn, command.liked, command.words) : answerQuestion(turn, text);
      case 'doubt':
        return [await requests.decideDoubt(turn, command.number, command.answer, 'send')];
      case 'list': {
        if (!isPrivate && command.list !== 'queue') return [inPrivate(turn)];
        return (await lists.show(turn, command.list, command.words)) ?? answerQuestion(turn, text);
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
        return (await spoken.answer(turn, command)) ?? answerQuestion(turn, text);
      case 'praise':
        return answerQuestion(turn, text, { kind: 'thanks', topic: 'thanks' });
      case 'privacy':
        return answerQuestion(turn, text, { kind: 'privacy', topic: 'privacy', about: 'privacy' });
      case 'new-request':
        return [isPrivate ? await openEmptyForm(turn) : drawElsewhere('formInPrivate', turn)];
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

  /** `shown`: the reply, where it is known without understanding the words. */
  async function answerQuestion(turn: Turn, text: string, shown?: Reply): Promise<readonly Outgoing[]> {
    if (turn.place.kind !== 'personal') {
      const local = shown ?? (await answerer.understand(text, EMPTY_DIALOGUE));
      const reply = shown ?? (await reconsider(turn, text, EMPTY_DIALOGUE, local));
      await noteUnanswered(turn.place, reply);
      if (!isShared(turn.place)) return [await drawPrivateReply(turn, reply), ...drawBelow(reply, turn)];
      if (reply.kind === 'help' || reply.kind === 'greeting')
        return [{ ...drawHelp(turn.place, turn.words), topic: reply.topic }];
      const told = listShownEntries(reply, findVersion);
      const outgoing = drawChannelReply(reply, turn);
      const described = describeAnswer({ reply, told, outgoing, words: turn.words });
      return [{ ...described, door: findDoor(reply) }];
    }
    const { place } = turn;
    const dialogue = await recall(place);
    const keep = (next: Dialogue) => unlessAway(place, memory.save(place, next));
    const settled = shown === undefined ? await offers.settle(turn, text, dialogue) : null;
    if (settled !== null) {
      await keep({ ...dialogue, unsent: null });
      return settled;
    }
    const local = shown ?? (await answerer.understand(text, dialogue));
    const offer =
      shown === undefined
        ? ((await unlessAway(place, offers.findNamed(turn, readWords(text), local))) ??
          (await unlessAway(place, offers.find(turn, readWords(text), local, dialogue))))
        : null;
    if (offer !== undefined && offer !== null) {
      // What belongs to one request must not appear with another, so it's no turn of the dialogue.
      await keep({
        ...dialogue,
        unsent: offer.unsent,
        ...(answerer.isPrivate(text) && { isPrivate: true }),
      });
      return [{ ...offer.card, topic: 'request-status' }];
    }
    const reply = shown ?? (await reconsider(turn, text, dialogue, local));
    await noteUnanswered(place, reply);
    const told = listShownEntries(reply, findVersion);
    const remembered = remember(dialogue, readWords(text), reply, clock.nowMs(), told);
    const outgoing = await drawPrivateReply(turn, reply, { turns: remembered.turns, isOpener: true });
    await keep(remembered);
    const notice: Outgoing[] = reply.notice === undefined ? [] : [{ mode: 'send', text: reply.notice }];
    const cited = cite(reply, content, turn.words);
    const answer = {
      ...describeAnswer({ reply, told, outgoing, words: turn.words }),
      ...(cited && { cited }),
    };
    const retired = reply.guide === undefined ? [] : guides.retire(dialogue.guide, turn.words);
    return [
      ...notice,
      { ...answer, topic: reply.topic, door: findDoor(reply) },
      ...drawBelow(reply, turn),
      ...retired,
    ];
  }

  function drawHelp({ address }: Place, words: Words): Outgoing {
    return send(drawChannelHelp(content, words, answerer.usesModel(address.tenantId)));
  }

  function reconsider({ actor, mentioned }: Turn, text: string, dialogue: Dialogue, local: Reply) {
    const names = mentioned.map(({ name }) => name);
    return answerer.reconsider({ text, dialogue, tenantId: actor.tenantId, names }, local);
  }

  async function noteUnanswered(place: Place, reply: Reply): Promise<void> {
    const unanswered = findUnanswered(reply);
    if (unanswered !== null) await unlessAway(place, insights.countUnanswered(unanswered));
  }

  /** With what was said before, so that the person sees what goes along. */
  async function openEmptyForm(turn: Turn): Promise<Outgoing> {
    const { turns: said } = await recall(turn.place);
    return intake.open(turn, EMPTY_DRAFT, null, { turns: said, isOpener: false });
  }

  /** While the database is away, questions are answered as if nothing was said before. */
  async function recall(place: Place): Promise<Dialogue> {
    return (await unlessAway(place, memory.recall(place))) ?? EMPTY_DIALOGUE;
  }

  function unlessAway<T>(place: Place, work: Promise<T>): Promise<T | undefined> {
    return bestEffort(log, place, work);
  }

  /** A turn waits here for room, so that each one that has begun gets the database when it needs it. */
  function admitted(
    what: string,
    actor: Actor | null,
    place: Place,
    work: (words: Words) => Promise<readonly Outgoing[]>,
  ): Promise<readonly Outgoing[]> {
    const key = actor?.userId ?? place.address.conversationId;
    return guarded(what, place, (words) => turns.run(key, () => work(words)));
  }

  /** Every failure ends here: the log gets its code, and the person gets a next step. */
  async function guarded(
    what: string,
    place: Place,
    work: (words: Words) => Promise<readonly Outgoing[]>,
  ): Promise<readonly Outgoing[]> {
    const words = wordsAt(place, deps.defaultLanguage);
    try {
      return await work(words);
    } catch (error) {
      log.error({ err: error, what, activityId: place.activityId }, 'a turn failed');
      return [renderProblem(error instanceof AppError ? error.code : 'internal', words)];
    }
  }

  return {
    threads,

    onMessage: ({ actor, place, text, mentioned, besides = null, isEdit = false }: IncomingMessage) =>
      admitted('message', actor, place, async (words) => {
        const turnedAway = await turnAway(actor, place, words);
        if (turnedAway !== null) return turnedAway;
        const command = isEdit ? parseCommand(readWords(text)) : null;
        if (command !== null && DOING.has(command.kind)) return [];
        const turn = createTurn(deps, actor, place, null, mentioned);
        await unlessAway(place, rememberAddress(deps, turn));
        if (besides === null) return answerText(turn, text);
        return [showNotice({ tone: 'info', text: words.wordless[besides], number: null }, words)];
      }),

    onAction: ({ actor, place, data, cardActivityId, inDialog }: IncomingAction) =>
      admitted('action', actor, place, async (words) => {
        const turnedAway = await turnAway(actor, place, words, inDialog);
        if (turnedAway !== null) return turnedAway;
        const turn = createTurn(deps, actor, place, cardActivityId);
        await unlessAway(place, rememberAddress(deps, turn));
        const action = parseCardAction(data);
        if (action.verb !== null && !mayBePressed(action.verb, place)) return [inPrivate(turn)];
        if (action.ok)
          return keepSharedCards(
            threads,
            place,
            cardActivityId,
            action,
            await handleAction(handlers, action, turn),
          );
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

    onPosted: async (place, activityId, message) => {
      await guarded('posted', place, async () => {
        await unlessAway(place, noteShared(threads, place, activityId, message));
        if (message.shows !== undefined)
          await unlessAway(place, desk.noteShown(message.shows, place.address, activityId));
        return [];
      });
    },

    onSent: async (place, id, { answer, isGuide }) => {
      if (isGuide === true) await guarded('sent', place, () => guides.rememberCard(place, id));
      if (answer === undefined) return;
      await guarded('sent', place, async () => {
        await unlessAway(place, feedback.remember(place, id, answer.told));
        return [];
      });
    },

    onUnsent: async (place, outgoing) => {
      if (!outgoing.some(({ isSaidOnce = false }) => isSaidOnce)) return;
      await guarded('unsent', place, async () => {
        await store.forgetWelcome(database.direct, place.address.conversationId);
        return [];
      });
    },

    onFeedback: (actor, place, given) =>
      turns.run(actor.userId, async () => {
        const turnedAway = await turnAway(actor, place, wordsAt(place, deps.defaultLanguage));
        // The client thanks for the rating unless it hears of a failure.
        if (turnedAway?.length === 0) throw new AppError('too-busy', 'A rating wasn’t admitted.');
        if (turnedAway !== null) return turnedAway;
        const turn = createTurn(deps, actor, place, given.activityId);
        return feedback.fromClient(turn, given);
      }),

    onLookup: async (query) => {
      if (!(await admission.mayLookUp(query.actor))) return [];
      return turns.run(query.actor.userId, async () => {
        // Asked at every letter: by the account alone, without a call to Teams for an address.
        const actor = { ...query.actor, findMail: () => Promise.resolve(null) };
        const turn = createTurn(deps, actor, query.place, null);
        const requests =
          query.skip > 0 ? [] : await unlessAway(turn.place, lookups.findRequests(turn, query.words));
        return [...(requests ?? []), ...lookups.find(query)];
      });
    },

    onEntry: async (actor, botId, id) => ((await admission.mayCome(actor)) ? lookups.read(botId, id) : null),
    nameEntry: (id) => lookups.nameOf(id),

    onAskAbout: ({ actor, place, text }) =>
      admitted('ask-about', actor, place, async (words) => {
        return (await turnAway(actor, place, words, true)) ?? lookups.askAbout(place, text, words);
      }),

    onRequestFrom: ({ actor, place, text }) =>
      admitted('request-from', actor, place, async (words) => {
        return (
          (await turnAway(actor, place, words, true)) ??
          lookups.requestFrom(createTurn(deps, actor, place, null), text)
        );
      }),

    onNamed: createChannelNames(deps),

    async findLocale(userId) {
      try {
        return (await outbox.findAddress({ kind: 'requester', userId }))?.locale ?? null;
      } catch (error) {
        log.warn({ err: error }, 'a person’s language couldn’t be looked up');
        return null;
      }
    },

    onInstalled: (actor: Actor | null, place: Place) =>
      admitted('installed', actor, place, async (words) => {
        const turnedAway = actor === null ? null : await turnAway(actor, place, words);
        if (turnedAway !== null) return turnedAway;
        const { conversationId } = place.address;
        await unlessAway(place, outbox.reviveAddresses(place.address));
        const turn = actor === null ? null : createTurn(deps, actor, place, null);
        if (turn !== null) await unlessAway(place, rememberAddress(deps, turn));
        const welcoming = store.markWelcomed(database.direct, conversationId, clock.nowMs());
        if ((await unlessAway(place, welcoming)) === false) return [];
        if (place.kind !== 'personal') return [{ ...drawHelp(place, words), isSaidOnce: true }];
        const reader = turn === null ? NOBODY : await readerOf(turn);
        return [{ ...send(drawWelcome(reader, content, words)), isSaidOnce: true }];
      }),

    onRestored: async (place: Place) => {
      await guarded('restored', place, async () => {
        await outbox.reviveAddresses(place.address);
        return [];
      });
    },

    onUninstalled: async (place: Place) => {
      await guarded('uninstalled', place, async () => {
        const { conversationId } = place.address;
        await desk.leaveConversation(place.address);
        await store.forgetConversation(database.direct, conversationId);
        return [];
      });
    },
  };
}
