import type { Offer } from '../src/answering/reply';
import { defineCard } from './define-card';
import { drawCard } from './elements/layout';
import { longNext } from './elements/samples';
import { offerRows } from './elements/suggestions';
import { note, text, title } from './elements/text';

export interface UnclearModel {
  readonly starters: readonly Offer[];
}

/** The bot didn't understand: a few rows with what people can ask. */
export const unclear = defineCard({
  name: 'unclear',
  actions: {},
  samples: {
    plain: {
      starters: [
        { title: 'Frequently asked questions', text: 'FAQ' },
        {
          title: 'What is in scope for the Architecture Desk?',
          text: 'What’s in scope for the Architecture Desk, and what isn’t?',
        },
        { title: 'Request an engagement', text: 'Request an engagement' },
      ],
    },
    longest: { starters: longNext },
  },
  render: (model: UnclearModel, words) =>
    drawCard({
      summary: words.unclear.summary,
      body: [
        title(words.unclear.title),
        text(words.unclear.todo, { spacing: 'Small' }),
        ...offerRows(model.starters),
        note(words.unclear.help, { spacing: 'Medium' }),
      ],
    }),
});
