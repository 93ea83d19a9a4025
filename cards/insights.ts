import type { Offer } from '../src/answering/reply';
import type { CardElement } from './define-card';
import { defineCard } from './define-card';
import { box, drawCard } from './elements/layout';
import { hostile, longest } from './elements/samples';
import { ask } from './elements/say';
import { label, line, note, text, title } from './elements/text';
import type { Words } from './words/languages';

export interface InsightsModel {
  /** YYYY-MM-DD; null where there is nothing to tell. */
  readonly since: string | null;
  readonly likes: number;
  readonly dislikes: number;
  /** The most disliked first. */
  readonly disliked: readonly {
    readonly title: string;
    /** The question that shows its current text; null if there's none. */
    readonly ask: Offer | null;
    readonly likes: number;
    readonly dislikes: number;
    /** Whether it was changed or removed since the rating. */
    readonly since: 'changed' | 'gone' | null;
  }[];
  readonly moreDisliked: number;
  /** The most frequent first. */
  readonly unanswered: readonly {
    readonly kind: 'not-covered' | 'not-stated' | 'unclear';
    /** The closest item of the content; null if nothing came close. */
    readonly title: string | null;
    readonly count: number;
  }[];
  readonly moreUnanswered: number;
}

/** Rows of each kind: the card says where to begin, and the shell has the rest. */
export const INSIGHTS_ROWS = 5;

const disliked = {
  title: 'Can I open a ticket for an EA customer on my ASfP?',
  ask: {
    title: 'Can I open a ticket for an EA customer on my ASfP?',
    text: 'Can we open a ticket for an EA customer on our ASfP?',
    shows: 'faq-ea-asfp',
  },
  likes: 5,
  dislikes: 3,
  since: null,
} as const;
const unanswered = { kind: 'not-covered', title: 'Prices of Microsoft products', count: 14 } as const;
const quiet = { size: 'Small', subtle: true, spacing: 'None' } as const;

/** Where the content needs work: without anybody's words or name. */
export const insights = defineCard({
  name: 'insights',
  actions: {},
  samples: {
    usual: {
      since: '2026-09-02',
      likes: 41,
      dislikes: 6,
      disliked: [
        disliked,
        {
          ...disliked,
          title: 'How do I engage the Architecture Desk?',
          ask: null,
          likes: 11,
          dislikes: 2,
          since: 'changed',
        },
        {
          ...disliked,
          title: 'How many hours can I use the Architecture Desk?',
          ask: null,
          likes: 0,
          dislikes: 1,
          since: 'gone',
        },
      ],
      moreDisliked: 0,
      unanswered: [
        unanswered,
        { kind: 'unclear', title: null, count: 9 },
        { kind: 'not-stated', title: 'Architecture Desk', count: 1 },
      ],
      moreUnanswered: 2,
    },
    nothing: {
      since: null,
      likes: 0,
      dislikes: 0,
      disliked: [],
      moreDisliked: 0,
      unanswered: [],
      moreUnanswered: 0,
    },
    'all good': {
      since: '2026-11-02',
      likes: 1,
      dislikes: 0,
      disliked: [],
      moreDisliked: 0,
      unanswered: [],
      moreUnanswered: 0,
    },
    longest: {
      since: '2026-09-02',
      likes: 123456,
      dislikes: 123456,
      disliked: Array.from({ length: INSIGHTS_ROWS }, () => ({
        ...disliked,
        title: longest.title,
        likes: 123456,
        dislikes: 123456,
        since: 'changed' as const,
      })),
      moreDisliked: 123,
      unanswered: Array.from({ length: INSIGHTS_ROWS }, () => ({
        kind: 'not-stated' as const,
        title: hostile,
        count: 123456,
      })),
      moreUnanswered: 123,
    },
  },
  render: (model: InsightsModel, words) => {
    const { insights: say } = words;
    const unanswered = model.unanswered.reduce((sum, { count }) => sum + count, 0);
    return drawCard({
      summary: model.since === null ? say.nothing : say.summary(model.dislikes, unanswered),
      body: [
        title(say.title, { spacing: 'None' }),
        ...(model.since === null
          ? [text(say.nothing, { spacing: 'Small' })]
          : [
              line([say.since(model.since, model.likes, model.dislikes)], { subtle: true, spacing: 'None' }),
              label(say.disliked),
              ...rows(
                model.disliked.map((one) => drawDisliked(one, words)),
                say.noneDisliked,
              ),
              ...more(model.moreDisliked, words),
              label(say.unanswered),
              ...rows(
                model.unanswered.map((one) => drawUnanswered(one, words)),
                say.noneUnanswered,
              ),
              ...more(model.moreUnanswered, words),
            ]),
        note(model.dislikes === 0 ? words.notice.help : say.words, { spacing: 'Medium' }),
      ],
    });
  },
});

function rows(drawn: readonly CardElement[], none: string): readonly CardElement[] {
  return drawn.length > 0 ? drawn : [text(none, { spacing: 'Small' })];
}

function more(count: number, { insights }: Words): readonly CardElement[] {
  return count === 0 ? [] : [note(insights.more(count))];
}

function drawDisliked(
  { title, ask: asked, likes, dislikes, since }: InsightsModel['disliked'][number],
  { insights }: Words,
): CardElement {
  const said = [insights.opinions(dislikes, likes), ...(since === null ? [] : [insights.notes[since]])];
  if (asked === null) return drawRow(line([{ text: title }]), said);
  // A screen reader reads the action's title instead of the row, so only the title is a button.
  const action = { ...ask(asked), title };
  return drawRow({ ...box([line([{ text: title, color: 'Accent' }])]), selectAction: action }, said);
}

function drawUnanswered(
  { kind, title, count }: InsightsModel['unanswered'][number],
  { insights }: Words,
): CardElement {
  const facts = [insights.times(count), ...(title === null ? [] : [insights.kinds[kind]])];
  return drawRow(line([{ text: title ?? insights.notUnderstood }]), facts);
}

function drawRow(name: CardElement, facts: readonly string[]): CardElement {
  return box([name, line([facts.join(' · ')], quiet)], { spacing: 'Small' });
}
