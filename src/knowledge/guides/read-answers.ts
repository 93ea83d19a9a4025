import { createPhrases, replaceFound, type Found } from '../search/phrases';
import { toWords } from '../search/words';
import type { GuideAnswers } from './decide';
import { UNKNOWN, type AuthoredGuide } from './guide';

type GuideWords = Pick<AuthoredGuide, 'steps' | 'unknown'>;

export interface AnswersReader {
  /** Reads what a message says about the case. A step with two answers stays open. */
  read(text: string): GuideAnswers;
  /** Reads an answer to `stepId`, for which a short word is enough. Null if the message is about something else. */
  readReply(text: string, stepId: string): GuideAnswers | null;
}

/** Negations such as "no ASfP" or "not on an EA". */
const NEGATED =
  /(?:\b(?:no|not|nor|without|neither|never|except)|n['’]t(?: have| use)?|\bnot have)\s+(?:(?:on|under|an?|the|any|our|their|own|through|via|have)\s+){0,3}$/i;
const QUESTION =
  /\?|^\s*(?:what|which|who|whom|whose|when|where|why|how|can|could|do|does|is|are|may|will)\b/i;
const FRAME = new Set(
  (
    'a an and are as at be but by customer customers client clients have has had i in is it its just my no not of ok on only ' +
    'or our plan contract support s so that the their them they this through to us we with yes you your bought buy buys ' +
    'case ticket think probably via from for about it re ve m'
  ).split(' '),
);
/** A message with more other words than this is about something else. */
const MOST_OTHER_WORDS = 3;

interface Said {
  readonly step: string;
  readonly option: string;
}

/** Reads what people write about a case, using the guide's words. */
export function createAnswersReader({ steps, unknown }: GuideWords): AnswersReader {
  const saidBy = new Map<string, Said[]>();
  for (const step of steps)
    for (const option of step.options)
      for (const phrase of option.words) {
        const key = phrase.toLowerCase();
        saidBy.set(key, [...(saidBy.get(key) ?? []), { step: step.id, option: option.id }]);
      }
  const phrases = createPhrases(saidBy);
  const shortByStep = new Map(
    steps.map(({ id, options }) => [
      id,
      createPhrases<string>([
        ...options.flatMap((option) =>
          [option.title, ...option.words, ...option.short].map((phrase) => [phrase, option.id] as const),
        ),
        ...[unknown.title, ...unknown.words].map((phrase) => [phrase, UNKNOWN] as const),
      ]),
    ]),
  );

  const read = (text: string): GuideAnswers => {
    const said = dropNegated(text, phrases.find(text)).flatMap(({ value }) => value);
    return Object.fromEntries(
      steps.flatMap(({ id }) => {
        const option = findOnly(said.flatMap(({ step, option: of }) => (step === id ? [of] : [])));
        return option === undefined ? [] : [[id, option]];
      }),
    );
  };

  return {
    read,
    readReply(text, stepId) {
      const short = shortByStep.get(stepId);
      if (short === undefined || QUESTION.test(text)) return null;
      const found = short.find(text);
      const withoutFound = replaceFound(text, [...found], () => ' ');
      const rest = replaceFound(withoutFound, phrases.find(withoutFound), () => ' ');
      if (toWords(rest).filter((word) => !FRAME.has(word)).length > MOST_OTHER_WORDS) return null;
      const said = read(text);
      const answer = said[stepId] ?? findOnly(dropNegated(text, found).map(({ value }) => value));
      const all = answer === undefined ? said : { ...said, [stepId]: answer };
      return Object.keys(all).length === 0 ? null : all;
    },
  };
}

function dropNegated<Value>(text: string, found: readonly Found<Value>[]): Found<Value>[] {
  return found.filter(({ from }) => !NEGATED.test(text.slice(0, from)));
}

function findOnly(options: readonly string[]): string | undefined {
  const [first, ...others] = new Set(options);
  return others.length === 0 ? first : undefined;
}
