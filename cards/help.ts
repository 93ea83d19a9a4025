import type { Suggestion } from '../src/answering/reply';
import { defineCard } from './define-card';
import { fold, drawCard } from './elements/layout';
import { suggestions } from './elements/suggestions';
import { bullets, note, text, title } from './elements/text';

export interface HelpModel {
  /** Whether the reader works a queue: they see what its people can do. */
  readonly worksQueue: boolean;
  readonly place: 'personal' | 'channel';
  readonly starters: readonly Pick<Suggestion, 'title' | 'text'>[];
}

const starters = [
  { title: 'Frequent questions', text: 'FAQ' },
  { title: 'What the desk does', text: 'What is and isn’t the Architecture Desk?' },
];

const MY_REQUESTS = { title: 'My requests', text: 'My requests' };

const partnerCommands = [
  '**new request**, or say what you need and for whom: start a request',
  '**my requests**: all of yours, with their state; **my requests closed** for some',
  '**status PD-0042**: one request',
  '**withdraw PD-0042**: take it back',
  '**edit PD-0042**, **note PD-0042 …**: change or add something',
];

const queueCommands = [
  '**queue**, **mine**: what is open in your queues, and what you own',
  '**queue accepted**, **mine needs-info**, **queue** and a solution area or a region: only those',
  '**claim PD-0042**, **release PD-0042**',
  '**accept PD-0042**, **ask PD-0042 …**',
  '**transfer PD-0042**, **decline PD-0042**, **complete PD-0042**',
];

const exporting =
  'A queue as CSV: an operator types **npm run requests -- export** and the queue in the shell.';

/** What the bot can do, and the words for it. */
export const help = defineCard({
  name: 'help',
  actions: {},
  samples: {
    partner: { worksQueue: false, place: 'personal', starters },
    'works a queue': { worksQueue: true, place: 'personal', starters },
    'in a channel': { worksQueue: false, place: 'channel', starters: [] },
  },
  render: (model: HelpModel) =>
    drawCard({
      summary: 'What Partner Desk can do, and what to type for it.',
      body: [
        title('What I can do'),
        text(
          model.place === 'channel'
            ? 'Mention me with a question and I answer in the thread. Requests are made in a 1:1 chat with me.'
            : 'Ask in your own words. I answer from checked sources, or say that I don’t know and who does.',
          { spacing: 'Small' },
        ),
        ...(model.place === 'channel'
          ? []
          : [
              suggestions('For example', [...model.starters, MY_REQUESTS]),
              fold('requests', 'Requests', [bullets(partnerCommands)], !model.worksQueue),
            ]),
        model.worksQueue
          ? fold('queue', 'For who works a queue', [bullets(queueCommands), note(exporting)], true)
          : null,
      ],
    }),
});
