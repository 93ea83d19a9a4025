import type { Offer, Statement } from '../src/answering/reply';
import type { CardElement } from './define-card';
import { defineCard } from './define-card';
import { box, drawCard } from './elements/layout';
import { deskOverview, eaThroughAsfp, longest, longNext, next } from './elements/samples';
import { doorBox, flagLine, sayAnswer, sourceLine, statementFolds } from './elements/statement';
import { offerRows, suggestions } from './elements/suggestions';
import { eyebrow, text, title, withoutMarkdown } from './elements/text';
import type { Words } from './words/en';

export interface AnswerModel {
  /** One to three; the one that the person asked for comes first. */
  readonly statements: readonly Statement[];
  readonly next: readonly Offer[];
  /** The words stand above the card, as the message's own text. */
  readonly saidAbove?: boolean;
}

/** A curated answer: the fact first, where to go, the rest folded, its source at the end. */
export const answer = defineCard({
  name: 'answer',
  actions: {},
  samples: {
    flagged: { statements: [eaThroughAsfp], next },
    'yes or no': { statements: [{ ...eaThroughAsfp, yesOrNo: 'yes' }], next },
    short: { statements: [deskOverview], next: [] },
    'said above': { statements: [eaThroughAsfp], next, saidAbove: true },
    two: { statements: [deskOverview, eaThroughAsfp], next },
    longest: { statements: [longest, longest], next: longNext },
    'longest, three': { statements: [longest, longest, longest], next: [] },
  },
  render: (model: AnswerModel, words) => {
    const spoken = model.statements
      .map((statement) => withoutMarkdown(sayAnswer(statement, words)))
      .join(' ');
    return drawCard({
      summary: spoken,
      body: [
        ...model.statements.map((statement, index) => statementBox(statement, index, words, model.saidAbove)),
        suggestions(words.layout.next, model.next),
      ],
    });
  },
});

function statementBox(statement: Statement, index: number, words: Words, saidAbove = false): CardElement {
  return {
    ...box([
      statement.programme === null ? null : eyebrow(statement.programme),
      title(statement.title, { spacing: 'None' }),
      saidAbove ? null : text(sayAnswer(statement, words), { spacing: 'Small' }),
      flagLine(statement.flag),
      doorBox(statement.door, words),
      ...(index === 0 ? statementFolds(statement, 'statement', words) : []),
      sourceLine(statement, words),
      // Two in full would be too large for Teams, so the rest of the second one is a question away.
      ...(index === 0 ? [] : moreOf(statement, words)),
    ]),
    ...(index > 0 && { spacing: 'Large' }),
  };
}

function moreOf({ id, title, details, goodToKnow }: Statement, words: Words): readonly CardElement[] {
  return details.length + goodToKnow.length === 0
    ? []
    : offerRows([{ title: words.answer.more(title), text: title, ...(id !== undefined && { shows: id }) }]);
}
