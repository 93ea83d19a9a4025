import type { GuideView } from '../src/answering/reply';
import type { CardElement } from './define-card';
import { defineCard } from './define-card';
import { button } from './elements/actions';
import { GuideKey, OpenGuide } from './elements/input-values';
import { box, drawCard } from './elements/layout';
import { eaThroughAsfp, longest } from './elements/samples';
import { doorBox, flagLine, sourceLine, statementFolds } from './elements/statement';
import { presses } from './elements/suggestions';
import { eyebrow, label, note, text, title, withoutMarkdown } from './elements/text';
import type { Words } from './words/en';

export interface GuideModel extends Omit<GuideView, 'topic'> {
  /** Whether people can continue by typing: in 1:1 they can, in a dialog over a channel they can't. */
  readonly mayBeTyped: boolean;
}

const whose = { id: 'whose-contract', title: 'Which contract should I use?', mayBeTyped: true };
const plan = {
  kind: 'step',
  stepId: 'plan',
  question: 'Which support plan does your company have?',
  options: [
    { id: 'asfp', title: 'ASfP' },
    { id: 'psfp', title: 'PSfP' },
    { id: 'membership', title: 'Membership support only' },
    { id: 'none', title: 'None' },
    { id: 'unknown', title: 'I don’t know' },
  ],
} as const;

/** A few steps that lead to one result. Each press turns the card into its next step. */
export const guide = defineCard({
  name: 'guide',
  actions: {
    answer: OpenGuide.extend({ step: GuideKey, option: GuideKey }),
    back: OpenGuide,
    restart: OpenGuide.pick({ guide: true }),
  },
  samples: {
    'first step': { ...whose, answers: {}, known: [], next: plan },
    'later step': {
      ...whose,
      answers: { plan: 'asfp', agreement: 'ea' },
      known: [
        { name: 'Your plan', answer: 'ASfP' },
        { name: 'The customer buys through', answer: 'Enterprise Agreement' },
      ],
      next: {
        kind: 'step',
        stepId: 'where',
        question: 'What is the ticket about?',
        options: [
          { id: 'cloud', title: 'A cloud service' },
          { id: 'on-premises', title: 'Something on-premises' },
          { id: 'unknown', title: 'I don’t know' },
        ],
      },
    },
    'in a dialog': { ...whose, mayBeTyped: false, answers: {}, known: [], next: plan },
    result: {
      ...whose,
      answers: { plan: 'asfp', agreement: 'ea', where: 'cloud' },
      known: [
        { name: 'Your plan', answer: 'ASfP' },
        { name: 'The customer buys through', answer: 'Enterprise Agreement' },
        { name: 'The ticket is about', answer: 'A cloud service' },
      ],
      next: {
        kind: 'result',
        statement: { ...eaThroughAsfp, title: 'Your own ASfP', details: [] },
        points: [
          { name: 'What it uses up', text: 'Nothing. ASfP tickets are unlimited.' },
          {
            name: 'What you need first',
            text: 'Request a relationship and have the proper affiliation with the customer. Ask your PDM how.',
          },
        ],
      },
    },
    'unknown result': {
      ...whose,
      answers: { plan: 'unknown' },
      known: [{ name: 'Your plan', answer: 'I don’t know' }],
      next: {
        kind: 'result',
        statement: {
          ...eaThroughAsfp,
          title: 'Find out which plan you have',
          answer: 'With ASfP or PSfP, use your own plan.',
          details: [],
          goodToKnow: [],
        },
        points: [],
      },
    },
    'longest step': {
      ...whose,
      title: longest.title,
      answers: { first: 'unknown' },
      known: Array.from({ length: 6 }, () => ({
        name: longest.title.slice(0, 40),
        answer: longest.title.slice(0, 40),
      })),
      next: {
        ...plan,
        question: longest.title,
        options: Array.from({ length: 6 }, (_, index) => ({
          id: `option-${index}`,
          title: longest.title.slice(0, 40),
        })),
      },
    },
    'longest result': {
      ...whose,
      title: longest.title,
      answers: {},
      known: Array.from({ length: 6 }, () => ({
        name: longest.title.slice(0, 40),
        answer: longest.title.slice(0, 40),
      })),
      next: {
        kind: 'result',
        statement: { ...longest, details: [] },
        points: Array.from({ length: 4 }, () => ({ name: longest.title.slice(0, 40), text: longest.answer })),
      },
    },
  },
  render: (model: GuideModel, words) => {
    const { next } = model;
    const heading = next.kind === 'step' ? next.question : next.statement.title;
    const rest = next.kind === 'step' ? '' : ` ${withoutMarkdown(next.statement.answer)}`;
    return drawCard({
      summary: `${model.title} ${heading}${/[.!?]$/.test(heading) ? '' : '.'}${rest}`,
      body: [
        eyebrow(model.title),
        title(heading, { spacing: 'None' }),
        ...(next.kind === 'step' ? drawStep(model, next, words) : drawResult(next, words)),
        drawKnown(model, words),
      ],
    });
  },
});

type Step = Extract<GuideView['next'], { kind: 'step' }>;
type Result = Extract<GuideView['next'], { kind: 'result' }>;

function drawStep(
  { id, answers, mayBeTyped }: GuideModel,
  { stepId, options }: Step,
  words: Words,
): readonly (CardElement | null)[] {
  return [
    ...presses(
      options.map((option) =>
        button(option.title, 'guide.answer', { guide: id, answers, step: stepId, option: option.id }),
      ),
    ),
    mayBeTyped ? note(words.guide.typeAnswer, { spacing: 'Small' }) : null,
  ];
}

function drawResult({ statement, points }: Result, words: Words): readonly (CardElement | null)[] {
  return [
    text(statement.answer, { spacing: 'Small' }),
    flagLine(statement.flag),
    ...points.flatMap((point) => [label(point.name), text(point.text, { spacing: 'None' })]),
    doorBox(statement.door, words),
    ...statementFolds(statement, 'result', words),
    sourceLine(statement, words),
  ];
}

/** The answers behind the result, and the way back. */
function drawKnown({ id, answers, known }: GuideModel, words: Words): CardElement | null {
  if (known.length === 0) return null;
  return box(
    [
      note(words.guide.soFar, { spacing: 'None' }),
      text(known.map(({ name, answer }) => `${name}: **${answer}**`).join('\n\n'), { spacing: 'None' }),
      ...presses([
        button(words.buttons.back, 'guide.back', { guide: id, answers }),
        button(words.guide.restart, 'guide.restart', { guide: id }),
      ]),
    ],
    { spacing: 'Medium' },
  );
}
