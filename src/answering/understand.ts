/**
 * From a message to the bot's reply. The search finds what a message is about. This file reads it in its dialogue,
 * checks first what needs care, and makes a Reply whose texts are curated content.
 */
import type { Content } from '../knowledge/model/content';
import { createPhrases } from '../knowledge/search/phrases';
import { createProgrammeNames } from '../knowledge/search/programme-names';
import type { Search } from '../knowledge/search/search';
import type { Clock } from '../shared/clock';
import { findNumber, formatNumber } from '../shared/request-number';
import { LONGEST_UNKNOWN_WORDS, type Answerer, type Dialogue, type Shown } from './dialogue';
import { createCarriedProgrammes } from './reading/carried-programmes';
import { asksState } from './reading/asks-state';
import { isYes } from './reading/is-yes';
import { findChosen } from './reading/chosen-offer';
import { createComparisons } from './replying/comparisons';
import { createAskedAgain } from './reading/asked-again';
import { createAfterReport } from './replying/after-report';
import { createWhereInstead } from './reading/where-instead';
import { isQuestion } from './reading/clauses';
import { dropCorrection, dropCourtesy } from './reading/courtesy';
import { isAboutEarlier } from './reading/follow-up';
import { createElaborator } from './replying/elaborate';
import { createGuides } from './replying/guides';
import { withLanguages } from './language';
import { createOffers } from './replying/offers';
import { hasWords, toPlainText } from './plain-text';
import { createRequestDetector } from './intake/is-request';
import { createThanksReader } from './intake/is-thanks';
import { corrects } from './intake/merge-drafts';
import { findOwnWords, needsQuote } from './intake/own-words';
import { createRequestReader } from './intake/read-request';
import { createNeeds, type Need } from './replying/needs';
import { createMessageReader, type MessageRead } from './reading/read-message';
import { EMPTY_DRAFT, type Reply, type RequestDraft } from './reply';
import { createReplies } from './replying/replies';
import { createSafety } from './reading/safety';
import { createShowChosen } from './replying/show-chosen';
import { createStatements } from './replying/statements';
import { createSympathy } from './replying/sympathy';
import { unlessBusy } from './unless-busy';
import { FACT, NEED, REPORT, REPORT_LASTS_TURNS, SURE_FACT } from './thresholds';
import { createLimits } from './replying/limits';
import { createLeads } from './replying/yes-or-no';

export interface AnswererOptions {
  readonly content: Content;
  readonly search: Search;
  readonly clock: Clock;
}

/** After these a message that says nothing of its own is read again together with the one before. */
const LEAVES_OPEN: ReadonlySet<Reply['kind']> = new Set<Reply['kind']>([
  'unclear',
  'not-covered',
  'choices',
  'thanks',
]);
const UNANSWERED: ReadonlySet<Reply['kind']> = new Set<Reply['kind']>(['unclear', 'not-covered']);

export function createAnswerer(deps: AnswererOptions): Answerer {
  const parts = gather(deps);
  const { content, showChosen, requests } = parts;
  return withLanguages(content, {
    understand: (raw, dialogue) => understand(parts, raw, dialogue),
    show: (shown) => show(parts, shown),
    showChosen: (chosen, raw, dialogue) =>
      showChosen(chosen, readOwn(parts, raw, toPlainText(raw)), dialogue),
    reconsider: (_said, local) => Promise.resolve(local),
    usesModel: () => false,
    isPrivate: () => false,
    readLine: (raw) => readLine(parts, raw),
    judgeForm: (form) => requests.judgeForm(form),
    findReport: (words) => requests.findReport(words),
    resemblesReport: (words) => requests.resemblesReport(words),
    readRequest: (raw, dialogue) => readRequest(parts, raw, dialogue),
  });
}

type Parts = ReturnType<typeof gather>;

function gather({ content, search, clock }: AnswererOptions) {
  const safety = createSafety(content);
  const statements = createStatements(content);
  const leads = createLeads(content);
  const replies = createReplies(content, statements, leads);
  const needs = createNeeds(content, statements);
  const requests = createRequestReader(content, search, statements, safety, clock, needs);
  const readMessage = createMessageReader(content, search, safety);
  const findDoorInstead = createWhereInstead(content);
  const elaborate = createElaborator(content, statements);
  const findAfterReport = createAfterReport(content);
  const guides = createGuides(content);
  const compare = createComparisons(content);
  const names = createProgrammeNames(content);
  const askAgain = createAskedAgain(content, names);
  const isThanks = createThanksReader(content);
  const findAsked = createRequestDetector(content, search, requests);
  const findOffered = createOffers(content);
  const findCarriedProgrammes = createCarriedProgrammes(content, names);
  const limit = createLimits(content);
  const sympathise = createSympathy(content, (entry) => replies.show(entry));
  const showChosen = createShowChosen({ replies, needs, guides, compare, requests });
  const secrecy = createPhrases(content.cues.secrecyPhrases.map((phrase) => [phrase, true] as const));
  const ruleIds = new Set(content.rules.map(({ id }) => id));
  /** The door of each topic whose answer sends people to something that takes no requests, such as a ticket. */
  const doorOfTopic = new Map(
    content.entries.flatMap(({ topic, door }) => {
      const found = content.doors.find(({ id, roles }) => id === door && roles.length === 0);
      return found === undefined ? [] : [[topic, found] as const];
    }),
  );
  const reportedTo = content.entries.find(
    ({ topic }) => topic === content.cues.safety.vulnerability?.topic,
  )?.programme;
  return {
    ruleIds,
    content,
    safety,
    requests,
    findAsked,
    doorOfTopic,
    guides,
    replies,
    findOffered,
    names,
    reportedTo,
    findAfterReport,
    elaborate,
    findDoorInstead,
    needs,
    compare,
    leads,
    search,
    findCarriedProgrammes,
    readMessage,
    askAgain,
    isThanks,
    sympathise,
    limit,
    secrecy,
    showChosen,
  };
}

function isAboutRule({ ruleIds }: Parts, id: string): boolean {
  return ruleIds.has(id);
}

/** A report about another maker's product must not be sent to the place for one's own. */
function withoutOtherMakers({ content, safety }: Parts, text: string, read: MessageRead): MessageRead {
  const { whole } = read;
  const topic = content.cues.safety.vulnerability?.topic;
  if (whole === undefined || !safety.namesOtherMaker(text)) return read;
  return {
    ...read,
    whole: { ...whole, candidates: whole.candidates.filter((candidate) => candidate.topic !== topic) },
    alone: undefined,
    unnamed: undefined,
  };
}

/** Undefined if there wasn't time to find out. Then the words aren't kept either. */
function describe({ requests }: Parts, words: string) {
  return unlessBusy(requests.describeVulnerability(words));
}

/** How likely it is, read with or without the dialogue, that a message reports a vulnerability. */
function weighReport({ content }: Parts, { whole, alone, unnamed }: MessageRead): number {
  return Math.max(
    0,
    ...[whole, alone, unnamed].flatMap((ranking) =>
      (ranking?.candidates ?? []).flatMap(({ topic, probability }) =>
        topic === content.cues.safety.vulnerability?.topic ? [probability] : [],
      ),
    ),
  );
}

/** How certain it is that the message asks to arrange something, or for a fact that only sounds like a wish. */
function isRequest(parts: Parts, text: string, dialogue: Dialogue, { whole }: MessageRead): boolean {
  const { findAsked, requests } = parts;
  const asked = findAsked(text, dialogue);
  const best = whole?.candidates[0];
  if (asked === null) return false;
  const least = asked === 'order' ? SURE_FACT : FACT;
  const isFact =
    best !== undefined && best.probability >= least.probability && best.likeness >= least.likeness;
  // A name without a capital is a guess: "the desk for pricing questions" names nobody.
  const isForSomebody = /\p{Lu}/u.test(requests.readDraft(text).draft.customer ?? '');
  return isForSomebody || !(isFact && isAboutRule(parts, best.unit.id));
}

function followsReport({ content }: Parts, { turns }: Dialogue): boolean {
  return turns
    .slice(-REPORT_LASTS_TURNS)
    .some(({ topic }) => topic === content.cues.safety.vulnerability?.topic);
}

/** Someone with an outage who wants a person still needs the ticket first. */
function keepDoor({ doorOfTopic }: Parts, reply: Reply, { turns }: Dialogue): Reply {
  const door = doorOfTopic.get(turns.at(-1)?.topic ?? '');
  return reply.kind === 'person' && door !== undefined ? { ...reply, door } : reply;
}

function show({ guides, replies }: Parts, { shows: id, answers = {} }: Shown, said?: string): Reply | null {
  const guide = guides.show({ id, answers });
  if (guide !== null) return { kind: 'guide', topic: guide.topic, guide };
  const reply = replies.show(id, said);
  return reply === null ? null : guides.follow('', reply);
}

/** Messages that need no search. */
function answerAtOnce(parts: Parts, text: string, dialogue: Dialogue): Reply | null {
  const { findOffered, guides, names, isThanks, reportedTo, replies } = parts;
  const { findAfterReport, elaborate, findDoorInstead } = parts;
  const offered = findOffered(text);
  const shown = offered === undefined ? null : show(parts, { shows: offered }, text);
  if (shown !== null) return shown;
  if (isThanks(text)) return replies.say('thanks');
  if (asksState(text, dialogue)) return { kind: 'status', topic: 'request-status', number: null };
  const guide = guides.read(text, dialogue);
  if (guide !== null) return { kind: 'guide', topic: guide.topic, guide };
  const namesOther = findNumber(text) !== undefined || names.find(text).some((id) => id !== reportedTo);
  const asked = followsReport(parts, dialogue) && !namesOther ? findAfterReport(text) : undefined;
  const afterReport = asked === undefined ? null : replies.choose(asked, text, false);
  if (afterReport !== null) return afterReport;
  const more = elaborate(text, dialogue);
  if (more !== null) return more;
  const door = findDoorInstead(text, dialogue);
  return door === undefined ? null : replies.answerDoor(door);
}

/** A long story that resembles a report a little isn't kept. Few follow-ups need it, and people tell reports like that. */
async function isDoubtfulStory({ requests }: Parts, written: string): Promise<boolean> {
  if (written.trim().split(/\s+/u).length <= LONGEST_UNKNOWN_WORDS) return false;
  return (await unlessBusy(requests.resemblesReport(written))) !== false;
}

async function answerRead(
  parts: Parts,
  text: string,
  dialogue: Dialogue,
  asRead: MessageRead,
  written: string,
): Promise<Reply> {
  const { content, safety, findAsked, needs, replies, guides, requests, compare } = parts;
  const read = withoutOtherMakers(parts, text, asRead);
  const topic = content.cues.safety.vulnerability?.topic;
  const described = await describe(parts, written);
  // "Change the area to Security" is only about the form, so its likeness to a report doesn't count.
  const isOfForm =
    described === false && !safety.hints(written) && findAsked.fillsForm(asRead.asked, dialogue);
  const weigh = (one: MessageRead): number => (isOfForm ? 0 : weighReport(parts, one));
  const report = weigh(asRead);
  const describes = described === true;
  const mayBeReport =
    described !== false || report >= REPORT.possible || (await isDoubtfulStory(parts, written));
  // What only sounds like a report isn't kept, but isn't answered as one either.
  const isBacked = safety.hints(written) || report >= REPORT.possible;
  const isOurs = describes && isBacked && !safety.namesOtherMaker(written);
  const { asked } = read;
  const told = needs.find(read.needs);
  // The verb decides what is wanted with "it", whether the same message says what "it" is or an earlier one.
  const before = read.earlierNeed ?? (isQuestion(asked) ? read.needs[0] : undefined);
  const need = (before === undefined ? null : needs.follow(asked, before)) ?? told;
  const isReport = weigh(read) >= REPORT.likely && !isAnotherNeed(parts, written, need, described);
  if (topic !== undefined && (isOurs || isReport))
    return { ...replies.answerTopic(topic), confidential: true };
  const isUnbackedReport = need !== null && isReportRow(parts, need) && !(describes || safety.hints(written));
  const toNeed = isUnbackedReport ? null : await replyToNeed(parts, text, asked, dialogue, read, need);
  if (toNeed !== null) return mayBeReport ? { ...toNeed, confidential: true } : guides.follow(text, toNeed);
  const number = findNumber(text);
  const answered = isRequest(parts, asked, dialogue, read)
    ? replies.startRequest()
    : replies.decide(asked, read, number === undefined ? null : formatNumber(number));
  // A message without an answer may describe the request whose form was just opened.
  const isMore = UNANSWERED.has(answered.kind) && findAsked.tellsMore(asked, dialogue);
  const decided = isMore ? replies.startRequest() : answered;
  const reply =
    decided.kind === 'intake' ? { ...decided, ...(await requests.read(asked, dialogue)) } : decided;
  return mayBeReport ? { ...reply, confidential: true } : compare(asked, guides.follow(text, reply));
}

/**
 * "Our customer was hacked, is that for MSRC?" names the place for reports, and is none. "Review how secure our tenant is"
 * only sounds like one; there, no word may hint at a vulnerability.
 */
function isAnotherNeed(
  parts: Parts,
  written: string,
  need: Need | null,
  described: boolean | null | undefined,
): boolean {
  return (
    described === false &&
    need !== null &&
    (need.row.entry !== undefined || (need.row.answer !== undefined && !parts.safety.hints(written))) &&
    !isReportRow(parts, need) &&
    need.fact < NEED.mostFact &&
    need.probability >= NEED.supported
  );
}

/** The answer to a clear need; null if the search answers instead. */
async function replyToNeed(
  parts: Parts,
  text: string,
  asked: string,
  dialogue: Dialogue,
  read: MessageRead,
  need: Need | null,
): Promise<Reply | null> {
  const { replies, safety, needs, leads } = parts;
  if (need === null || need.fact >= NEED.mostFact || isRequest(parts, asked, dialogue, read)) return null;
  const isFound = need.isFollowUp !== true && replies.isFound(read, need);
  if (isFound || (isReportRow(parts, need) && safety.namesOtherMaker(text))) return null;
  const candidates = read.whole?.candidates ?? [];
  if (need.row.gap === true) return replies.sayGap(candidates);
  if (need.row.entry !== undefined)
    return {
      ...replies.answerTopic(need.row.entry),
      ...(isReportRow(parts, need) && { confidential: true }),
    };
  const reply = needs.reply(need, candidates, await readDraft(parts, text, dialogue));
  if (reply?.kind !== 'need') return reply;
  return { ...reply, statement: leads.leadNeed(reply.statement, asked, reply.verdict) };
}

function isReportRow({ content }: Parts, { row }: Need): boolean {
  return row.entry === content.cues.safety.vulnerability?.topic;
}

/** The next reply after an answer to the question of a need. */
async function answerOption(parts: Parts, text: string, dialogue: Dialogue): Promise<Reply | null> {
  const { search, needs, replies } = parts;
  if (!dialogue.offered.includes(text)) return null;
  const before = dialogue.turns.at(-1)?.text ?? '';
  const rankings = before === '' ? [] : await search.rank([{ text: before, carried: [] }]);
  const readings = rankings.flatMap(({ need }) => need ?? []);
  const need = needs.answer(text, needs.find(readings));
  if (need === null) return null;
  const { entry } = need.row;
  return entry === undefined
    ? needs.reply(need, rankings[0]?.candidates ?? [], await readDraft(parts, before, dialogue))
    : replies.answerTopic(entry);
}

/** The messages about a request so far, including this one, for the people who handle it. */
async function readDraft({ requests }: Parts, text: string, dialogue: Dialogue): Promise<RequestDraft> {
  const { draft } = await requests.read(text, dialogue);
  return { ...draft, note: draft.note ?? dialogue.written ?? text };
}

async function answer(parts: Parts, text: string, dialogue: Dialogue, written: string): Promise<Reply> {
  const { replies, safety, findCarriedProgrammes, readMessage } = parts;
  if (!hasWords(text)) return replies.say('unclear');
  const vulnerability = safety.findVulnerability(written);
  if (vulnerability !== null) return { ...replies.answerTopic(vulnerability), confidential: true };
  const atOnce = (await answerOption(parts, text, dialogue)) ?? answerAtOnce(parts, text, dialogue);
  if (atOnce === null) {
    const carried = findCarriedProgrammes(dialogue.turns);
    const alone = await answerRead(
      parts,
      text,
      dialogue,
      await readMessage(text, dialogue, carried),
      written,
    );
    if (!LEAVES_OPEN.has(alone.kind) || dialogue.turns.length === 0 || !isAboutEarlier(text)) return alone;
    const read = await readMessage(text, dialogue, carried, true);
    const together = await answerRead(parts, text, dialogue, read, written);
    return LEAVES_OPEN.has(together.kind) ? alone : together;
  }
  return (await describe(parts, written)) === false ? atOnce : { ...atOnce, confidential: true };
}

/** What is quoted or forwarded isn't asked, unless the rest asks about it or it may be about a vulnerability. */
function readOwn({ safety }: Parts, raw: string, whole: string): string {
  const own = toPlainText(findOwnWords(raw));
  const isSensitive = own !== whole && (safety.hints(whole) || safety.findVulnerability(whole) !== null);
  return isSensitive || (own !== whole && needsQuote(own)) ? whole : own;
}

/** "Yes" under a card that offers to request a service asks for its form. */
async function acceptOffer(
  { replies, requests }: Parts,
  text: string,
  dialogue: Dialogue,
): Promise<Reply | null> {
  if (dialogue.turns.at(-1)?.offersService === undefined || !isYes(text)) return null;
  // The consent itself says nothing about the request.
  return { ...replies.startRequest(), ...(await requests.read('', dialogue)) };
}

async function understand(parts: Parts, raw: string, dialogue: Dialogue): Promise<Reply> {
  const { names, askAgain, sympathise, limit } = parts;
  const own = readOwn(parts, raw, toPlainText(raw));
  const text = dropCourtesy(dropCorrection(own));
  const asked = findChosen(text, dialogue.offered, names) ?? askAgain(own, dialogue) ?? text;
  // A long text is shortened to be understood; whether it may be kept is asked of the whole of it.
  const found =
    (await acceptOffer(parts, text, dialogue)) ??
    (await answer(parts, asked, dialogue, asked === text ? raw : asked));
  const reply = sympathise(text, limit(asked, keepDoor(parts, found, dialogue)));
  return { ...reply, ...(followsReport(parts, dialogue) && { confidential: true }) };
}

/** What a chat takes for a report is one here too, whatever it asks for. */
async function readRequest(parts: Parts, raw: string, dialogue: Dialogue) {
  const { content, requests } = parts;
  const { topic } = await understand(parts, raw, dialogue);
  const refusal = topic === content.cues.safety.vulnerability?.topic ? requests.refuseReport() : null;
  if (refusal !== null) return { draft: EMPTY_DRAFT, eligibility: refusal, isReport: true };
  const read = await requests.read(readOwn(parts, raw, toPlainText(raw)), dialogue);
  return { ...read, isReport: false };
}

function readLine(
  { requests, secrecy }: Parts,
  raw: string,
): {
  readonly customer: string | null;
  readonly isConfidential: boolean;
  /** It says that something is no longer confidential. */
  readonly isPublicAgain: boolean;
  /** It changes values of the form and says nothing else. */
  readonly isCorrection: boolean;
  readonly draft: RequestDraft;
} {
  const text = toPlainText(raw);
  const { draft, drops } = requests.readDraft(text);
  const isPublicAgain = drops.includes('isConfidential') && !draft.isConfidential;
  const isCorrection = draft.note === null && (drops.length > 0 || corrects(text));
  return {
    customer: draft.customer,
    isCorrection,
    isConfidential: secrecy.find(text).length > 0 && !isPublicAgain,
    isPublicAgain,
    draft,
  };
}
