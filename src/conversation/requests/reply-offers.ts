/**
 * A message that may be meant for a person and not for the bot: a plain reply below an owner's question, or below
 * somebody's date or note. It's never sent without asking: the form opens with it, and a press or "yes" sends it.
 */
import { OPENS_FORM, type Dialogue, type UnsentReply } from '../../answering/dialogue';
import { tellsSomething } from '../../answering/intake/find-remainder';
import { isQuestion } from '../../answering/reading/clauses';
import { isYes } from '../../answering/reading/is-yes';
import type { Reply } from '../../answering/reply';
import { findEvent } from '../../engagement/events';
import { OPEN_STATES } from '../../engagement/request';
import type { EventView, RequestView } from '../../engagement/reading/view';
import { isSameName } from '../../shared/names';
import { findNumber, REQUEST_NUMBER } from '../../shared/request-number';
import type { RequestVerb } from './changes';
import { drawForm } from './forms';
import { describeOutcome, showNotice } from './outcomes';
import { answersProposal, offerProposalAnswers } from './proposal-answers';
import type { Outgoing } from '../message';
import { createDialogueMemory } from '../dialogue-memory';
import type { ConversationDependencies } from '../dependencies';
import { refuseReport } from '../refuse-report';
import type { RequestTurns } from './requests';
import { send } from '../answers/replies';
import { findEarliestToday } from '../../shared/day';
import type { Turn } from '../turn';

export interface ReplyOffer {
  readonly card: Outgoing;
  /** null where nothing is kept, because it may report a vulnerability. */
  readonly unsent: UnsentReply | null;
}

export interface ReplyOffers {
  /** Where the message reads like a reply to a person; null for others. */
  find(turn: Turn, text: string, reply: Reply, dialogue: Dialogue): Promise<ReplyOffer | null>;
  /** Where the message tells something of a request that it names; null for a question, or for the request alone. */
  findNamed(turn: Turn, text: string, reply: Reply): Promise<ReplyOffer | null>;
  /**
   * A typed note or answer replaces the text that waits to be sent, so it's sent once. Null if it says something else.
   */
  sendTyped(
    turn: Turn,
    typed: { readonly verb: RequestVerb; readonly number: string; readonly rest: string },
  ): Promise<readonly Outgoing[] | null>;
  /** What "yes" or "no" does while something waits to be sent; null for other messages. */
  settle(turn: Turn, text: string, dialogue: Dialogue): Promise<readonly Outgoing[] | null>;
}

const NO =
  /^(?:no|nope|nein|non|não|nee|いいえ|don['’]?t(?: send(?: it)?)?)(?:[\s,]+(?:thanks|thank you|danke|merci))?[\s.!]*$/iu;
/** What the bot has no good answer to. */
const WEAK: ReadonlySet<Reply['kind']> = new Set<Reply['kind']>(['unclear', 'not-covered', 'choices']);
/** Said to the bot itself, whatever stands above it. */
const TO_THE_BOT: ReadonlySet<Reply['kind']> = new Set<Reply['kind']>([
  'help',
  'privacy',
  'greeting',
  'thanks',
  'person',
  'status',
]);
const LOOKED_THROUGH = 20;
const LEAST_LETTERS = 2;
/** A message no longer counts as a reply to something written longer ago. */
const LONGEST_PAUSE_MS = 24 * 60 * 60 * 1000;

export function createReplyOffers(deps: ConversationDependencies, requests: RequestTurns): ReplyOffers {
  const { desk, directory, content, answerer, clock, newId } = deps;
  const memory = createDialogueMemory(deps);

  /** The latest thing that somebody else said on one of the person's requests, and how one replies to it. */
  async function findOpen(turn: Turn) {
    const by = await turn.identify();
    const options = { states: OPEN_STATES, limit: LOOKED_THROUGH };
    const [mine, owned] = await Promise.all([desk.listMine(by, options), desk.listOwned(by, options)]);
    const open = [...mine.requests, ...owned.requests].flatMap((request) => {
      const last = request.events.findLast(({ event }) => findEvent(event)?.takesReply);
      if (last === undefined || isOwn(last, turn, request)) return [];
      const event = request.state === 'needs-info' && request.audience === 'requester' ? 'answer' : 'note';
      return [{ request, event, atMs: last.atMs } as const];
    });
    return open.toSorted((one, other) => other.atMs - one.atMs);
  }

  const findSaidAt = ({ turns }: Dialogue) => turns.at(-1)?.atMs ?? 0;
  /** Whether the message stands right under what was said then. */
  const isUnder = (atMs: number, dialogue: Dialogue) =>
    atMs >= findSaidAt(dialogue) && clock.nowMs() - atMs <= LONGEST_PAUSE_MS;

  /** The request whose proposed date stands right above and that the message answers. */
  async function findProposal(turn: Turn, text: string, dialogue: Dialogue) {
    const [latest] = await findOpen(turn);
    return latest !== undefined &&
      isUnder(latest.atMs, dialogue) &&
      answersProposal(text, latest.request, clock.nowMs())
      ? latest.request
      : undefined;
  }

  return {
    async find(turn, text, reply, dialogue) {
      const proposal = reply.confidential === true ? undefined : await findProposal(turn, text, dialogue);
      if (proposal !== undefined) {
        const refusal = await refuseReport(answerer, { text }, turn.words);
        const card = refusal === null ? offerProposalAnswers(proposal, text, turn) : send(refusal);
        return { card, unsent: null };
      }
      const isWeak = WEAK.has(reply.kind);
      if (reply.confidential === true || TO_THE_BOT.has(reply.kind) || reply.kind === 'guide') return null;
      if (isQuestion(text) && !isWeak) return null;
      if (reply.kind === 'intake' && reply.draft.serviceId !== null) return null;
      if ((text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < LEAST_LETTERS) return null;
      const open = await findOpen(turn);
      const saidAtMs = findSaidAt(dialogue);
      // Further up only an owner's question still waits for an answer, and only for what the bot can't answer itself.
      const isDirect = (atMs: number) => isUnder(atMs, dialogue);
      const meant = open.find(
        ({ event, atMs }) => isDirect(atMs) || (event === 'answer' && (isWeak || atMs >= saidAtMs)),
      );
      if (meant === undefined) return null;
      return offer(turn, meant.request, meant.event, text);
    },

    async findNamed(turn, text, reply) {
      const number = findNumber(text);
      if (number === undefined || reply.confidential === true || !tellsOfRequest(text, reply)) return null;
      const words = text.replace(LEADING_NUMBER, '');
      const found = await desk.preview(await turn.identify(), { number }, ['answer', 'note']);
      if (found.outcome === 'possible') {
        const { possible, audience } = found.request;
        const isAnswer = audience === 'requester' && possible.includes('answer');
        return offer(turn, found.request, isAnswer ? 'answer' : 'note', words);
      }
      if (found.outcome !== 'not-possible') return null;
      const notice = describeOutcome(found, () => '', await directory.current(), turn.words);
      return { card: showNotice(notice, turn.words), unsent: null };
    },

    async sendTyped(turn, { verb, number, rest }) {
      if (verb !== 'note' && verb !== 'answer') return null;
      const dialogue = await memory.recall(turn.place);
      const { unsent } = dialogue;
      if (unsent?.number !== number) return null;
      await memory.save(turn.place, { ...dialogue, unsent: null });
      if (unsent.event !== verb || !isSameName(unsent.text, rest)) return null;
      const sent = await requests.submitChange(turn, verb, verb, unsent, { text: rest });
      return sent.map((outgoing) => ({ ...outgoing, mode: 'send' as const }));
    },

    async settle(turn, text, { unsent, guide, offered, turns }) {
      if (unsent === null) {
        // After an answer that asked nothing, "no" says that something else was meant.
        // A form is sent by its button alone, after a look at what it holds.
        if (isYes(text) && turns.at(-1)?.topic === OPENS_FORM)
          return [{ mode: 'send', text: turn.words.outcomes.selectSend }];
        const asksNothing =
          guide === null && offered.length === 0 && typeof turns.at(-1)?.answerTitle === 'string';
        return asksNothing && NO.test(text)
          ? [{ mode: 'send', text: turn.words.outcomes.sayOtherwise }]
          : null;
      }
      if (isYes(text)) {
        const { number, event, formId } = unsent;
        const sent = await requests.submitChange(
          turn,
          event,
          event,
          { number, formId },
          { text: unsent.text },
        );
        return sent.map((outgoing) => ({ ...outgoing, mode: 'send' as const }));
      }
      return NO.test(text) ? [{ mode: 'send', text: turn.words.outcomes.dismissed }] : null;
    },
  };

  /** The form that asks whether to send it, filled. */
  async function offer(
    turn: Turn,
    request: RequestView,
    event: UnsentReply['event'],
    text: string,
  ): Promise<ReplyOffer> {
    const refusal = await refuseReport(answerer, { text }, turn.words);
    if (refusal !== null) return { card: send(refusal), unsent: null };
    const formId = newId();
    const sources = {
      queues: [],
      words: turn.words,
      organisation: await directory.current(),
      content,
      today: findEarliestToday(clock.nowMs()),
    };
    const card = drawForm(event, request, sources, { formId, filled: { text }, isOffer: true });
    const shows = await requests.describeShown(turn, request, { form: event, formId });
    return { card: { ...send(card), shows }, unsent: { number: request.number, event, text, formId } };
  }
}

/** "PD-0042: about 900 users" tells something about that request, and so does "the 10th is fine for PD-0042". */
const LEADING_NUMBER = new RegExp(`^\\s*${REQUEST_NUMBER}\\s*[:,;–—-]?\\s*`, 'iu');
const TOLD_AFTER_NUMBER = new RegExp(`^\\s*${REQUEST_NUMBER}\\s*[:;–—]\\s*\\S`, 'iu');
const ASKS_STATE =
  /\b(?:status|state|news|updates?|progress|happening|happened|going|latest|history|details?|info(?:rmation)?|show|see|open|look|check|where|find|stand|verlauf|neuigkeiten|zeig\p{L}*|anzeigen)\b/iu;
const LEAST_TOLD = 2;
/** The bot has an answer of its own to these. */
const ANSWERED: ReadonlySet<Reply['kind']> = new Set<Reply['kind']>([
  'answer',
  'verdict',
  'guide',
  'person',
  'help',
  'privacy',
  'greeting',
  'thanks',
]);

function tellsOfRequest(text: string, { kind }: Reply): boolean {
  if (TOLD_AFTER_NUMBER.test(text)) return !isQuestion(text) || kind !== 'answer';
  if (ANSWERED.has(kind) || isQuestion(text)) return false;
  const rest = text.replace(new RegExp(REQUEST_NUMBER, 'giu'), ' ');
  return kind === 'intake' || (!ASKS_STATE.test(rest) && tellsSomething(rest, LEAST_TOLD));
}

function isOwn({ actor }: EventView, { actor: { userId } }: Turn, { audience }: RequestView): boolean {
  return audience === 'requester'
    ? actor.id === userId || actor.kind === 'requester'
    : actor.kind === 'person';
}
