/**
 * From the need in a message to the row of the content's table that decides, and to the reply. A question for a fact
 * has no row here, and neither has a need that the search answers better.
 */
import type { Content } from '../../knowledge/model/content';
import { findRow } from '../../knowledge/guides/decide';
import type { NeedRow } from '../../knowledge/needs/need';
import type { NeedReading } from '../../knowledge/needs/read-needs';
import { createPhrases } from '../../knowledge/search/phrases';
import { isNegated } from '../reading/negation';
import type { Candidate } from '../../knowledge/search/rank-topics';
import type { RequestDraft, Reply } from '../reply';
import type { Statements } from './statements';
import { NEED } from '../thresholds';

type Facets = Readonly<Record<string, string>>;

export interface Need {
  readonly row: NeedRow;
  readonly facets: Facets;
  /** How likely its door is the right one, given that the message tells a need. */
  readonly probability: number;
  /** How likely the message asks for a fact instead. */
  readonly fact: number;
  /** Its own words say what to do with the subject of the message before, so they outweigh whatever it resembles. */
  readonly isFollowUp?: true;
}

export interface Needs {
  /** The need that readings of one message tell, likeliest row of the likeliest door; null where there is no table. */
  find(readings: readonly NeedReading[]): Need | null;
  /** The need that an answer to a row's question tells, with what was known before it. */
  answer(text: string, before: Need | null): Need | null;
  /** The need of a message that says what to do with "it", the subject of the earlier one; null for any other. */
  follow(text: string, earlier: NeedReading): Need | null;
  /** The need that a row was chosen for; null where there is no such row. */
  choose(id: string): Need | null;
  /** How likely a reading tells the need that an entry answers. */
  weigh(readings: readonly NeedReading[], entry: string): number;
  /** The reply to a need: the row's own answer, or its question. Null if an entry or the search answers. */
  reply(need: Need, candidates: readonly Candidate[], draft: RequestDraft): Reply | null;
}

export function createNeeds(content: Content, statements: Statements): Needs {
  const rows = content.needs?.rows ?? [];
  const rules = new Map(content.rules.map((rule) => [rule.id, rule]));
  const services = new Map(content.services.map((service) => [service.id, service]));
  const doorOf = new Map(content.programmes.map(({ id, door }) => [id, door]));
  const optionsBy = new Map(rows.flatMap(({ options }) => options.map((one) => [toKey(one.text), one])));

  const followUps = createPhrases(
    (content.needs?.followUps ?? []).flatMap(({ means, says }) =>
      says.flatMap((line) => POINTERS.map((pointer) => [line.replace('{it}', pointer), means] as const)),
    ),
  );

  /** What tells rows apart: rows with the same door lead to the same place. */
  const placeOf = (row: NeedRow): string =>
    row.door ?? row.entry ?? (row.question === undefined ? row.id : 'question');

  const weighRows = (readings: readonly NeedReading[]) => {
    const byRow = new Map<NeedRow, { probability: number; best: number; facets: Facets }>();
    for (const { values } of readings)
      for (const { facets, probability } of values) {
        const row = findRow(rows, facets);
        if (row === undefined) continue;
        const share = probability / readings.length;
        const known = byRow.get(row) ?? { probability: 0, best: -1, facets };
        byRow.set(row, {
          probability: known.probability + share,
          best: Math.max(known.best, share),
          facets: share > known.best ? facets : known.facets,
        });
      }
    return byRow;
  };

  const chooseRule = ({ rules: ids }: NeedRow, candidates: readonly Candidate[]): string | undefined =>
    candidates.find(({ unit }) => ids.includes(unit.id))?.unit.id ?? ids[0];

  /** The service that was named, where the row's door takes it; otherwise the one that the row starts with. */
  const chooseService = (row: NeedRow, named: string | null): string | null => {
    const offered = services.get(named ?? '');
    const isOffered =
      offered?.stored === true && offered.programmes.some((programme) => doorOf.get(programme) === row.door);
    return isOffered ? offered.id : (row.service ?? null);
  };

  return {
    find(readings) {
      if (rows.length === 0 || readings.length === 0) return null;
      const fact = readings.reduce((sum, reading) => sum + reading.fact, 0) / readings.length;
      const byRow = weighRows(readings);
      const byPlace = new Map<string, number>();
      for (const [row, { probability }] of byRow)
        byPlace.set(placeOf(row), (byPlace.get(placeOf(row)) ?? 0) + probability);
      const [place] = [...byPlace].sort((a, b) => b[1] - a[1]);
      const [best] = [...byRow]
        .filter(([row]) => placeOf(row) === place?.[0])
        .sort((a, b) => b[1].probability - a[1].probability);
      if (place === undefined || best === undefined) return null;
      const probability = place[1] / Math.max(1 - fact, Number.EPSILON);
      return { row: best[0], facets: best[1].facets, probability, fact };
    },

    answer(text, before) {
      const option = optionsBy.get(toKey(text));
      if (option === undefined) return null;
      const facets = { ...before?.facets, ...option.means };
      const row = findRow(rows, facets);
      return row === undefined ? null : { row, facets, probability: 1, fact: 0 };
    },

    follow(text, earlier) {
      const [said, ...others] = new Set(followUps.find(text).map(({ value }) => value));
      if (said === undefined || others.length > 0 || isNegated(text)) return null;
      const facets = { ...findLikeliest(earlier, Object.keys(said)), ...said };
      const row = findRow(rows, facets);
      return row === undefined ? null : { row, facets, probability: 1, fact: 0, isFollowUp: true };
    },

    choose(id) {
      const row = rows.find((one) => one.id === id);
      return row === undefined ? null : { row, facets: {}, probability: 1, fact: 0 };
    },

    weigh(readings, entry) {
      const byRow = weighRows(readings);
      return Math.max(
        0,
        ...[...byRow].flatMap(([row, { probability }]) => (row.entry === entry ? [probability] : [])),
      );
    },

    reply({ row, probability }, candidates, draft) {
      if (row.answer === undefined || row.title === undefined) return null;
      const ruleId = chooseRule(row, candidates);
      const rule = ruleId === undefined ? undefined : rules.get(ruleId);
      const topic = row.topic ?? rule?.topic ?? row.id;
      const isUnsure = probability < NEED.sureOfDoor;
      const question = isUnsure ? rows.at(-1) : row;
      if (question?.question !== undefined)
        return {
          kind: 'choices',
          topic: question.topic ?? topic,
          question: question.question,
          ...(question.answer !== undefined && { lead: question.answer }),
          options: question.options.map(({ title, text }) => ({ topic, title, text })),
        };
      const said = statements.find(rule?.id ?? topic);
      const serviceId = chooseService(row, draft.serviceId);
      return {
        kind: 'need',
        topic,
        needId: row.id,
        verdict: row.verdict ?? 'depends',
        rule: rule === undefined ? null : (statements.findRule(rule.id) ?? null),
        statement: {
          ...(said?.id !== undefined && { id: said.id }),
          topic,
          title: row.title,
          programme: said?.programme ?? null,
          answer: row.answer,
          details: [],
          flag: null,
          goodToKnow: [],
          provenance: said?.provenance ?? null,
          door: statements.findDoor(row.door),
        },
        request: serviceId === null ? null : { ...draft, serviceId },
        next: [],
      };
    },
  };
}

/** What words for "it" there are. */
const POINTERS = [
  'it',
  'that',
  'this',
  'them',
  'these',
  'those',
  'the whole thing',
  'all of it',
  'all of that',
];

/** The likeliest facets of a reading, each whatever the left out ones are. */
function findLikeliest({ values }: NeedReading, leftOut: readonly string[]): Facets {
  const sums = new Map<string, { facets: Facets; probability: number }>();
  for (const { facets, probability } of values) {
    const kept = Object.fromEntries(Object.entries(facets).filter(([facet]) => !leftOut.includes(facet)));
    const key = JSON.stringify(kept);
    sums.set(key, { facets: kept, probability: (sums.get(key)?.probability ?? 0) + probability });
  }
  const [best] = [...sums.values()].toSorted((one, other) => other.probability - one.probability);
  return best?.facets ?? {};
}

function toKey(text: string): string {
  return text.toLowerCase().replace(/\W+/gu, ' ').trim();
}
