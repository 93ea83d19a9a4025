import type { Offer } from '../src/answering/reply';
import { defineCard } from './define-card';
import { drawCard } from './elements/layout';
import { longName } from './elements/samples';
import { offerRows } from './elements/suggestions';
import { line, note, text } from './elements/text';

export interface WelcomeModel {
  /** The person's name as Teams tells it, null when it did not. */
  readonly name: string | null;
  /** Who takes requests, e.g. "PDM or PTS". */
  readonly takers: string;
  readonly starters: readonly Offer[];
}

const starters = [
  {
    title: 'What is in scope for the Architecture Desk?',
    text: 'What’s in scope for the Architecture Desk, and what isn’t?',
  },
  { title: 'Whose support contract should I use?', text: 'Which support contract should I use?' },
  { title: 'Request an Architecture Design Session', text: 'Request an Architecture Design Session' },
  { title: 'What’s the status of my requests?', text: 'My requests' },
];

/** Said once, when the app is installed. */
export const welcome = defineCard({
  name: 'welcome',
  actions: {},
  samples: {
    named: { name: 'Ana', takers: 'PDM or PTS', starters },
    nameless: { name: null, takers: 'PDM or PTS', starters },
    longest: { name: longName, takers: 'PDM or PTS', starters: [...starters, ...starters].slice(0, 6) },
  },
  render: (model: WelcomeModel, words) =>
    drawCard({
      summary: words.welcome.summary,
      body: [
        line([words.welcome.hello(model.name)], {
          size: 'Medium',
          bolder: true,
        }),
        text(words.welcome.what(model.takers), { spacing: 'Small' }),
        note(words.welcome.tryOne, { spacing: 'Medium' }),
        ...offerRows(model.starters),
        note(words.welcome.help, { spacing: 'Medium' }),
      ],
    }),
});
