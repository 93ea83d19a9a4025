import { defineCard } from './define-card';
import { facts } from './elements/facts';
import { box, drawCard, fold } from './elements/layout';
import { longName } from './elements/samples';
import { line, note, plain, text } from './elements/text';
import type { Words } from './words/en';

export interface QueueRegisteredModel {
  readonly queueName: string;
  /** Whose requests it takes, as the organisation calls the role; null for a catch-all. */
  readonly role: string | null;
  /** Null when Teams did not say. */
  readonly teamName: string | null;
  readonly channelName: string | null;
  /** Who may act on its requests. */
  readonly members: readonly string[];
  /** Members of the queue who are not in this channel and will not see its cards. */
  readonly missing: readonly string[];
}

const NAMES_IN_SIGHT = 5;

/** This channel is a queue now: its team, channel and members, so that a mistake shows. */
export const queueRegistered = defineCard({
  name: 'queue-registered',
  actions: {},
  samples: {
    registered: {
      queueName: 'PDM queue, Western Europe',
      role: 'PDM',
      teamName: 'Partner Success',
      channelName: 'pdm-requests',
      members: ['Ana Alvarez', 'Ben Bauer'],
      missing: [],
    },
    'somebody is missing': {
      queueName: 'PTS queue',
      role: 'PTS',
      teamName: null,
      channelName: null,
      members: ['Ana Alvarez', 'Ben Bauer', 'Chloé Caron'],
      missing: ['Chloé Caron'],
    },
    longest: {
      queueName: longName,
      role: null,
      teamName: longName,
      channelName: longName,
      members: Array.from({ length: 40 }, () => longName),
      missing: Array.from({ length: 20 }, () => longName),
    },
  },
  render: (model: QueueRegisteredModel, words) =>
    drawCard({
      summary: words.queueRegistered.summary(model.queueName),
      body: [
        box([text(words.queueRegistered.band, { bolder: true })], { style: 'good', bleed: true }),
        line([model.queueName], { size: 'Medium', bolder: true, spacing: 'Medium' }),
        text(words.queueRegistered.what, { spacing: 'Small' }),
        ...facts([
          { name: words.facts.team, value: plain(model.teamName ?? words.queueRegistered.untold) },
          { name: words.facts.channel, value: plain(model.channelName ?? words.queueRegistered.untold) },
          {
            name: words.facts.for,
            value: text(
              model.role === null
                ? words.queueRegistered.fitsNoOther
                : words.queueRegistered.requestsOf(model.role),
            ),
          },
        ]),
        model.missing.length === 0
          ? null
          : box([plain(words.queueRegistered.missing(someOf(model.missing, words)))], {
              style: 'warning',
              spacing: 'Medium',
            }),
        fold(
          'members',
          words.queueRegistered.members(model.members.length),
          [plain(model.members.join(', '))],
          words,
          model.members.length <= NAMES_IN_SIGHT,
        ),
        note(words.queueRegistered.note, {
          spacing: 'Medium',
        }),
      ],
    }),
});

function someOf(names: readonly string[], words: Words): string {
  const shown = names.slice(0, NAMES_IN_SIGHT).join(', ');
  return names.length <= NAMES_IN_SIGHT
    ? shown
    : words.queueRegistered.andMore(shown, names.length - NAMES_IN_SIGHT);
}
