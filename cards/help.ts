import type { Offer } from '../src/answering/reply';
import { defineCard } from './define-card';
import { fold, drawCard } from './elements/layout';
import { suggestions } from './elements/suggestions';
import { bullets, note, text, title } from './elements/text';

export interface HelpModel {
  /** Whether the reader works a queue: they see what its people can do. */
  readonly worksQueue: boolean;
  /** Whether they own the knowledge: they see how it is doing. */
  readonly readsInsights: boolean;
  readonly place: 'personal' | 'channel';
  readonly starters: readonly Offer[];
  /** Whether a model may see what the reader writes: the card says so. */
  readonly usesModel?: boolean;
}

const starters = [
  { title: 'Frequently asked questions', text: 'FAQ' },
  { title: 'What the desk does', text: 'What is and isn’t the Architecture Desk?' },
];

/** What the bot can do, and the words for it. */
export const help = defineCard({
  name: 'help',
  actions: {},
  samples: {
    partner: { worksQueue: false, readsInsights: false, place: 'personal', starters },
    'works a queue': { worksQueue: true, readsInsights: false, place: 'personal', starters },
    'leads a queue': { worksQueue: true, readsInsights: true, place: 'personal', starters },
    'in a channel': { worksQueue: false, readsInsights: false, place: 'channel', starters: [] },
    'with a model': {
      ...{ worksQueue: true, readsInsights: true, place: 'personal', starters },
      usesModel: true,
    },
  },
  render: (model: HelpModel, words) =>
    drawCard({
      summary: words.help.summary,
      body: [
        title(words.help.title),
        text(model.place === 'channel' ? words.help.inChannel : words.help.inPersonal, { spacing: 'Small' }),
        ...(model.place === 'channel'
          ? []
          : [
              suggestions(words.help.example, [
                ...model.starters,
                { title: words.help.myRequests, text: 'My requests' },
              ]),
              fold(
                'requests',
                words.help.requests,
                [bullets(words.help.requestCommands)],
                words,
                !model.worksQueue,
              ),
            ]),
        model.worksQueue
          ? fold(
              'queue',
              words.help.queue,
              [
                bullets([
                  ...words.help.queueCommands,
                  ...(model.readsInsights ? [words.help.insightsCommand] : []),
                ]),
                note(words.help.exporting),
              ],
              words,
              true,
            )
          : null,
        model.usesModel === true ? note(words.model.inHelp) : null,
      ],
    }),
});
