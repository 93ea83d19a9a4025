/**
 * From a message to what the bot has to say about it. Finding what the message is about is the search's work; here it
 * is read in its dialogue, checked for what needs care first, and turned into a Reply whose texts are curated content.
 */
import type { Content } from '../knowledge/content';
import { createProgrammeNames } from '../knowledge/search/programme-names';
import type { Search } from '../knowledge/search/search';
import type { Clock } from '../shared/clock';
import type { Answerer, Dialogue } from './dialogue';
import { createCarried } from './carried';
import { findChosen } from './choice';
import { createComparisons } from './comparisons';
import { createElsewhere } from './elsewhere';
import { createGuides } from './guides';
import { createLanguageNotice } from './language';
import { hasWords, toPlainText } from './plain-text';
import { createRequestDetector } from './intake/is-request';
import { createRequestReader } from './intake/read-request';
import { mergeDrafts } from './intake/read-draft';
import { createNeeds, type Need } from './needs';
import { createMessageReader, type MessageRead } from './read-message';
import { EMPTY_DRAFT, type Reply, type RequestDraft } from './reply';
import { createReplies } from './replies';
import { createSafety } from './safety';
import { createStatements } from './statements';
import { REPORT, FACT, SURE_FACT, REPORT_LASTS_TURNS, NEED } from './thresholds';

export interface AnswererOptions {
  readonly content: Content;
  readonly search: Search;
  readonly clock: Clock;
}

const REQUEST_NUMBER = /\b[A-Z]{2,4}-\d{1,8}\b/i;

export function createAnswerer({ content, search, clock }: AnswererOptions): Answerer {
  const safety = createSafety(content);
  const findNotice = createLanguageNotice(content);
  const statements = createStatements(content);
  const replies = createReplies(content, statements);
  const needs = createNeeds(content, statements);
  const requests = createRequestReader(content, search, statements, safety, clock, needs);
  const readMessage = createMessageReader(content, search, safety);
  const findElsewhere = createElsewhere(content);
  const guides = createGuides(content);
  const compare = createComparisons(content);
  const names = createProgrammeNames(content);
  const findAsked = createRequestDetector(content, search, requests);
  const findCarried = createCarried(content, names);
  const ruleIds = new Set(content.rules.map(({ id }) => id));
  const isAboutRule = (id: string): boolean => ruleIds.has(id);

  /** A report about another maker's product must not be sent to the place for one's own. */
  const withoutOtherMakers = (text: string, read: MessageRead): MessageRead => {
    const { whole } = read;
    const topic = content.cues.safety.vulnerability?.topic;
    if (whole === undefined || !safety.namesOtherMaker(text)) return read;
    return {
      ...read,
      whole: { ...whole, candidates: whole.candidates.filter((candidate) => candidate.topic !== topic) },
      alone: undefined,
      unnamed: undefined,
    };
  };

  /** How likely it is, read with or without the dialogue, that a message reports a vulnerability. */
  const weighReport = ({ whole, alone, unnamed }: MessageRead): number =>
    Math.max(
      0,
      ...[whole, alone, unnamed].flatMap((ranking) =>
        (ranking?.candidates ?? []).flatMap(({ topic, probability }) =>
          topic === content.cues.safety.vulnerability?.topic ? [probability] : [],
        ),
      ),
    );

  /** What is certain of something to be arranged, or of a fact that only sounds like a wish. */
  const isRequest = (text: string, dialogue: Dialogue, { whole }: MessageRead): boolean => {
    const asked = findAsked(text, dialogue);
    const best = whole?.candidates[0];
    if (asked === null) return false;
    const least = asked === 'order' ? SURE_FACT : FACT;
    const isFact =
      best !== undefined && best.probability >= least.probability && best.likeness >= least.likeness;
    // A name without a capital is a guess: "the desk for pricing questions" names nobody.
    const isForSomebody = /\p{Lu}/u.test(requests.readDraft(text).draft.customer ?? '');
    return isForSomebody || !(isFact && isAboutRule(best.unit.id));
  };

  const followsReport = ({ turns }: Dialogue): boolean =>
    turns.slice(-REPORT_LASTS_TURNS).some(({ topic }) => topic === content.cues.safety.vulnerability?.topic);

  /** What needs no search. */
  const answerAtOnce = (text: string, dialogue: Dialogue): Reply | null => {
    if (!hasWords(text)) return replies.say('unclear');
    const vulnerability = safety.findVulnerability(text);
    if (vulnerability !== null) return { ...replies.answerTopic(vulnerability), confidential: true };
    const guide = guides.read(text, dialogue);
    if (guide !== null) return { kind: 'guide', topic: guide.topic, guide };
    const door = findElsewhere(text, dialogue);
    return door === undefined ? null : replies.answerDoor(door);
  };

  const answerRead = async (text: string, dialogue: Dialogue, asRead: MessageRead): Promise<Reply> => {
    const read = withoutOtherMakers(text, asRead);
    const report = weighReport(asRead);
    const topic = content.cues.safety.vulnerability?.topic;
    if (topic !== undefined && weighReport(read) >= REPORT.likely)
      return { ...replies.answerTopic(topic), confidential: true };
    const { asked } = read;
    const need = needs.find(read.needs);
    const answered = replyToNeed(text, asked, dialogue, read, need);
    if (answered !== null)
      return report >= REPORT.possible ? { ...answered, confidential: true } : guides.follow(text, answered);
    const number = REQUEST_NUMBER.exec(text)?.[0].toUpperCase() ?? null;
    const decided = isRequest(asked, dialogue, read)
      ? replies.startRequest()
      : replies.decide(asked, read, number);
    const reply =
      decided.kind === 'intake' ? { ...decided, ...(await requests.read(asked, dialogue)) } : decided;
    return report >= REPORT.possible
      ? { ...reply, confidential: true }
      : compare(asked, guides.follow(text, reply));
  };

  /** The answer to a need that is told clearly; null where the search answers. */
  const replyToNeed = (
    text: string,
    asked: string,
    dialogue: Dialogue,
    read: MessageRead,
    need: Need | null,
  ): Reply | null => {
    if (need === null || need.fact >= NEED.mostFact || isRequest(asked, dialogue, read)) return null;
    if (replies.isFound(read, need) || (isReportRow(need) && safety.namesOtherMaker(text))) return null;
    const candidates = read.whole?.candidates ?? [];
    if (need.row.gap === true) return replies.sayGap(candidates);
    if (need.row.entry !== undefined)
      return { ...replies.answerTopic(need.row.entry), ...(isReportRow(need) && { confidential: true }) };
    return needs.reply(need, candidates, readDraft(text, dialogue));
  };
  const isReportRow = ({ row }: Need): boolean => row.entry === content.cues.safety.vulnerability?.topic;

  /** The next reply after an answer to the question of a need. */
  const answerOption = async (text: string, dialogue: Dialogue): Promise<Reply | null> => {
    if (!dialogue.offered.includes(text)) return null;
    const before = dialogue.turns.at(-1)?.text ?? '';
    const rankings = before === '' ? [] : await search.rank([{ text: before, carried: [] }]);
    const readings = rankings.flatMap(({ need }) => need ?? []);
    const need = needs.answer(text, needs.find(readings));
    if (need === null) return null;
    const { entry } = need.row;
    return entry === undefined
      ? needs.reply(need, rankings[0]?.candidates ?? [], readDraft(before, dialogue))
      : replies.answerTopic(entry);
  };

  /** What was said of a request so far, with the message itself for the people who take it up. */
  const readDraft = (text: string, dialogue: Dialogue): RequestDraft => {
    const said = [...dialogue.turns.map((turn) => turn.text), text];
    const draft = said.map((one) => requests.readDraft(one).draft).reduce(mergeDrafts, EMPTY_DRAFT);
    return { ...draft, note: draft.note ?? text };
  };

  const answer = async (text: string, dialogue: Dialogue, carried: readonly string[]): Promise<Reply> =>
    (await answerOption(text, dialogue)) ??
    answerAtOnce(text, dialogue) ??
    (await answerRead(text, dialogue, await readMessage(text, dialogue, carried)));

  return {
    async understand(raw, dialogue) {
      const text = toPlainText(raw);
      const asked = findChosen(text, dialogue.offered, names) ?? text;
      const found = await answer(asked, dialogue, findCarried(dialogue.turns));
      const notice = findNotice(text);
      return {
        ...found,
        ...(notice !== null && { notice }),
        ...(followsReport(dialogue) && { confidential: true }),
      };
    },
    judgeForm: (form) => requests.judgeForm(form),
    findReport: (words) => requests.findReport(toPlainText(words)),
    readRequest: (raw, dialogue) => requests.read(toPlainText(raw), dialogue),
  };
}
