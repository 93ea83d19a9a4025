/**
 * Replies to questions that the content doesn't cover: the subject isn't covered, a detail isn't documented, no list
 * states it, or it's documented for another programme than the one in the question. Nothing here guesses a fact.
 */
import type { Content, NotCovered } from '../../knowledge/model/content';
import type { Candidate } from '../../knowledge/search/rank-topics';
import { createProgrammeNames } from '../../knowledge/search/programme-names';
import type { Ranking } from '../../knowledge/search/search';
import type { Reply, Statement } from '../reply';
import type { Statements } from './statements';
import {
  BEYOND_A_GAP,
  FAR_STRANGER,
  LEAST_SPECIFIC,
  LEAST_STATED,
  LEAST_UNSTATED,
  STRANGER,
} from '../thresholds';
import { asksYesOrNo } from '../reading/verdict-question';

const MAX_SUGGESTIONS = 3;

export interface NotCoveredReplies {
  isGap(topic: string): boolean;
  /** The reply for a gap; undefined if the ID isn't that of a gap. */
  reply(id: string, likeness?: number): Reply | undefined;
  /** A gap, as one half of a reply to two questions. */
  state(id: string, likeness?: number): Statement | undefined;
  /** What is not covered and likelier meant than the best candidate. */
  findLikelier(whole: Ranking, best: Candidate): Candidate | undefined;
  /** Asked for a yes or no on one programme, whose lists say nothing about it. */
  replyNotStated(text: string, whole: Ranking, best: Candidate, near: readonly string[]): Reply | null;
  /** Asked about one programme, where the content speaks only of another. */
  replyStatedElsewhere(whole: Ranking, best: Candidate, near: readonly string[]): Reply | null;
  /**
   * Whether a candidate is about another programme than the only one that was named, and says nothing about that one.
   */
  isElsewhere(named: readonly string[], candidate: Candidate): boolean;
  /** Without what no list states, where no programme was named: "is that done online?" is rather about a rule. */
  dropUnnamed(ranking: Ranking): readonly Candidate[];
}

export function createNotCoveredReplies(content: Content, statements: Statements): NotCoveredReplies {
  const items = new Map(content.notCovered.map((item) => [item.id, item]));
  const topics = new Set(content.notCovered.map(({ topic }) => topic));
  const unstated = items.get(content.cues.notStated ?? '');
  const programmes = new Map(content.programmes.map((programme) => [programme.id, programme]));
  const listed = new Set(content.rules.map(({ programme }) => programme));
  const names = createProgrammeNames(content);

  /** The general item of a topic has the topic's name. */
  const pick = (id: string, likeness: number): NotCovered | undefined => {
    const item = items.get(id);
    return item !== undefined && likeness < LEAST_SPECIFIC ? (items.get(item.topic) ?? item) : item;
  };

  const toStatement = (
    { id, topic, title, answer, door }: NotCovered,
    programme: string | null,
  ): Statement => ({
    ...{ id, topic, title, programme, answer },
    details: [],
    flag: null,
    goodToKnow: [],
    provenance: null,
    door: statements.findDoor(door),
  });

  const toVerdict = (gap: NotCovered, programme: string, answer: string, near: readonly string[]): Reply => ({
    kind: 'verdict',
    topic: gap.topic,
    verdict: 'not-stated',
    rule: null,
    statement: { ...toStatement(gap, programme), answer },
    next: statements.suggest(near, MAX_SUGGESTIONS),
  });

  /** The one programme that a text asks about, where it can be asked to do something at all. */
  const findAsked = (named: readonly string[]) => {
    const [id, ...others] = named;
    const asked = programmes.get(id ?? '');
    return others.length === 0 && asked?.motion !== undefined ? asked : undefined;
  };

  const isElsewhere = (named: readonly string[], { unit }: Candidate): boolean => {
    const asked = findAsked(named);
    const other = programmes.get(unit.programme ?? '');
    if (asked === undefined || other?.motion === undefined || other.id === asked.id) return false;
    return !names.find(statements.find(unit.id)?.answer ?? '').includes(asked.id);
  };

  return {
    isElsewhere,
    isGap: (topic) => topics.has(topic),

    reply(id, likeness = 1) {
      const gap = pick(id, likeness);
      if (gap === undefined) return undefined;
      const nearest = gap.nearest === undefined ? null : (statements.find(gap.nearest) ?? null);
      const door = statements.findDoor(gap.door);
      const { id: gapId, topic, title, answer } = gap;
      return { kind: 'not-covered', topic, gapId, title, answer, nearest, door, next: [] };
    },

    state(id, likeness = 1) {
      const gap = pick(id, likeness);
      return gap === undefined ? undefined : toStatement(gap, null);
    },

    findLikelier({ programmes: named, candidates }, best) {
      const isStranger =
        named.length === 0 && best.likeness < STRANGER.likeness && best.unit.programme !== null;
      if (!isStranger) return undefined;
      const gaps = candidates.filter(({ topic }) => topics.has(topic));
      const odds = gaps.reduce((sum, { probability }) => sum + probability, 0);
      const least = best.likeness < FAR_STRANGER.likeness ? FAR_STRANGER.odds : STRANGER.odds;
      if (best.probability > (gaps[0]?.probability ?? 0) * BEYOND_A_GAP) return undefined;
      return odds >= best.probability * least ? gaps[0] : undefined;
    },

    replyNotStated(text, { programmes: asked, prepared, candidates }, best, near) {
      if (unstated === undefined || !asksYesOrNo(text)) return null;
      const odds = candidates.find(({ unit }) => unit.id === unstated.id)?.probability ?? 0;
      const isStated =
        prepared.named.length === 0 ||
        best.probability >= LEAST_STATED.probability ||
        best.likeness >= LEAST_STATED.likeness ||
        odds < best.probability * LEAST_STATED.odds;
      if (isStated && best.unit.id !== unstated.id) return null;
      const [id] = asked;
      const programme = programmes.get(id ?? '');
      if (programme === undefined || !listed.has(programme.id) || asked.length > 1) return null;
      return toVerdict(unstated, programme.shortName, unstated.answer, near);
    },

    replyStatedElsewhere({ prepared }, best, near) {
      const asked = findAsked(prepared.named);
      const lead = content.cues.statedElsewhere;
      const statement = statements.find(best.unit.id);
      if (unstated === undefined || lead === undefined || asked === undefined) return null;
      if (statement === undefined || !isElsewhere(prepared.named, best)) return null;
      return toVerdict(unstated, asked.shortName, `${lead}\n\n${statement.answer}`, near);
    },

    dropUnnamed: ({ candidates, prepared }) =>
      prepared.named.length > 0
        ? candidates
        : candidates.filter(({ unit, likeness }) => unit.id !== unstated?.id || likeness >= LEAST_UNSTATED),
  };
}
