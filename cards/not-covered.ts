import type { DoorView, Offer, Statement } from '../src/answering/reply';
import { defineCard } from './define-card';
import { drawCard, fold } from './elements/layout';
import { eaThroughAsfp, longest, longNext, next, pdmOrPts } from './elements/samples';
import { doorBox, sourceLine } from './elements/statement';
import { suggestions } from './elements/suggestions';
import { note, text, title, withoutMarkdown } from './elements/text';

export interface NotCoveredModel {
  /** The subject of the question. */
  readonly title: string;
  /** The text that says that this isn't covered. */
  readonly answer: string;
  readonly nearest: Statement | null;
  readonly door: DoorView | null;
  readonly translatedBy?: string;
  readonly next: readonly Offer[];
}

/** An honest "I don't know that", with a way on. */
export const notCovered = defineCard({
  name: 'not-covered',
  actions: {},
  samples: {
    'with a door': {
      title: 'Prices of Microsoft products',
      answer: 'I don’t have prices or discounts for Azure, Microsoft 365 or other products.',
      nearest: null,
      door: pdmOrPts,
      next,
    },
    'with the nearest': {
      title: 'A detail that isn’t documented',
      answer: 'That detail of a support plan isn’t documented here, and I don’t want to guess.',
      nearest: eaThroughAsfp,
      door: null,
      next: [],
    },
    'to an upset person': {
      title: 'Sorry I wasn’t helpful',
      answer: 'Tell me in one sentence what you want to get done, or type **talk to a human**.',
      nearest: null,
      door: null,
      next,
    },
    longest: {
      title: longest.title,
      answer: longest.answer,
      nearest: longest,
      door: longest.door,
      next: longNext,
    },
  },
  render: (model: NotCoveredModel, words) =>
    drawCard({
      summary: withoutMarkdown(model.answer),
      body: [
        title(model.title),
        text(model.answer, { spacing: 'Small' }),
        doorBox(model.door, words, words.notCovered.nextStep),
        sourceLine({ translatedBy: model.translatedBy }, words),
        model.nearest === null
          ? null
          : fold(
              'nearest',
              words.notCovered.nearest,
              [
                text(model.nearest.title, { bolder: true }),
                text(model.nearest.answer),
                sourceLine(model.nearest, words),
              ],
              words,
              model.door === null,
            ),
        suggestions(words.notCovered.known, model.next),
        model.door === null && model.next.length === 0 ? note(words.unclear.help) : null,
      ],
    }),
});
