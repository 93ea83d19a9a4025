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
  /** As it was typed, where `text` is its reading in English. Never stored. */
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
  /** What the latest answer held, for who says that it helped without saying which they mean. */
  readonly answered: readonly EntryVersion[];
  /** What the person wrote and was asked whether to send to a request's owner; null where nothing waits for that. */
  readonly unsent: UnsentReply | null;
  /** The person asked for confidentiality: no model sees what is said here. */
  readonly isPrivate?: boolean | undefined;
  /** Of the latest message that showed one (ISO 639-1): presses and bare names are answered in it. */
  readonly language?: string | undefined;
  /** The message at hand as it was typed, where it is read in English. Never stored. */
  readonly written?: string;
}

export interface UnsentReply {
  readonly number: string;
  readonly event: 'answer' | 'note';
  readonly text: string;
  /** Of the form that offers it, so that pressing and typing send it once. */
  readonly formId: string;
}

/** Which guide, and what it was answered so far. `asides`: how many other messages came since it asked. */
export type OpenGuide = Pick<GuideView, 'id' | 'answers'> & {
  readonly asides?: number | undefined;
  /** Teams' id of the message that asks, where it is known. */
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

/** What of the content was chosen as the reply to a message, by somebody else than the search. */
export interface Chosen {
  /** Ids in the order in which they were asked for; none where the content doesn't cover it. */
  readonly answers: readonly { readonly id: string; readonly asksVerdict: boolean }[];
  /** What was read of a request; null where nothing is requested. */
  readonly request: Partial<RequestSlots> | null;
}

export type RequestSlots = Pick<
  RequestDraft,
  'serviceId' | 'customer' | 'solutionAreaId' | 'role' | 'person' | 'wantedBy'
>;

/** A message with what matters for whether others may see it. */
export interface Said {
  readonly text: string;
  readonly dialogue: Dialogue;
  readonly tenantId: string | null;
  /** People whom it mentions. */
  readonly names: readonly string[];
}

/** Understands one message in its dialogue. Never throws for what a person may write: the worst is `unclear`. */
export interface Answerer {
  understand(text: string, dialogue: Dialogue): Promise<Reply>;
  /** The reply that shows it, whatever was said before; null where the content no longer holds it. */
  show(shown: Shown): Reply | null;
  /** Reads a message as a request, whatever else it may be: what it asks for and whether that may start. */
  readRequest(
    text: string,
    dialogue: Dialogue,
  ): Promise<{
    readonly draft: RequestDraft;
    readonly eligibility: Eligibility;
    /** A chat would take it for a report of a vulnerability, so the draft is empty and nothing of it may be kept. */
    readonly isReport: boolean;
  }>;
  /** The reply that says what was chosen; null where the content can't. */
  showChosen(chosen: Chosen, text: string, dialogue: Dialogue): Promise<Reply | null>;
  /**
   * The reply after a model had a look at the message and at the local reply; without a model, or where it doesn't help,
   * the local reply. For what is said to the bot: forms, notes and answers to people don't come here.
   */
  reconsider(said: Said, local: Reply): Promise<Reply>;
  /** Whether messages of this tenant may go to a model. */
  usesModel(tenantId: string | null): boolean;
  /** Whether no model may see the rest of a dialogue in which this was said. False without a model. */
  isPrivate(text: string): boolean;
  /** Which customer a line names, and whether it asks to keep something confidential; read by words. */
  readLine(text: string): {
    readonly customer: string | null;
    readonly isConfidential: boolean;
    /** It says that something is no longer confidential. */
    readonly isPublicAgain: boolean;
    /** It changes what the form holds and tells nothing else. */
    readonly isCorrection: boolean;
    readonly draft: RequestDraft;
  };
  /** Whether a filled-in form may be sent, explained in `language` if the content has it; nothing of it is kept. */
  judgeForm(form: FilledForm, language?: string): Promise<FormVerdict>;
  /** The refusal of words that may report a vulnerability and so must not be kept; null where they may. */
  findReport(words: string, language?: string): Promise<Eligibility | null>;
  /** Whether anything in the words speaks for such a report: what nobody asked for is better left out then. */
  resemblesReport(words: string): Promise<boolean>;
}

/**
 * The dialogue after a message and its reply. Turns older than an hour are dropped, and so is the text of whatever the
 * reply marked as `confidential`, or of a story that was not understood, which may be anything: only its topic stays.
 * What answers a guide is kept as its answer alone. `answered`: which entries the reply holds, if any.
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

/** The dialogue without what has aged out: to be called before `understand` when the last message may be long ago. */
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
