import type { EntryVersion } from '../knowledge/model/versions';
import { isHeld } from '../shared/hold';
import type { Eligibility, FilledForm, FormVerdict, GuideView, Offer, Reply, RequestDraft } from './reply';
import { cutStart } from '../shared/cut';

/**
 * What a 1:1 conversation remembers so that a follow-up of three words is understood. Short-lived: it ages out, and a
 * message about a vulnerability is never put into it.
 */

/** One earlier message of the person and what it was understood to be about. */
export interface Turn {
  readonly text: string;
  /** The service that the reply offered to request for it, where it was a need. */
  readonly offersService?: string | undefined;
  /** As it was typed, if `text` is its English translation. Never stored. */
  readonly written?: string;
  readonly topic: string;
  /** The title of the answer in the content; null if there was none. */
  readonly answerTitle: string | null;
  readonly atMs: number;
}

export interface Dialogue {
  /** Oldest first, at most {@link MAX_TURNS}. */
  readonly turns: readonly Turn[];
  /** What the last reply offered to choose from: the texts of its options. */
  readonly offered: readonly string[];
  /** The guide that asks, to be answered in words. It stays open for a few messages about something else. */
  readonly guide: OpenGuide | null;
  /** What the latest answer contained, for people who say that it helped without saying which answer they mean. */
  readonly answered: readonly EntryVersion[];
  /** Text that the person was asked whether to send to a request's owner; null if none waits. */
  readonly unsent: UnsentReply | null;
  /** The person asked for confidentiality: no model sees what is said here. */
  readonly isPrivate?: boolean | undefined;
  /** The language (ISO 639-1) of the latest message that showed one. Presses and bare names are answered in it. */
  readonly language?: string | undefined;
  /** The current message as it was typed, if it was translated into English. Never stored. */
  readonly written?: string;
}

export interface UnsentReply {
  readonly number: string;
  readonly event: 'answer' | 'note';
  readonly text: string;
  /** The form that offers it, so that pressing and typing send it only once. */
  readonly formId: string;
}

/** Which guide, and the answers so far. `asides`: how many other messages came since its question. */
export type OpenGuide = Pick<GuideView, 'id' | 'answers'> & {
  readonly asides?: number | undefined;
  /** Teams' ID of the message with the question, if known. */
  readonly cardId?: string | undefined;
};

/** The topic of a message that opened the form of a request. */
export const OPENS_FORM = 'request-engagement';
/** A form can be filled and corrected in words for this many messages. */
export const FORM_OPEN_TURNS = 3;
export const MAX_TURNS = 6;
export const MAX_TURN_AGE_MS = 60 * 60 * 1000;
const MAX_TURN_CHARACTERS = 600;
export const LONGEST_UNKNOWN_WORDS = 30;
export const EMPTY_DIALOGUE: Dialogue = { turns: [], offered: [], guide: null, answered: [], unsent: null };

/** A form was opened, or a card offered to open one, and not much else was said since. */
export function isFormOpen({ turns }: Dialogue): boolean {
  return turns
    .slice(-FORM_OPEN_TURNS)
    .some(({ topic, offersService }) => topic === OPENS_FORM || offersService !== undefined);
}

/** What a press of a suggestion names. */
export type Shown = Pick<Offer, 'answers'> & { readonly shows: string };

/** The content that something other than the search, such as a model, chose as the reply to a message. */
export interface Chosen {
  /** Ids in the order in which they were asked for; none where the content doesn't cover it. */
  readonly answers: readonly { readonly id: string; readonly asksVerdict: boolean }[];
  /** What the message says about a request; null if it requests nothing. */
  readonly request: Partial<RequestSlots> | null;
}

export type RequestSlots = Pick<
  RequestDraft,
  'serviceId' | 'customer' | 'solutionAreaId' | 'role' | 'person' | 'wantedBy'
>;

/** A message, and what decides whether others may see it. */
export interface Said {
  readonly text: string;
  readonly dialogue: Dialogue;
  readonly tenantId: string | null;
  /** People whom it mentions. */
  readonly names: readonly string[];
}

/** Understands one message in its dialogue. No text makes it throw: the worst result is `unclear`. */
export interface Answerer {
  understand(text: string, dialogue: Dialogue): Promise<Reply>;
  /** The reply that shows it, whatever was said before; null where the content no longer holds it. */
  show(shown: Shown): Reply | null;
  /** Reads any message as a request: what it asks for, and whether that may start. */
  readRequest(
    text: string,
    dialogue: Dialogue,
  ): Promise<{
    readonly draft: RequestDraft;
    readonly eligibility: Eligibility;
    /** In a chat it would count as a report of a vulnerability, so the draft is empty and nothing of it may be kept. */
    readonly isReport: boolean;
  }>;
  /** The reply that shows the chosen content; null if the content has none. */
  showChosen(chosen: Chosen, text: string, dialogue: Dialogue): Promise<Reply | null>;
  /**
   * The reply after a model has looked at the message and the local reply; the local reply if there's no model or it
   * doesn't help. Only for messages to the bot: forms, notes and answers to people don't come here.
   */
  reconsider(said: Said, local: Reply): Promise<Reply>;
  /** Whether messages of this tenant may go to a model. */
  usesModel(tenantId: string | null): boolean;
  /** Whether no model may see the rest of a dialogue in which this was said. False without a model. */
  isPrivate(text: string): boolean;
  /** Which customer a line names, and whether it asks for confidentiality, by its words alone. */
  readLine(text: string): {
    readonly customer: string | null;
    readonly isConfidential: boolean;
    /** It says that something is no longer confidential. */
    readonly isPublicAgain: boolean;
    /** It changes values of the form and says nothing else. */
    readonly isCorrection: boolean;
    readonly draft: RequestDraft;
  };
  /** Whether a filled-in form may be sent, explained in `language` if the content has it; nothing of it is kept. */
  judgeForm(form: FilledForm, language?: string): Promise<FormVerdict>;
  /** The refusal of words that may report a vulnerability and so must not be kept; null where they may. */
  findReport(words: string, language?: string): Promise<Eligibility | null>;
  /** Whether any words hint at such a report. Then text that nobody asked for is better left out. */
  resemblesReport(words: string): Promise<boolean>;
}

/**
 * The dialogue after a message and its reply. Turns older than an hour are dropped, and so is the text of messages
 * whose reply is `confidential`, and of long stories that the bot didn't understand, because they may contain anything.
 * Only their topic stays. Of an answer to a guide, only the answer is kept. `answered`: which entries the reply holds,
 * if any.
 */
export function remember(
  dialogue: Dialogue,
  text: string,
  reply: Reply,
  nowMs: number,
  answered: readonly EntryVersion[] = [],
): Dialogue {
  const isConfidential = reply.confidential === true;
  const offered = reply.kind === 'need' && !isConfidential ? (reply.request?.serviceId ?? null) : null;
  const turn: Turn = {
    text:
      isConfidential || reply.kind === 'guide' || isUnknownStory(text, reply)
        ? ''
        : cutStart(text, MAX_TURN_CHARACTERS),
    topic: reply.topic,
    answerTitle: isConfidential ? null : findTold(reply),
    atMs: nowMs,
    ...(offered !== null && { offersService: offered }),
  };
  const known = forgetOld(dialogue, nowMs);
  const language = reply.language ?? known.language;
  return {
    turns: [...known.turns, turn].slice(-MAX_TURNS),
    offered: reply.kind === 'choices' ? reply.options.map((option) => option.text) : [],
    guide: keepGuide(known.guide, reply),
    answered: answered.length > 0 ? answered : known.answered,
    unsent: null,
    ...(language !== undefined && { language }),
    ...((reply.isPrivate === true || known.isPrivate === true) && { isPrivate: true }),
  };
}

/** A guide's question stays open for this many messages about something else. */
const MOST_ASIDES = 3;

function keepGuide(open: OpenGuide | null, { guide, kind }: Reply): OpenGuide | null {
  if (guide !== undefined) return { id: guide.id, answers: guide.answers };
  const asides = (open?.asides ?? 0) + 1;
  return open === null || kind === 'intake' || asides > MOST_ASIDES ? null : { ...open, asides };
}

/** The dialogue without expired turns. Call it before `understand` if the last message may be long ago. */
export function forgetOld(dialogue: Dialogue, nowMs: number, lifeMs = MAX_TURN_AGE_MS): Dialogue {
  const turns = dialogue.turns.filter(({ atMs }) => isHeld(atMs + lifeMs + 1, lifeMs + 1, nowMs));
  return turns.length === dialogue.turns.length
    ? dialogue
    : turns.length === 0
      ? EMPTY_DIALOGUE
      : { ...dialogue, turns };
}

/** No follow-up needs it: after a long message without an answer, people start again. */
function isUnknownStory(text: string, { kind }: Reply): boolean {
  const isUnknown = kind === 'unclear' || kind === 'not-covered';
  return isUnknown && text.trim().split(/\s+/).length > LONGEST_UNKNOWN_WORDS;
}

const VERDICTS = { in: 'in scope', out: 'out of scope', 'not-stated': 'not stated' } as const;

function findTold(reply: Reply): string | null {
  switch (reply.kind) {
    case 'answer':
      return reply.statements.map(({ title }) => title).join(' · ') || null;
    case 'verdict':
      return `${reply.statement.title}: ${VERDICTS[reply.verdict]}`;
    case 'need':
      return reply.statement.title;
    case 'not-covered':
      return 'A question that isn’t covered here';
    case 'guide':
      return reply.guide.next.kind === 'result'
        ? `${reply.guide.title} ${reply.guide.next.statement.title}`
        : null;
    case 'choices':
    case 'intake':
    case 'status':
    case 'person':
    case 'greeting':
    case 'help':
    case 'privacy':
    case 'thanks':
    case 'unclear':
      return null;
  }
}
