/**
 * Finds what one message is about, in its dialogue: a follow-up is read on its own with the programme mentioned before,
 * and together with the question before it; a long message as a whole, and by the sentences that ask.
 */
import { createProgrammeNames } from '../../knowledge/search/programme-names';
import type { Content } from '../../knowledge/model/content';
import type { NeedReading } from '../../knowledge/needs/read-needs';
import type { Query, Ranking, Search } from '../../knowledge/search/search';
import { findAskingSentences, isQuestion, splitQuestions, type Halves } from './clauses';
import type { Dialogue } from '../dialogue';
import { findLeaning } from './follow-up';
import { findSubject } from './find-subject';
import { fuseReadings, type Reading } from './fuse-readings';
import type { Safety } from './safety';
import {
  WEIGHT,
  WEAK_LIKENESS,
  CLEAR,
  MOST_WORDS_OF_TWO,
  ANSWERED_ALREADY,
  MAY_BE_MEANT_AGAIN,
  NEED,
} from '../thresholds';

export interface MessageRead {
  /** What is asked: the message without what it refuses first, or names only to compare with. */
  readonly asked: string;
  /** What the message as a whole is about. */
  readonly whole: Ranking | undefined;
  /** What each of two questions is about; empty when one was asked. */
  readonly parts: readonly Ranking[];
  /** False where only the meaning of the parts can show that two questions were asked. */
  readonly partsAreSure: boolean;
  /** The parts are one question, asked of two programmes. */
  readonly partsAreOfTeams: boolean;
  /** What it is about without the dialogue. */
  readonly alone: Ranking | undefined;
  /** What a report of a vulnerability would be about without the programmes that it names; undefined for others. */
  readonly unnamed: Ranking | undefined;
  /** Which need it tells: on its own, and together with the message before it where it leans on that. */
  readonly needs: readonly NeedReading[];
  /** It depends on the message before it, which told a need or asked for a fact. */
  readonly leansOn: 'need' | 'fact' | null;
  /** The need of the message that it depends on; null if that told none. */
  readonly earlierNeed: NeedReading | null;
  /** False where words alone decided some of it. */
  readonly byMeaning: boolean;
}

interface Plan {
  readonly query: Query;
  readonly weight: number;
  /** Read for the need that it tells, too. */
  readonly tellsNeed?: 'alone' | 'together';
  /** The topic of the earlier question in this reading: it was answered, so it is less likely to be meant again. */
  readonly answered?: string;
}

export type MessageReader = (
  text: string,
  dialogue: Dialogue,
  carried: readonly string[],
  /** The message says nothing of its own: it's a question about earlier messages. */
  isAboutEarlier?: boolean,
) => Promise<MessageRead>;

function discount(ranking: Ranking, topic: string, by: number): Ranking {
  const candidates = ranking.candidates.map((candidate) =>
    candidate.topic === topic ? { ...candidate, probability: candidate.probability * by } : candidate,
  );
  return { ...ranking, candidates };
}

export function createMessageReader(
  content: Content,
  search: Search,
  safety: Pick<Safety, 'hints'>,
): MessageReader {
  const names = createProgrammeNames(content);
  const items = [...content.entries, ...content.rules];
  const askOf = new Map(items.map(({ topic, asks }) => [topic, asks[0] ?? '']));

  const teams = new Set(content.programmes.filter(({ motion }) => motion !== undefined).map(({ id }) => id));

  /** "how do I get them?" reads like the asks do once the programme's name is taken out of them. */
  const nameThem = (text: string): string => text.replace(/\b(?:they|them|it)\b/i, content.cues.standIn);

  const plan = (
    text: string,
    dialogue: Dialogue,
    earlier: readonly string[],
    isAboutEarlier: boolean,
  ): Plan[] => {
    const found = findLeaning(text, names);
    const leaning = isAboutEarlier
      ? { ...found, carriesProgramme: true, carriesQuestion: true, instead: null }
      : found;
    const previous = leaning.carriesQuestion || leaning.leans ? dialogue.turns.at(-1) : undefined;
    const carried = leaning.carriesProgramme ? earlier : [];
    const isOfTeam = carried.some((id) => teams.has(id)) && names.find(text).length === 0;
    const asked = isOfTeam && leaning.instead !== null ? `${content.cues.standIn} ${leaning.instead}` : text;
    const alone = isOfTeam ? nameThem(asked) : text;
    const plans: Plan[] = [{ query: { text: alone, carried }, weight: WEIGHT.alone, tellsNeed: 'alone' }];
    for (const sentence of findAskingSentences(text))
      plans.push({
        query: { text: sentence, carried: carried.length > 0 ? carried : names.find(text) },
        weight: WEIGHT.sentence,
      });
    if (previous !== undefined) {
      const before = previous.text === '' ? (askOf.get(previous.topic) ?? '') : previous.text;
      const query = { text: `${names.mask(before)} ${text}`, carried: earlier };
      plans.push(
        leaning.carriesQuestion && !(isOfTeam && leaning.instead !== null)
          ? { query, weight: WEIGHT.insteadOfAlone, tellsNeed: 'together' }
          : { query, weight: WEIGHT.withEarlier, answered: previous.topic, tellsNeed: 'together' },
      );
    }
    return plans;
  };

  /** "...? Does TPD?" asks the first question again, of another programme. */
  const readSecond = ({ first, second }: Halves): string =>
    findLeaning(second, names).carriesQuestion ? `${names.remove(first)} ${second}` : second;

  /** "How do I get the one or the other?" asks the same of two. */
  const splitByTeam = (text: string): string[] => {
    const named = names.find(text).filter((id) => teams.has(id));
    return named.length === 2 && text.split(/\s+/).length <= MOST_WORDS_OF_TWO
      ? named.map((id) => names.keepOnly(text, id))
      : [];
  };

  return async (message, dialogue, spokenOf, isAboutEarlier = false) => {
    const { text, named } = findSubject(message, names);
    const earlier = named.length > 0 ? named : spokenOf;
    const plans = plan(text, dialogue, earlier, isAboutEarlier);
    const split = splitQuestions(text);
    const ofTeams = split === null ? splitByTeam(text) : [];
    const whole = names.find(text);
    const carried = whole.length > 0 ? whole.slice(0, 1) : earlier;
    const halves = split === null ? ofTeams : [split.first, readSecond(split)];
    const parts = halves.map((part) => ({ text: part, carried }));
    // What is refused is weighed too, as a report of a vulnerability may stand there.
    const refused = text === message ? [] : [{ text: message, carried }];
    // Where to take a report is asked of the wrong programme, too ("do we open a ticket on our plan if we find one?"), or
    // after another one was spoken of.
    const unnamed =
      safety.hints(message) && carried.length > 0 ? [{ text: names.remove(message), carried: [] }] : [];
    const queries = [...plans.map(({ query }) => query), ...parts, ...refused];
    // A need continues an earlier message only if that one had a need.
    const before = plans.some(({ tellsNeed }) => tellsNeed === 'together')
      ? dialogue.turns.at(-1)
      : undefined;
    const earlierNeed =
      before === undefined || before.text === '' ? [] : [{ text: before.text, carried: [] }];
    const rankings = await search.rank([...queries, ...unnamed, ...earlierNeed]);
    const told = rankings[queries.length + unnamed.length]?.need ?? null;
    const toldNeed = (told?.fact ?? 1) < NEED.mostFact;
    const leansOn = before === undefined ? null : toldNeed ? 'need' : 'fact';
    // "And does it cost anything?" asks for another fact of the same thing, and tells no need.
    const asksOn = leansOn === 'fact' && isQuestion(text);
    return {
      asked: text,
      whole: fuseReadings(weighReadings(plans, rankings)),
      parts: rankings.slice(plans.length, plans.length + parts.length),
      partsAreSure: split?.isSure ?? false,
      partsAreOfTeams: ofTeams.length > 0,
      alone: refused.length > 0 ? rankings[queries.length - 1] : rankings[0],
      unnamed: unnamed.length === 0 ? undefined : rankings[queries.length],
      needs: rankings.slice(0, plans.length).flatMap(({ need }, at) => {
        const tells = plans[at]?.tellsNeed;
        return need !== null && !asksOn && (tells === 'alone' || (tells === 'together' && toldNeed))
          ? [need]
          : [];
      }),
      leansOn,
      earlierNeed: leansOn === 'need' ? told : null,
      byMeaning: rankings.every(({ byMeaning }) => byMeaning),
    };
  };
}

/**
 * The readings that count. For a message that is clear on its own, only its own reading. For one that says next to
 * nothing on its own, mainly the reading together with the earlier question.
 */
function weighReadings(plans: readonly Plan[], rankings: readonly Ranking[]): Reading[] {
  const alone = rankings[0]?.candidates[0];
  const isClear =
    alone !== undefined && alone.likeness >= CLEAR.likeness && alone.probability >= CLEAR.probability;
  const isWeak = alone === undefined || alone.likeness < WEAK_LIKENESS;
  return plans.flatMap(({ weight, answered }, at) => {
    const ranking = rankings[at];
    if (ranking === undefined) return [];
    if (isClear && at > 0 && weight < WEIGHT.insteadOfAlone) return [];
    if (answered === undefined) return [{ ranking, weight }];
    return isWeak
      ? [{ ranking: discount(ranking, answered, MAY_BE_MEANT_AGAIN), weight: WEIGHT.insteadOfAlone }]
      : [{ ranking: discount(ranking, answered, ANSWERED_ALREADY), weight }];
  });
}
