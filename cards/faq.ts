import type { Offer } from '../src/answering/reply';
import { defineCard } from './define-card';
import { drawCard, fold } from './elements/layout';
import { longest, longNext } from './elements/samples';
import { offerRows } from './elements/suggestions';
import { bullets, text, title } from './elements/text';
import type { Words } from './words/en';

export interface FaqModel {
  /** False in a channel, where people read the questions and ask one by mentioning the bot. */
  readonly mayBePressed: boolean;
  readonly programmes: readonly {
    readonly id: string;
    readonly name: string;
    readonly questions: readonly Offer[];
  }[];
}

const ask = (question: string) => ({ title: question, text: question });

/** Visible questions for each of several programmes; one programme on its own shows more. */
const QUESTIONS_OF_EACH = 3;
const QUESTIONS_OF_ONE = 20;

/** Every question with a curated answer, by programme; in 1:1 the first one is open. */
export const faq = defineCard({
  name: 'faq',
  actions: {},
  samples: {
    all: {
      mayBePressed: true,
      programmes: [
        {
          id: 'support-plans',
          name: 'Support plans',
          questions: [
            ask('Can I open a ticket for an EA customer on my ASfP?'),
            ask('Should I use my support contract or the customer’s?'),
            ask('Can my customer use my support contract?'),
          ],
        },
        {
          id: 'desk',
          name: 'Architecture Desk',
          questions: [ask('What does the Architecture Desk do?'), ask('How do I engage it?')],
        },
        {
          id: 'tpd',
          name: 'Technical Presales and Deployment',
          questions: [ask('How do I request TPD?')],
        },
        {
          id: 'msrc',
          name: 'Security vulnerabilities',
          questions: [ask('How do I report a vulnerability?')],
        },
      ],
    },
    'one programme': {
      mayBePressed: true,
      programmes: [
        { id: 'long', name: longest.title, questions: Array.from({ length: 7 }, () => longNext).flat() },
      ],
    },
    'in a channel': {
      mayBePressed: false,
      programmes: [
        {
          id: 'desk',
          name: 'Architecture Desk',
          questions: [ask('What does the Architecture Desk do?'), ask('How do I engage it?')],
        },
        { id: 'long', name: longest.title, questions: [...longNext, ...longNext] },
      ],
    },
    longest: {
      mayBePressed: true,
      programmes: [1, 2, 3, 4, 5].map((index) => ({
        id: `long-${index}`,
        name: 'Technical Presales and Deployment (TPD)',
        questions: [...longNext, ...longNext],
      })),
    },
  },
  render: (model: FaqModel, words) =>
    drawCard({
      summary: words.faq.summary,
      body: [
        title(words.faq.title),
        text(model.mayBePressed ? words.faq.todo : words.faq.toMention, { subtle: true, spacing: 'None' }),
        ...model.programmes.map((programme, index) =>
          fold(
            `programme-${programme.id}`,
            `${programme.name} (${programme.questions.length})`,
            model.mayBePressed
              ? offerRows(inSight(programme, model.programmes.length, words))
              : [bullets(programme.questions.map((question) => question.title))],
            words,
            model.mayBePressed && index === 0,
          ),
        ),
      ],
    }),
});

function inSight({ name, questions }: FaqModel['programmes'][number], programmes: number, words: Words) {
  const most = programmes === 1 ? QUESTIONS_OF_ONE : QUESTIONS_OF_EACH;
  if (questions.length <= most) return questions;
  return [...questions.slice(0, most), { title: words.faq.allAbout(name), text: words.faq.allAbout(name) }];
}
