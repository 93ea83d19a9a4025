import type { Content, Rule } from '../../knowledge/model/content';
import type { Unit } from '../../knowledge/search/examples';
import type { Candidate } from '../../knowledge/search/rank-topics';
import { createPhrases } from '../../knowledge/search/phrases';
import type { Ranking } from '../../knowledge/search/search';
import { findNumber, formatNumber } from '../../shared/request-number';
import { findHours } from '../intake/find-hours';
import { isNegated } from '../reading/negation';
import type { MessageRead } from '../reading/read-message';
import {
  EMPTY_DRAFT,
  type Eligibility,
  type Reply,
  type Statement,
  type Suggestion,
  type Verdict,
} from '../reply';
import { createNotCoveredReplies } from './not-covered';
import type { Need } from './needs';
import { sayExcluded, type Statements } from './statements';
import {
  ENOUGH,
  ENOUGH_FOR_A_PART,
  ENOUGH_FOR_A_GUESSED_PART,
  HELD,
  LEAST_OPPOSITE,
  SECOND,
  GAP_OF_STRANGER,
  NEED,
  STRANGE,
} from '../thresholds';
import { asksForVerdict, findPlainQuestion } from '../reading/verdict-question';
import type { Leads } from './yes-or-no';

const UNCLEAR: Reply = { kind: 'unclear', topic: 'unclear' };
const MAX_OPTIONS = 3;
const MAX_TERMS = 4;
const MAX_SUGGESTIONS = 3;

/** Stands until the request was read: understand() puts the reading in its place. */
const NOT_JUDGED: Eligibility = {
  eligible: true,
  reason: 'not-judged',
  rule: null,
  door: null,
  explanation: '',
};

/** Decides the reply once the possible subjects of a message are known. */
export interface Replies {
  decide(text: string, read: MessageRead, number: string | null): Reply;
  answerTopic(topic: string): Reply;
  /**
   * What an entry, a rule or a term says; null where there is none with that id. A yes or no answers `said`, or else the
   * title, which is what the person pressed: a wording of the item may ask the opposite.
   */
  show(id: string, said?: string): Reply | null;
  /** What is behind a door: its entry, or a person. */
  answerDoor(id: string): Reply;
  startRequest(): Reply;
  /** What an item says to a message that it was chosen for. `asksVerdict`: the message asks whether it's in scope. */
  choose(id: string, text: string, asksVerdict: boolean): Reply | null;
  /** The same as one of several statements; undefined for what states nothing. */
  state(id: string): Statement | undefined;
  /** Whether the search found something surer than the need. */
  isFound(read: MessageRead, need: Need): boolean;
  /** What is not covered and comes nearest to a message. */
  sayGap(candidates: readonly Candidate[]): Reply;
  say(kind: 'greeting' | 'help' | 'thanks' | 'unclear'): Reply;
}

export function createReplies(content: Content, statements: Statements, leads: Leads): Replies {
  const sources = gather(content, statements, leads);
  return {
    startRequest: () => replyWithIntent(sources, 'request-engagement', null),
    say: (kind) => ({ kind, topic: kind }),
    isFound: (read, need) => isFound(sources, read, need),
    sayGap: (candidates) => sayGap(sources, candidates),
    answerTopic: (topic) => answerTopic(sources, topic),
    show: (id, said) => show(sources, id, said),
    choose: (id, text, asksVerdict) => choose(sources, id, text, asksVerdict),
    state: (id) => state(sources, certainly({ id, topic: id, programme: null, asks: [] })),
    answerDoor: (id) => answerDoor(sources, id),
    decide: (text, read, number) => decide(sources, text, read, number),
  };
}

type Sources = ReturnType<typeof gather>;

function gather(content: Content, statements: Statements, leads: Leads) {
  const gaps = createNotCoveredReplies(content, statements);
  const rules = new Map(content.rules.map((rule) => [rule.id, rule]));
  const intents = new Map<string, string>(content.intents.map(({ id, topic }) => [id, topic]));
  const aspectOf = new Map(content.entries.map(({ topic, aspect }) => [topic, aspect]));
  const terms = createPhrases(
    content.terms.flatMap((term) =>
      [term.term, ...(term.expansion === undefined ? [] : [term.expansion])].map(
        (name) => [name, term] as const,
      ),
    ),
  );
  const services = createPhrases(
    content.services.flatMap(({ id, name, aliases }) =>
      [name, ...aliases].map((alias) => [alias, id] as const),
    ),
  );
  const wide = new Map(
    content.entries.filter(({ id, topic }) => id === topic).map((entry) => [entry.id, entry]),
  );
  const topics = new Map<string, string>(
    [...content.entries, ...content.rules, ...content.terms, ...content.notCovered, ...content.intents].map(
      ({ id, topic }) => [id, topic],
    ),
  );
  return { intents, statements, gaps, rules, leads, content, aspectOf, terms, wide, services, topics };
}

function topicOf({ intents }: Sources, intent: string): string {
  return intents.get(intent) ?? intent;
}

function suggestAfter({ statements }: Sources, id: string, others: readonly string[]): Suggestion[] {
  return statements.suggest(
    [...new Set([...statements.listRelated(id), ...others])].filter((other) => other !== id),
    MAX_SUGGESTIONS,
  );
}

function replyWithIntent(sources: Sources, id: string, number: string | null): Reply {
  switch (id) {
    case 'greeting':
    case 'help':
    case 'thanks':
      return { kind: id, topic: id };
    case 'privacy':
    case 'privacy-readers':
    case 'privacy-deletion':
    case 'privacy-place':
    case 'privacy-model':
    case 'privacy-law':
      return { kind: 'privacy', topic: 'privacy', about: id };
    case 'request-status':
      return { kind: 'status', topic: id, number };
    case 'talk-to-human':
      return { kind: 'person', topic: id, role: null };
    case 'my-pdm':
      return { kind: 'person', topic: topicOf(sources, id), role: 'PDM' };
    case 'my-pts':
      return { kind: 'person', topic: topicOf(sources, id), role: 'PTS' };
    case 'request-engagement':
      return {
        kind: 'intake',
        topic: id,
        draft: EMPTY_DRAFT,
        eligibility: NOT_JUDGED,
      };
    default:
      return UNCLEAR;
  }
}

function replyWith(
  sources: Sources,
  text: string,
  { unit, likeness }: Pick<Candidate, 'unit' | 'likeness'>,
  others: readonly string[],
  number: string | null,
  asksVerdict = asksForVerdict(text) && findPlainQuestion(text)?.asked !== 'must',
): Reply {
  const { intents, gaps, statements, rules, leads } = sources;
  if (intents.has(unit.id)) return replyWithIntent(sources, unit.id, number);
  const gap = gaps.reply(unit.id, likeness);
  if (gap !== undefined) return gap;
  const statement = statements.find(unit.id);
  if (statement === undefined) return UNCLEAR;
  const next = suggestAfter(sources, unit.id, others);
  const rule = rules.get(unit.id);
  const verdict = rule === undefined || !asksVerdict ? null : findVerdict(rule, text);
  const said = leads.lead(statement, text, verdict);
  if (rule === undefined || verdict === null)
    return {
      kind: 'answer',
      topic: unit.topic,
      statements: [nameExclusion(sources, said, rule, text)],
      next,
    };
  return {
    kind: 'verdict',
    topic: unit.topic,
    verdict,
    rule: statements.findRule(rule.id) ?? null,
    statement: said,
    next,
  };
}

/** The general "not covered" is the first item of the list. */
function replyToAnythingElse({ gaps, content }: Sources): Reply {
  return gaps.reply(content.notCovered[0]?.id ?? '') ?? UNCLEAR;
}

/** What was asked in the negative is about the opposite aspect of the same programme, where that is likely at all. */
function preferOpposite(
  { content, aspectOf }: Sources,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  const [best, ...others] = candidates;
  const opposite = content.cues.opposites[aspectOf.get(best?.topic ?? '') ?? ''];
  if (best === undefined || opposite === undefined) return candidates;
  const meant = others.find(
    ({ unit, topic, probability }) =>
      aspectOf.get(topic) === opposite &&
      unit.programme === best.unit.programme &&
      probability >= LEAST_OPPOSITE,
  );
  if (meant === undefined) return candidates;
  const certain = { ...meant, probability: best.probability, likeness: best.likeness };
  return [certain, ...candidates.filter((one) => one !== meant)];
}

/** What is not covered stands behind what is, where that is more like the text and not much less likely. */
function preferHeld({ gaps }: Sources, candidates: readonly Candidate[]): readonly Candidate[] {
  const [gap, ...others] = candidates;
  if (gap === undefined || !gaps.isGap(gap.topic)) return candidates;
  const held = others.find(({ topic }) => !gaps.isGap(topic));
  const isNearer =
    held !== undefined && held.likeness >= gap.likeness && held.probability >= gap.probability * HELD.share;
  return isNearer ? [held, ...candidates.filter((one) => one !== held)] : candidates;
}

/** A line of an "isn't" list would say the opposite without its list and without a verdict. */
function nameExclusion(
  { content }: Sources,
  statement: Statement,
  rule: Rule | undefined,
  text: string,
): Statement {
  return rule?.side === 'is-not' &&
    rule.refuses !== undefined &&
    statement.yesOrNo !== 'yes' &&
    !isExcepted(rule, text)
    ? { ...statement, title: sayExcluded(content.wording.outOfScope, statement.title) }
    : statement;
}

function state(
  sources: Sources,
  { unit, likeness }: Pick<Candidate, 'unit' | 'likeness'>,
): Statement | undefined {
  const { statements, gaps, rules } = sources;
  const statement = statements.find(unit.id);
  return statement === undefined
    ? gaps.state(unit.id, likeness)
    : nameExclusion(sources, statement, rules.get(unit.id), '');
}

/** If either of two readings may be meant, both get an answer, the likelier one first. */
function showBoth(sources: Sources, best: Candidate, second: Candidate | undefined): Reply | null {
  const { gaps } = sources;
  if (second === undefined || second.likeness < SECOND.likeness) return null;
  // "Not covered" beside an answer contradicts it.
  if ([best, second].some(({ topic }) => gaps.isGap(topic))) return null;
  if (second.probability < best.probability * SECOND.share) return null;
  const [first, other] = [state(sources, best), state(sources, second)];
  if (first === undefined || other === undefined || first.answer === other.answer) return null;
  return { kind: 'answer', topic: best.topic, statements: [first, other], next: [] };
}

/** One reply to two questions, when both are certain and ask different things. */
function answerBoth(sources: Sources, parts: readonly Ranking[], isSure: boolean): Reply | null {
  const { gaps } = sources;
  const least = isSure ? ENOUGH_FOR_A_PART : ENOUGH_FOR_A_GUESSED_PART;
  const best = parts.flatMap(({ candidates: [candidate] }) => candidate ?? []);
  const [first, second] = best.flatMap(({ unit, probability, likeness }) =>
    probability >= least.probability && likeness >= least.likeness
      ? (state(sources, { unit, likeness }) ?? [])
      : [],
  );
  if (first === undefined || second === undefined || first.answer === second.answer) return null;
  if (gaps.isGap(first.topic) && gaps.isGap(second.topic)) return null;
  return { kind: 'answer', topic: first.topic, statements: [first, second], next: [] };
}

/** A question about terms gets the terms that it names, however similar it is to questions about other terms. */
function explainTerms({ terms, statements }: Sources, text: string, topic: string): Reply | null {
  const named = [...new Set(terms.find(text).map(({ value }) => value))].filter(
    (term) => term.topic === topic,
  );
  const shown = named.slice(0, MAX_TERMS).flatMap(({ id }) => statements.find(id) ?? []);
  return shown.length === 0 ? null : { kind: 'answer', topic, statements: shown, next: [] };
}

/** "Do they do A and B?": asked for two of a list, the list answers both. */
function widen({ wide, services }: Sources, text: string, best: Candidate): Candidate {
  const entry = best.unit.id === best.topic ? undefined : wide.get(best.topic);
  const named = new Set(services.find(text).map(({ value }) => value));
  return entry === undefined || named.size < 2 ? best : { ...best, unit: entry };
}

function findUnit({ content }: Sources, topic: string): string | undefined {
  return [...content.entries, ...content.rules].find((item) => item.id === topic || item.topic === topic)?.id;
}

function isFound({ gaps, intents }: Sources, { whole, leansOn }: MessageRead, { row, fact }: Need): boolean {
  const best = whole?.candidates[0];
  if (whole === undefined || best === undefined) return false;
  const { intent, gap, certain } = NEED.search;
  const isAs = ({ probability, likeness }: typeof gap): boolean =>
    best.probability >= probability && best.likeness >= likeness;
  const isGap = gaps.isGap(best.topic);
  // "Can I follow it?" asks for more of a fact, not which need there is.
  if (leansOn === 'fact' && row.question !== undefined) return true;
  if (isAs(certain)) return true;
  if (intents.has(best.unit.id)) return best.topic !== 'request-engagement' && best.probability >= intent;
  const isAsSure = best.probability >= 1 - fact;
  if (isGap || row.question !== undefined) return leansOn !== 'need' && isAs(gap) && isAsSure;
  return whole.prepared.named.length > 0 && isAsSure;
}

function sayGap(sources: Sources, candidates: readonly Candidate[]): Reply {
  const { gaps } = sources;
  const gap = candidates.find(({ topic }) => gaps.isGap(topic));
  return gap === undefined
    ? replyToAnythingElse(sources)
    : (gaps.reply(gap.unit.id, gap.likeness) ?? UNCLEAR);
}

function answerTopic(sources: Sources, topic: string): Reply {
  const id = findUnit(sources, topic);
  return id === undefined
    ? UNCLEAR
    : replyWith(sources, '', certainly({ id, topic, programme: null, asks: [] }), [], null);
}

function show(sources: Sources, id: string, said?: string): Reply | null {
  const { statements } = sources;
  const statement = statements.find(id);
  if (statement === undefined) return null;
  return replyWith(
    sources,
    said ?? statement.title,
    certainly({ id, topic: statement.topic, programme: null, asks: [] }),
    [],
    null,
  );
}

function choose(sources: Sources, id: string, text: string, asksVerdict: boolean): Reply | null {
  const { topics } = sources;
  const topic = topics.get(id);
  if (topic === undefined) return null;
  const number = findNumber(text);
  const unit = certainly({ id, topic, programme: null, asks: [] });
  return replyWith(sources, text, unit, [], number === undefined ? null : formatNumber(number), asksVerdict);
}

function answerDoor(sources: Sources, id: string): Reply {
  const { content } = sources;
  const entry = content.doors.find((door) => door.id === id)?.entry;
  const unit = content.entries.find((one) => one.id === entry);
  if (unit === undefined) return replyWithIntent(sources, 'talk-to-human', null);
  return replyWith(sources, '', certainly(unit), [], null);
}

function decide(
  sources: Sources,
  text: string,
  { whole, parts, partsAreSure, partsAreOfTeams }: MessageRead,
  number: string | null,
): Reply {
  const { gaps, statements } = sources;
  // One that is of no programme weighs them against each other, and answers for all.
  const isForAll = whole?.candidates[0]?.unit.programme === null;
  const both = partsAreOfTeams && isForAll ? null : answerBoth(sources, parts, partsAreSure);
  if (both !== null) return both;
  const candidates = whole === undefined ? [] : gaps.dropUnnamed(whole);
  const [best, ...others] = preferHeld(
    sources,
    isNegated(text) ? preferOpposite(sources, candidates) : candidates,
  );
  if (whole === undefined || best === undefined) return UNCLEAR;
  const second = others.find((other) => !gaps.isElsewhere(whole.prepared.named, other));
  const near = others.filter(({ probability }) => probability > 0.05).map(({ unit }) => unit.id);
  const trust = judge(best, whole);
  if (trust === 'none') {
    const gap = whole.candidates.find(({ topic }) => gaps.isGap(topic));
    const isElsewhere = gap !== undefined && gap.probability >= best.probability * GAP_OF_STRANGER;
    return isSentence(text) && isElsewhere
      ? (gaps.replyNotStated(text, whole, best, near) ?? replyToAnythingElse(sources))
      : UNCLEAR;
  }
  const unstated =
    gaps.replyStatedElsewhere(whole, best, near) ?? gaps.replyNotStated(text, whole, best, near);
  if (unstated !== null) return unstated;
  const gap = gaps.findLikelier(whole, best);
  if (gap !== undefined) return replyWith(sources, text, gap, near, number);
  if (trust === 'little') {
    const options = statements.suggest([best.unit.id, ...near], MAX_OPTIONS);
    if (options.length > 1) return { kind: 'choices', topic: best.topic, options };
  }
  return (
    explainTerms(sources, text, best.topic) ??
    showBoth(sources, widen(sources, text, best), second) ??
    replyWith(sources, text, widen(sources, text, best), near, number)
  );
}

/** A unit that is meant beyond doubt. */
function certainly(unit: Unit): Pick<Candidate, 'unit' | 'likeness'> {
  return { unit, likeness: 1 };
}

function judge(
  best: Candidate,
  { byMeaning, familiarity, prepared }: Pick<Ranking, 'byMeaning' | 'familiarity' | 'prepared'>,
): 'enough' | 'little' | 'none' {
  const leastRight = prepared.named.length === 0 ? STRANGE.right : STRANGE.rightWhenNamed;
  if (familiarity < STRANGE.familiarity && familiarity * best.probability < leastRight) return 'none';
  const enough = byMeaning ? ENOUGH.byMeaning : ENOUGH.byWords;
  if (best.likeness < enough.likeness && best.probability < enough.certain) return 'none';
  return best.probability < enough.probability ? 'little' : 'enough';
}

/** What a rule says to a yes-or-no question; null if its line on the list is neither a yes nor a no. */
function findVerdict(rule: Rule, text: string): Verdict | null {
  const { side, refuses, overHours, answersYesOrNo } = rule;
  if (!answersYesOrNo || isExcepted(rule, text)) return null;
  if (overHours !== undefined && (findHours(text) ?? 0) <= overHours) return null;
  if (side === 'is-not') return refuses === undefined ? null : 'out';
  return refuses === undefined ? 'in' : null;
}

/** Asked about what the rule leaves in scope: "a light proof of concept", "ten hours". */
function isExcepted({ exceptions, overHours }: Rule, text: string): boolean {
  const hours = findHours(text);
  if (overHours !== undefined && hours !== null && hours <= overHours) return true;
  return createPhrases(exceptions.map((name) => [name, true] as const)).find(text).length > 0;
}

/** Too long to be a slip of the keyboard. */
function isSentence(text: string): boolean {
  return (text.match(/\p{L}{2,}/gu) ?? []).length >= 3;
}
