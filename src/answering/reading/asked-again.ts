/**
 * "And the desk?", "TPD, I mean", "and the other team?": the question before it, asked of another team. "So?" right after
 * such a message asks that question once more, "and 26?" asks it of another number, and "what's the difference?" compares
 * the two things that were named last.
 */
import type { Content } from '../../knowledge/model/content';
import type { ProgrammeNames } from '../../knowledge/search/programme-names';
import { toWords } from '../../knowledge/search/words';
import { createPhrases } from '../../knowledge/search/phrases';
import { OPENS_FORM, type Dialogue, type Turn } from '../dialogue';
import { isQuestion } from './clauses';

const OTHER_TEAM = /\b(?:the\s+)?other\s+(?:team|programme|program|group)\b/giu;
/** Around a team's name these ask nothing of their own. */
const FRAME = new Set(
  'and so but or ok okay no sorry well then now i we mean meant do does did can could will would is are what how about for with at the by if it that this also too either'.split(
    ' ',
  ),
);
/** A name alone may be anything: these show that the same is asked of it. */
const ASKS_SAME = /\b(?:and|but|or|mean|meant|does|do|can|is|what about|how about)\b/iu;
const ASKS_ONCE_MORE = /^\s*(?:so|and|well|hm+|then|so then|and so)\W*$/iu;
/** Asks who is meant and changes nothing. */
const ASIDE = /^\s*(?:who|who\?|which|what|huh|so|and|hm+)\W*$/iu;
const NUMBER_ONLY =
  /^\s*(?:and|but|or|what about|how about|what if|if)[\s,]+(?:(?:it['’]?s|with|for|at|it is|there are)\s+)?(\d{1,5})(?:\s*(?:h|hours?|people|of them|days?|weeks?))?\W*$/iu;
const NUMBERS = /(?<![\p{L}\d.-])\d{1,5}(?![\d.])/gu;
const COMPARES =
  /^\s*(?:(?:ok(?:ay)?|so|and|but)[,\s]+)*(?:(?:what(?:['’]?s| is)|tell me) the difference|how (?:do|are) (?:they|the two|those|these) (?:differ(?:ent)?|compare)|which(?: one)? is (?:better|right for us)|compare (?:them|the two|both))(?: (?:between|of) (?:them|the two|those|these|both))?\W*$/iu;
const THEY = /\b(?:they|them|you)\b/iu;
const MOST_WORDS = 6;
const MOST_WORDS_OF_QUESTION = 20;

export function createAskedAgain(
  { programmes, entries, rules, terms }: Pick<Content, 'programmes' | 'entries' | 'rules' | 'terms'>,
  names: Pick<ProgrammeNames, 'find' | 'remove' | 'replace'>,
): (text: string, dialogue: Dialogue) => string | null {
  const teams = new Map(programmes.flatMap(({ id, motion, shortName }) => (motion ? [[id, shortName]] : [])));
  const findTeams = (text: string): string[] => names.find(text).filter((id) => teams.has(id));

  const programmeOf = new Map([...entries, ...rules].map(({ id, programme }) => [id, programme]));
  const relatedTo = new Map(entries.map(({ topic, related }) => [topic, related]));
  /** The team that the answer's neighbours are about, or else the first. */
  const findOther = (spokenOf: readonly string[], topic: string): string | undefined => {
    const last = spokenOf.at(-1);
    const related = (relatedTo.get(topic) ?? []).map((id) => programmeOf.get(id) ?? '');
    return (
      spokenOf.findLast((id) => id !== last) ??
      [...related, ...teams.keys()].find((id) => id !== last && teams.has(id))
    );
  };

  /** The team that a message names and says nothing else of. */
  const findTeam = (text: string, spokenOf: readonly string[], topic: string): string | undefined => {
    const rest = toWords(names.remove(text).replace(OTHER_TEAM, ' '));
    if (toWords(text).length > MOST_WORDS || !ASKS_SAME.test(text) || !rest.every((word) => FRAME.has(word)))
      return undefined;
    const named = names.find(text);
    if (named.length > 0) return named.length === 1 ? findTeams(text)[0] : undefined;
    if (text.replace(OTHER_TEAM, '') === text) return undefined;
    return findOther(spokenOf, topic);
  };

  const askOf = (question: string, team: string): string | null => {
    const name = teams.get(team) ?? team;
    const named = names.find(question);
    if (named.length > 1 || (named.length === 1 && findTeams(question).length === 0)) return null;
    if (named.length === 1) return names.replace(question, name);
    return THEY.test(question) ? question.replace(THEY, name) : `${name}: ${question}`;
  };

  const things = createPhrases(terms.map(({ term }) => [term, term] as const));
  /** The two things that were named last, the earlier one first. */
  const findLastTwo = (turns: readonly Turn[]): readonly string[] =>
    [
      ...new Set(
        turns
          .flatMap(({ text }) => [
            ...things.find(text).map(({ value }) => value),
            ...names.find(text).map((id) => teams.get(id) ?? ''),
          ])
          .filter(Boolean)
          .toReversed(),
      ),
    ]
      .slice(0, 2)
      .toReversed();

  return (text, { turns }) => {
    if (turns.at(-1)?.topic === OPENS_FORM) return null;
    const [one, other] = COMPARES.test(text) ? findLastTwo(turns) : [];
    if (one !== undefined && other !== undefined)
      return `What is the difference between ${one} and ${other}?`;
    let question: string | null = null;
    let isAgain = false;
    let topic = '';
    const spokenOf: string[] = [];
    /** The question as this message asks it again; null where it says something of its own. */
    const read = (said: string): string | null => {
      const team = question === null ? undefined : findTeam(said, spokenOf, topic);
      if (team !== undefined && question !== null) return askOf(question, team);
      if (isAgain && ASKS_ONCE_MORE.test(said)) return question;
      return question === null ? null : askOfNumber(question, said);
    };
    for (const turn of turns) {
      const said = turn.text;
      const again = read(said);
      if (again !== null) [question, isAgain] = [again, true];
      else if (!ASIDE.test(said)) [question, isAgain] = [isAskable(said) ? said : null, false];
      spokenOf.push(...findTeams(again ?? said));
      topic = turn.topic;
    }
    return read(text);
  };
}

/** "And 26?" after a question about 25 hours. */
function askOfNumber(question: string, text: string): string | null {
  const said = NUMBER_ONLY.exec(text)?.[1];
  return said !== undefined && question.match(NUMBERS)?.length === 1 ? question.replace(NUMBERS, said) : null;
}

function isAskable(text: string): boolean {
  return isQuestion(text) && toWords(text).length <= MOST_WORDS_OF_QUESTION;
}
