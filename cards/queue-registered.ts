import { defineCard } from './define-card';
import { facts } from './elements/facts';
import { box, drawCard, fold } from './elements/layout';
import { longName } from './elements/samples';
import { line, note, plain, text } from './elements/text';

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
  render: (model: QueueRegisteredModel) =>
    drawCard({
      summary: `${model.queueName}: this channel is its queue now.`,
      body: [
        box([text('✓ Queue registered', { bolder: true })], { style: 'good', bleed: true }),
        line([model.queueName], { size: 'Medium', bolder: true, spacing: 'Medium' }),
        text('Handoff cards for it arrive in this channel from now on.', { spacing: 'Small' }),
        ...facts([
          { name: 'Team', value: plain(model.teamName ?? 'Teams did not tell its name') },
          { name: 'Channel', value: plain(model.channelName ?? 'Teams did not tell its name') },
          {
            name: 'For',
            value: text(model.role === null ? 'Whatever fits no other queue' : `${model.role} requests`),
          },
        ]),
        model.missing.length === 0
          ? null
          : box([plain(`⚠ Not in this channel: ${someOf(model.missing)}`)], {
              style: 'warning',
              spacing: 'Medium',
            }),
        fold(
          'members',
          `Members (${model.members.length})`,
          [plain(model.members.join(', '))],
          model.members.length <= NAMES_IN_SIGHT,
        ),
        note(
          'Only its members can act on its requests. Wrong channel? Register the queue again from the right one.',
          {
            spacing: 'Medium',
          },
        ),
      ],
    }),
});

function someOf(names: readonly string[]): string {
  const shown = names.slice(0, NAMES_IN_SIGHT).join(', ');
  return names.length <= NAMES_IN_SIGHT ? shown : `${shown} and ${names.length - NAMES_IN_SIGHT} more`;
}
