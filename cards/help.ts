import type { Offer } from '../src/answering/reply';
import { defineCard } from './define-card';
import { fold, drawCard } from './elements/layout';
import { suggestions } from './elements/suggestions';
import { bullets, note, text, title } from './elements/text';

export interface HelpModel {
  /** What the bot knows about, by the names of the programmes. */
  readonly covers: readonly string[];
  /** Whether the reader sent requests: commands with a number are for them. */
  readonly hasRequests: boolean;
  /** Whether the reader is a queue member: help shows the commands for members. */
  readonly worksQueue: boolean;
  /** Whether they own the knowledge: help shows the command for answer feedback. */
  readonly readsInsights: boolean;
  readonly place: 'personal' | 'channel';
  readonly starters: readonly Offer[];
  /** Whether a model may see what the reader writes: the card says so. */
  readonly usesModel?: boolean;
}

const starters = [
  { title: 'Frequently asked questions', text: 'FAQ' },
  {
    title: 'What is in scope for the Architecture Desk?',
    text: 'What’s in scope for the Architecture Desk, and what isn’t?',
  },
];

const partner: HelpModel = {
  covers: ['GPS', 'Architecture Desk', 'TPD'],
  hasRequests: false,
  worksQueue: false,
  readsInsights: false,
  place: 'personal',
  starters,
};

/** What the bot is and what it covers, then what to type. */
export const help = defineCard({
  name: 'help',
  actions: {},
  samples: {
    'new here': partner,
    'has requests': { ...partner, hasRequests: true },
    'works a queue': { ...partner, worksQueue: true },
    'leads a queue': { ...partner, hasRequests: true, worksQueue: true, readsInsights: true },
    'in a channel': { ...partner, place: 'channel', starters: [] },
    'with a model': { ...partner, hasRequests: true, worksQueue: true, readsInsights: true, usesModel: true },
  },
  render: (model: HelpModel, words) =>
    drawCard({
      summary: words.help.summary,
      body: [
        title(words.help.title),
        text(words.help.what(model.covers), { spacing: 'Small' }),
        text(model.place === 'channel' ? words.help.inChannel : words.help.inPersonal, { spacing: 'Small' }),
        ...(model.place === 'channel'
          ? []
          : [
              suggestions(words.help.example, [
                ...model.starters,
                ...(model.hasRequests ? [{ title: words.help.myRequests, text: words.lists.requested }] : []),
                { title: words.help.privacy, text: words.help.privacy },
              ]),
            ]),
        model.hasRequests
          ? fold(
              'requests',
              words.help.requests,
              [bullets(words.help.requestCommands)],
              words,
              !model.worksQueue,
            )
          : null,
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
