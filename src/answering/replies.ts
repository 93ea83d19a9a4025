import type { Content, Rule } from '../knowledge/content';
import type { Unit } from '../knowledge/search/examples';
import type { Candidate } from '../knowledge/search/index';
import { createPhrases } from '../knowledge/search/phrases';
import type { Ranking } from '../knowledge/search/search';
import { findHours } from './intake/find-hours';
import { isNegated } from './negation';
import type { MessageRead } from './read-message';
import {
  EMPTY_DRAFT,
  type Eligibility,
  type Reply,
  type Statement,
  type Suggestion,
  type Verdict,
} from './reply';
import type { Statements } from './statements';
import { asksForVerdict, asksYesOrNo } from './verdict-question';

/** Below these a candidate is not good enough to speak for the bot. Chosen on the asks by cross-validation. */
const ENOUGH = {
  byMeaning: { probability: 0.2, likeness: 0.3, certain: 0.6 },
  byWords: { probability: 0.4, likeness: 0.45, certain: 2 },
};
const ENOUGH_FOR_A_PART = { probability: 0.4, likeness: 0.38 };
const ENOUGH_FOR_A_GUESSED_PART = { probability: 0.7, likeness: 0.55 };
const CLEAR_GAP = { probability: 0.6, likeness: 0.55 };
const STRANGER = { likeness: 0.5, gap: 0.6, certain: { likeness: 0.42, probability: 0.8 } };
/** Where no programme is named in the text itself, an item for all that no list states needs to be this like it. */
const LEAST_UNSTATED = 0.6;
/** A yes or no about a named programme needs more than the nearest of its rules: below both, nothing is stated. */
const LEAST_STATED = { probability: 0.45, likeness: 0.5 };
const LEAST_OPPOSITE = 0.05;
const NEARLY_AS_LIKELY = 0.75;
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

/** What to reply once it is known what a message may be about. */
export interface Replies {
  decide(text: string, read: MessageRead, number: string | null): Reply;
  answerTopic(topic: string): Reply;
  /** What there is behind a door: its entry, or a person where it leads to one. */
  answerDoor(id: string): Reply;
  startRequest(): Reply;
  say(kind: 'greeting' | 'help' | 'thanks' | 'unclear'): Reply;
}

export function createReplies(content: Content, statements: Statements): Replies {
  const notCovered = new Map(content.notCovered.map((item) => [item.id, item]));
  const rules = new Map(content.rules.map((rule) => [rule.id, rule]));
  const intents = new Map<string, string>(content.intents.map(({ id, topic }) => [id, topic]));
  const topicOf = (intent: string): string => intents.get(intent) ?? intent;

  const suggestAfter = (id: string, others: readonly string[]): Suggestion[] =>
    statements.suggest(
      [...new Set([...statements.listRelated(id), ...others])].filter((other) => other !== id),
      MAX_SUGGESTIONS,
    );

  const replyWithIntent = (id: string, number: string | null): Reply => {
    switch (id) {
      case 'greeting':
      case 'help':
      case 'thanks':
        return { kind: id, topic: id };
      case 'request-status':
        return { kind: 'status', topic: id, number };
      case 'talk-to-human':
        return { kind: 'person', topic: id, role: null };
      case 'my-pdm':
        return { kind: 'person', topic: topicOf(id), role: 'PDM' };
      case 'my-pts':
        return { kind: 'person', topic: topicOf(id), role: 'PTS' };
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
  };

  const replyWith = (text: string, unit: Unit, others: readonly string[], number: string | null): Reply => {
    if (intents.has(unit.id)) return replyWithIntent(unit.id, number);
    const gap = notCovered.get(unit.id);
    if (gap !== undefined)
      return {
        kind: 'not-covered',
        topic: gap.topic,
        gapId: gap.id,
        answer: gap.answer,
        nearest: gap.nearest === undefined ? null : (statements.find(gap.nearest) ?? null),
        door: statements.findDoor(gap.door),
        next: [],
      };
    const statement = statements.find(unit.id);
    if (statement === undefined) return UNCLEAR;
    const next = suggestAfter(unit.id, others);
    const rule = rules.get(unit.id);
    const verdict = rule === undefined || !asksForVerdict(text) ? null : findVerdict(rule, text);
    if (rule === undefined || verdict === null)
      return { kind: 'answer', topic: unit.topic, statements: [statement], next };
    return {
      kind: 'verdict',
      topic: unit.topic,
      verdict,
      rule: statements.findRule(rule.id) ?? null,
      statement,
      next,
    };
  };

  const gapTopics = new Set(content.notCovered.map(({ topic }) => topic));
  /** The general "not covered" is the first item of the list. */
  const replyToAnythingElse = (text: string): Reply => {
    const [general] = content.notCovered;
    return general === undefined ? UNCLEAR : replyWith(text, { ...general, programme: null }, [], null);
  };

  /** Asked for a verdict on one programme, whose lists say nothing about it. */
  const replyNotStated = (
    text: string,
    { programmes, prepared }: Ranking,
    [best]: readonly Candidate[],
    near: readonly string[],
  ): Reply | null => {
    const [id] = programmes;
    const gap = notCovered.get(content.cues.notStated ?? '');
    if (gap === undefined || best === undefined || !asksYesOrNo(text)) return null;
    const isStated =
      prepared.named.length === 0 ||
      best.probability >= LEAST_STATED.probability ||
      best.likeness >= LEAST_STATED.likeness;
    if (isStated && best.unit.id !== gap.id) return null;
    const programme = content.programmes.find((one) => one.id === id);
    const isListed = content.rules.some((rule) => rule.programme === id);
    if (programme === undefined || !isListed || programmes.length > 1) return null;
    return {
      kind: 'verdict',
      topic: gap.topic,
      verdict: 'not-stated',
      rule: null,
      statement: {
        id: gap.id,
        topic: gap.topic,
        title: gap.title,
        programme: programme.shortName,
        answer: gap.answer,
        details: [],
        flag: null,
        goodToKnow: [],
        provenance: null,
        door: statements.findDoor(gap.door),
      },
      next: statements.suggest(near, MAX_SUGGESTIONS),
    };
  };

  const aspectOf = new Map(content.entries.map(({ topic, aspect }) => [topic, aspect]));
  /** What was asked in the negative is about the opposite aspect of the same programme, where that is likely at all. */
  const turnRound = (candidates: readonly Candidate[]): readonly Candidate[] => {
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
  };

  /** "Is that done online?" is rather about a rule of the team that was spoken of than about nothing on its lists. */
  const dropUnnamedGap = ({ candidates, prepared }: Ranking): readonly Candidate[] =>
    prepared.named.length > 0
      ? candidates
      : candidates.filter(
          ({ unit, likeness }) => unit.id !== content.cues.notStated || likeness >= LEAST_UNSTATED,
        );

  /** Two readings that are nearly as likely are both answered, the likelier first: better than a guess or a question back. */
  const showBoth = (best: Candidate, second: Candidate | undefined): Reply | null => {
    if (second === undefined || second.probability < best.probability * NEARLY_AS_LIKELY) return null;
    if (second.likeness < ENOUGH_FOR_A_PART.likeness) return null;
    const [first, other] = [statements.find(best.unit.id), statements.find(second.unit.id)];
    if (first === undefined || other === undefined || first.answer === other.answer) return null;
    return { kind: 'answer', topic: best.topic, statements: [first, other], next: [] };
  };

  /**
   * A question that names no programme and is not very like any ask may only share words with a programme's: then what
   * is not covered needs no majority.
   */
  const findLikelierGap = (whole: Ranking, best: Candidate): Candidate | undefined => {
    const isFar = whole.programmes.length === 0 && best.likeness < STRANGER.likeness;
    if (!isFar || best.unit.programme === null) return undefined;
    const { certain, gap } = STRANGER;
    const isFarther = best.likeness < certain.likeness && best.probability < certain.probability;
    const least = isFarther ? 0 : best.probability * gap;
    return whole.candidates.find(({ topic, probability }) => gapTopics.has(topic) && probability >= least);
  };

  /** What is not held, as the half of a reply to two questions. */
  const stateGap = (id: string): Statement | undefined => {
    const gap = notCovered.get(id);
    if (gap === undefined) return undefined;
    const { topic, title, answer } = gap;
    const door = statements.findDoor(gap.door);
    return {
      id,
      topic,
      title,
      programme: null,
      answer,
      details: [],
      flag: null,
      goodToKnow: [],
      provenance: null,
      door,
    };
  };

  /** One reply to two questions, when both are certain and ask different things. */
  const answerBoth = (parts: readonly Ranking[], isSure: boolean): Reply | null => {
    const least = isSure ? ENOUGH_FOR_A_PART : ENOUGH_FOR_A_GUESSED_PART;
    const best = parts.flatMap(({ candidates: [candidate] }) => candidate ?? []);
    const shown = best.flatMap(({ unit, probability, likeness }) => {
      const certain = probability >= least.probability && likeness >= least.likeness;
      const isClear = probability >= CLEAR_GAP.probability && likeness >= CLEAR_GAP.likeness;
      return (
        (certain ? (statements.find(unit.id) ?? (isClear ? stateGap(unit.id) : undefined)) : undefined) ?? []
      );
    });
    const [first, second] = shown;
    if (first === undefined || second === undefined || first.answer === second.answer) return null;
    if (gapTopics.has(first.topic) && gapTopics.has(second.topic)) return null;
    return { kind: 'answer', topic: first.topic, statements: shown, next: [] };
  };

  const terms = createPhrases(
    content.terms.flatMap((term) =>
      [term.term, ...(term.expansion === undefined ? [] : [term.expansion])].map(
        (name) => [name, term] as const,
      ),
    ),
  );
  /** A question for terms is answered with the terms that it names, however like other questions for terms it is. */
  const explainTerms = (text: string, topic: string): Reply | null => {
    const named = [...new Set(terms.find(text).map(({ value }) => value))].filter(
      (term) => term.topic === topic,
    );
    const shown = named.slice(0, MAX_TERMS).flatMap(({ id }) => statements.find(id) ?? []);
    return shown.length === 0 ? null : { kind: 'answer', topic, statements: shown, next: [] };
  };

  const findUnit = (topic: string): string | undefined =>
    [...content.entries, ...content.rules].find((item) => item.id === topic || item.topic === topic)?.id;

  return {
    startRequest: () => replyWithIntent('request-engagement', null),
    say: (kind) => ({ kind, topic: kind }),
    answerTopic(topic) {
      const id = findUnit(topic);
      return id === undefined ? UNCLEAR : replyWith('', { id, topic, programme: null, asks: [] }, [], null);
    },
    answerDoor(id) {
      const entry = content.doors.find((door) => door.id === id)?.entry;
      const unit = content.entries.find((one) => one.id === entry);
      if (unit === undefined) return replyWithIntent('talk-to-human', null);
      return replyWith('', unit, [], null);
    },
    decide(text, { whole, parts, partsAreSure }, number) {
      const both = answerBoth(parts, partsAreSure);
      if (both !== null) return both;
      const candidates = whole === undefined ? [] : dropUnnamedGap(whole);
      const [best, ...others] = isNegated(text) ? turnRound(candidates) : candidates;
      if (whole === undefined || best === undefined) return UNCLEAR;
      const near = others.filter(({ probability }) => probability > 0.05).map(({ unit }) => unit.id);
      const trust = judge(best, whole.byMeaning);
      if (trust === 'none') {
        const gap = whole.candidates.find(({ topic }) => gapTopics.has(topic));
        const isElsewhere = gap !== undefined && gap.probability >= best.probability * STRANGER.gap;
        return isSentence(text) && isElsewhere
          ? (replyNotStated(text, whole, [best, ...others], near) ?? replyToAnythingElse(text))
          : UNCLEAR;
      }
      const unstated = replyNotStated(text, whole, [best, ...others], near);
      if (unstated !== null) return unstated;
      const gap = findLikelierGap(whole, best);
      if (gap !== undefined) return replyWith(text, gap.unit, near, number);
      if (trust === 'little') {
        const options = statements.suggest([best.unit.id, ...near], MAX_OPTIONS);
        if (options.length > 1)
          return { kind: 'choices', topic: best.topic, question: 'Which of these do you mean?', options };
      }
      return (
        explainTerms(text, best.topic) ??
        showBoth(best, others[0]) ??
        replyWith(text, best.unit, near, number)
      );
    },
  };
}

function judge(best: Candidate, byMeaning: boolean): 'enough' | 'little' | 'none' {
  const enough = byMeaning ? ENOUGH.byMeaning : ENOUGH.byWords;
  if (best.likeness < enough.likeness && best.probability < enough.certain) return 'none';
  return best.probability < enough.probability ? 'little' : 'enough';
}

/** What a rule says to a yes-or-no question; null where its line on the list is no yes and no no. */
function findVerdict(rule: Rule, text: string): Verdict | null {
  const { side, refuses, overHours, answersYesOrNo, exceptions } = rule;
  if (!answersYesOrNo || createPhrases(exceptions.map((name) => [name, true] as const)).find(text).length > 0)
    return null;
  if (overHours !== undefined && (findHours(text) ?? 0) <= overHours) return null;
  if (side === 'is-not') return refuses === undefined ? null : 'out';
  return refuses === undefined ? 'in' : null;
}

/** Too long to be a slip of the keyboard. */
function isSentence(text: string): boolean {
  return (text.match(/\p{L}{2,}/gu) ?? []).length >= 3;
}
