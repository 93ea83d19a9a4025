import type { CardElement } from '../define-card';
import type { Words } from '../words/en';
import { fold } from './layout';
import { clipped, line, note, plain } from './text';

/** The background of a request: the rules by which it's in scope, and what the partner asked the bot before. */
export interface BackgroundView {
  readonly scope: string | null;
  /** `text` is null where the reader may not see the partner's own words, `answerTitle` where the bot had no answer. */
  readonly asked: readonly { readonly text: string | null; readonly answerTitle: string | null }[];
}

/** Named by routing in addition to the person who was asked. */
export interface Other {
  readonly name: string;
  /** The organisation's name for the role; null for a backup. */
  readonly as: string | null;
}

/** The latest questions, and how much of each: the card must stay small enough to send. */
export const MOST_QUESTIONS = 3;
const LONGEST_QUESTION = 100;
const LONGEST_ANSWER_TITLE = 60;
const LONGEST_SCOPE = 160;

/** Folded, as the request itself is read first. Nothing where nothing is known. */
export function backgroundFold(
  { scope, asked }: BackgroundView,
  words: Words,
  mostQuestions = MOST_QUESTIONS,
): CardElement | null {
  const { background } = words;
  const questions = asked.slice(-mostQuestions).flatMap(({ text, answerTitle }) => {
    if (text === null)
      return answerTitle === null
        ? []
        : [plain(clipped(answerTitle, LONGEST_ANSWER_TITLE), { spacing: 'Small' })];
    const question = plain(words.layout.quoted(clipped(text, LONGEST_QUESTION)), { spacing: 'Small' });
    return answerTitle === null
      ? [question]
      : [question, line([background.answered(clipped(answerTitle, LONGEST_ANSWER_TITLE))], QUIET)];
  });
  if (scope === null && questions.length === 0) return null;
  const name = [
    ...(scope === null ? [] : [background.whyInScope]),
    ...(questions.length === 0 ? [] : [background.askedBefore]),
  ];
  return fold(
    'background',
    name.join(' · '),
    [
      scope === null ? null : plain(clipped(scope, LONGEST_SCOPE)),
      questions.length === 0 ? null : note(background.askedTheBot, { spacing: 'Medium' }),
      ...questions,
    ],
    words,
  );
}

const QUIET = { size: 'Small', subtle: true, spacing: 'None' } as const;

/** Other people to ask, on one quiet line; nothing if there are none. */
export function othersLine(others: readonly Other[], words: Words): CardElement | null {
  if (others.length === 0) return null;
  const names = others.map(({ name, as }) => `${name} (${as ?? words.people.backup})`).join(', ');
  return line([words.background.orAsk(names)], { size: 'Small', subtle: true, spacing: 'Small' });
}
