import { defineCard } from './define-card';
import { button, buttonRow, openDialog } from './elements/actions';
import { moment } from './elements/dates';
import { facts } from './elements/facts';
import { drawCard } from './elements/layout';
import { hostile, longName } from './elements/samples';
import { say } from './elements/say';
import { clipped, eyebrow, line, note, plain } from './elements/text';
import type { Words } from './words/languages';

/**
 * Reminds people of a request that waits. Channels may read it, so it names the customer and quotes the partner only in
 * 1:1.
 */
export interface ReminderModel {
  readonly number: string;
  readonly serviceName: string;
  readonly partnerName: string;
  /** null where there's none, or where this reader may not know it. */
  readonly customer?: string | null;
  readonly isConfidential?: boolean;
  readonly queueName?: string;
  readonly why: 'remind' | 'backup' | 'lead' | 'give-up' | 'owner' | 'owner-lead' | 'nudge' | 'manager';
  /** Who is asked; null for the whole queue. */
  readonly askedName: string | null;
  /** False where that person couldn't be reached: then the card is for the others in the channel. */
  readonly isHeard?: boolean;
  readonly ownerName: string | null;
  readonly requesterName: string;
  /** ISO, UTC; null if it isn't about a wait. */
  readonly since: string | null;
  /** What the partner wrote; in 1:1 only. */
  readonly said?: string | null;
  /** In 1:1 with the one who is asked. */
  readonly isPrivate: boolean;
  readonly canClaim: boolean;
  /** In 1:1 with a lead, who finds somebody for it. */
  readonly canTransfer?: boolean;
}

/** The whole of it is in the request's history. */
const LONGEST_SAID = 500;

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
const forLead = { isPrivate: true, canTransfer: true, customer: 'Contoso', queueName: 'PDM EMEA' } as const;

export const reminder = defineCard({
  name: 'reminder',
  actions: {},
  samples: {
    'queue reminded': unclaimed,
    'backup, in 1:1': { ...unclaimed, why: 'backup', askedName: 'Tom Okafor', isPrivate: true },
    'lead, in the channel': { ...unclaimed, why: 'lead', askedName: 'Amara Diallo' },
    'a backup who can’t be reached': { ...unclaimed, why: 'backup', askedName: 'Tom Okafor', isHeard: false },
    'lead, in 1:1': { ...unclaimed, ...forLead, why: 'lead', askedName: 'Amara Diallo' },
    'owner, in 1:1': { ...unclaimed, ...owned, why: 'owner', askedName: 'Ana Alvarez', isPrivate: true },
    'nudge of the queue': { ...unclaimed, why: 'nudge', since: null },
    'a partner asks for the lead': {
      ...unclaimed,
      ...owned,
      ...forLead,
      why: 'manager',
      since: null,
      said: 'The customer decides on Friday, and nobody answers. I want to speak to a manager.',
    },
    'nudge of the owner': { ...unclaimed, ...owned, why: 'nudge', since: null, isPrivate: true },
    longest: {
      ...unclaimed,
      number: 'PD-123456789',
      serviceName: longName,
      partnerName: longName,
      why: 'owner-lead',
      askedName: hostile,
      ownerName: hostile,
      isPrivate: true,
      said: hostile.repeat(16).slice(0, 2000),
    },
  },
  render: (model: ReminderModel, words) => {
    const { number, isPrivate, canClaim, canTransfer = false } = model;
    const said = describe(model, words);
    const presses = [
      canClaim ? button(words.reminder.claim, 'handoff.claim', { number }, { primary: true }) : null,
      canTransfer ? openDialog(words.buttons.transfer, 'handoff.transfer', { number }) : null,
      // What the lead writes there reaches the partner.
      canTransfer && model.why === 'manager'
        ? openDialog(words.buttons.addNote, 'request.note', { number })
        : null,
      isPrivate ? say(words.reminder.show(number), words.layout.command(words.verbs.show, number)) : null,
    ].filter((one) => one !== null);
    return drawCard({
      summary: `${number}: ${said}`,
      body: [
        eyebrow(number),
        line([said], { size: 'Medium', bolder: true, spacing: 'None' }),
        line([model.serviceName, { text: ` · ${model.partnerName}`, subtle: true }], { spacing: 'Small' }),
        isPrivate && model.said
          ? plain(words.layout.quoted(clipped(model.said, LONGEST_SAID)), { spacing: 'Small' })
          : null,
        ...facts([
          { name: words.facts.customer, value: customerOf(model, words) },
          { name: words.facts.ownedBy, value: isPrivate ? optional(model.ownerName) : null },
          { name: words.facts.queue, value: isPrivate ? optional(model.queueName) : null },
        ]),
        model.since === null ? null : note(words.reminder.since(moment(model.since)), { spacing: 'None' }),
        canClaim
          ? note(words.reminder.orType(words.layout.command(words.verbs.claim, number)), {
              spacing: 'Medium',
            })
          : null,
        presses.length === 0 ? null : buttonRow(presses),
      ],
    });
  },
});

function customerOf({ customer, isConfidential = false }: ReminderModel, { facts: names }: Words) {
  if (!customer) return null;
  return line([customer, ...(isConfidential ? [{ text: ` (${names.onlyFor.owner})`, subtle: true }] : [])]);
}

function optional(value: string | null | undefined) {
  return value === null || value === undefined ? null : plain(value);
}

function describe(model: ReminderModel, { reminder: { said } }: Words): string {
  const { why, isPrivate, askedName, ownerName, requesterName, isHeard = true } = model;
  if (!isHeard && askedName !== null) {
    if (why === 'backup') return said.backupNotReached(askedName);
    if (why === 'lead') return said.leadNotReached(askedName);
    if (why === 'owner-lead') return said.ownerLeadNotReached(ownerName ?? '', askedName);
  }
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
