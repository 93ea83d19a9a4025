import { defineCard } from './define-card';
import { button } from './elements/actions';
import { moment } from './elements/dates';
import { drawCard } from './elements/layout';
import { hostile, longName } from './elements/samples';
import { say } from './elements/say';
import { eyebrow, line, note } from './elements/text';
import type { Words } from './words/languages';

/** Reminds people of a request that waits. A channel may read it, so it names no customer and quotes nobody. */
export interface ReminderModel {
  readonly number: string;
  readonly serviceName: string;
  readonly partnerName: string;
  readonly why: 'remind' | 'backup' | 'lead' | 'give-up' | 'owner' | 'owner-lead' | 'nudge' | 'manager';
  /** Who is asked; null for the whole queue. */
  readonly askedName: string | null;
  readonly ownerName: string | null;
  readonly requesterName: string;
  /** ISO, UTC; null where the wait is not what it tells. */
  readonly since: string | null;
  /** In 1:1 with the one who is asked. */
  readonly isPrivate: boolean;
  readonly canClaim: boolean;
}

const unclaimed: ReminderModel = {
  number: 'PD-0042',
  serviceName: 'Architecture Design Session',
  partnerName: 'Fabrikam Consulting',
  why: 'remind',
  askedName: null,
  ownerName: null,
  requesterName: 'Paula Partner',
  since: '2026-11-23T13:05:00.000Z',
  isPrivate: false,
  canClaim: true,
};
const owned = { ownerName: 'Ana Alvarez', canClaim: false } as const;

export const reminder = defineCard({
  name: 'reminder',
  actions: {},
  samples: {
    'queue reminded': unclaimed,
    'backup, in 1:1': { ...unclaimed, why: 'backup', askedName: 'Tom Okafor', isPrivate: true },
    'lead, in the channel': { ...unclaimed, why: 'lead', askedName: 'Amara Diallo' },
    'owner, in 1:1': { ...unclaimed, ...owned, why: 'owner', askedName: 'Ana Alvarez', isPrivate: true },
    'nudge of the queue': { ...unclaimed, why: 'nudge', since: null },
    'a partner asks for the lead': { ...unclaimed, ...owned, why: 'manager', since: null, isPrivate: true },
    'nudge of the owner': { ...unclaimed, ...owned, why: 'nudge', since: null, isPrivate: true },
    longest: {
      ...unclaimed,
      number: 'PD-123456789',
      serviceName: longName,
      partnerName: longName,
      why: 'owner-lead',
      askedName: hostile,
      ownerName: hostile,
    },
  },
  render: (model: ReminderModel, words) => {
    const { number, isPrivate, canClaim } = model;
    const said = describe(model, words);
    return drawCard({
      summary: `${number}: ${said}`,
      body: [
        eyebrow(number),
        line([said], { size: 'Medium', bolder: true, spacing: 'None' }),
        line([model.serviceName, { text: ` · ${model.partnerName}`, subtle: true }], { spacing: 'Small' }),
        model.since === null ? null : note(words.reminder.since(moment(model.since)), { spacing: 'None' }),
        canClaim
          ? note(words.reminder.orType(words.layout.command(words.verbs.claim, number)), {
              spacing: 'Medium',
            })
          : null,
      ],
      actions: [
        canClaim ? button(words.reminder.claim, 'handoff.claim', { number }, { primary: true }) : null,
        isPrivate ? say(words.reminder.show(number), `status ${number}`) : null,
      ],
    });
  },
});

function describe(model: ReminderModel, { reminder: { said } }: Words): string {
  const { why, isPrivate, askedName, ownerName, requesterName } = model;
  const isYou = isPrivate || askedName === null;
  switch (why) {
    case 'remind':
      return said.remind;
    case 'give-up':
      return said.giveUp;
    case 'backup':
      return isYou ? said.backup : said.backupInChannel(askedName);
    case 'lead':
      return isYou ? said.lead : said.leadInChannel(askedName);
    case 'owner':
      return isYou ? said.owner : said.ownerInChannel(askedName);
    case 'owner-lead':
      return isYou ? said.ownerLead(ownerName ?? '') : said.ownerLeadInChannel(ownerName ?? '', askedName);
    case 'nudge':
      return said.nudge(requesterName);
    case 'manager':
      return isPrivate ? said.manager(requesterName) : said.managerInChannel(requesterName);
  }
}
