/**
 * The people at the Playground's windows. Each belongs to the sample organisation (src/content/sample/), and the bot knows
 * them by tenant or mail address. tests/unit/cli/playground.test.ts checks that both match.
 */
import { LOCAL_HOME_TENANT } from '../../../config';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly mail: string;
  readonly aadObjectId: string;
}

export interface Seat {
  readonly name: string;
  readonly title: string;
  readonly tenantId: string;
  readonly person: Person;
  /** A colleague of ours, in the team with the queue channels. */
  readonly isColleague: boolean;
  /** The queue to register at this seat on start, and its channel. */
  readonly queue: { readonly id: string; readonly channelId: string } | null;
}

export const BOT = { id: '28:partner-desk', name: 'Partner Desk' };
export const PARTNER_TENANT = '11111111-0000-4000-8000-000000000001';
export const TEAM = { id: '19:partner-team@thread.tacv2', name: 'Partner team' };
export const PDM_CHANNEL = { id: '19:pdm-queue@thread.tacv2', name: 'PDM queue' };

function person(first: string, last: string, domain: string, tail: string): Person {
  const id = first.toLowerCase();
  return {
    id: `29:${id}`,
    name: `${first} ${last}`,
    mail: `${id}.${last.toLowerCase()}@${domain}`,
    aadObjectId: `10000000-0000-4000-8000-${tail.padStart(12, '0')}`,
  };
}

/** She leads both queues and registers them. */
export const AMARA = person('Amara', 'Diallo', 'contoso.com', 'a1');
const PRIYA = person('Priya', 'Nair', 'contoso.com', 'a2');
const TOM = person('Tom', 'Okafor', 'contoso.com', 'a3');
const LENA = person('Lena', 'Fischer', 'contoso.com', 'a4');
const JONAS = person('Jonas', 'Weber', 'contoso.com', 'a5');

/** Tells where the seat's window shows the queue's cards. Each Playground has its own copy of the channels. */
export function describeChannels({ queue }: Pick<Seat, 'queue'>): string {
  if (queue === null) return 'This window can’t show channel cards: use its 1:1 chat.';
  const name = queue.channelId === PDM_CHANNEL.id ? PDM_CHANNEL.name : 'General';
  return `Cards of the queue ${queue.id} are in the channel "${name}". Other channels stay empty here.`;
}

/** All our colleagues. The Playground needs five besides the current user. */
export const COLLEAGUES: readonly Person[] = [AMARA, PRIYA, TOM, LENA, JONAS];

/** The three seats in the README's journey. */
export const MAIN_SEATS: readonly Seat[] = [
  {
    name: 'partner',
    title: 'partner, Northwind Traders (own tenant)',
    tenantId: PARTNER_TENANT,
    person: person('Maya', 'Hoffmann', 'northwindtraders.com', 'b1'),
    isColleague: false,
    queue: null,
  },
  {
    name: 'pdm',
    title: 'Partner Development Manager',
    tenantId: LOCAL_HOME_TENANT,
    person: PRIYA,
    isColleague: true,
    queue: { id: 'pdm-emea', channelId: PDM_CHANNEL.id },
  },
  {
    name: 'pts',
    title: 'Partner Technology Strategist',
    tenantId: LOCAL_HOME_TENANT,
    person: LENA,
    isColleague: true,
    queue: { id: 'pts-emea', channelId: TEAM.id },
  },
];

/** All seats, including everyone else who plays a part in a request (`--all`). */
export const ALL_SEATS: readonly Seat[] = [
  ...MAIN_SEATS,
  {
    name: 'guest',
    title: 'partner, Tailspin Toys (guest in our tenant)',
    tenantId: LOCAL_HOME_TENANT,
    person: person('Nina', 'Park', 'tailspintoys.com', 'b2'),
    isColleague: false,
    queue: null,
  },
  {
    name: 'backup',
    title: 'PDM, backup for Priya Nair',
    tenantId: LOCAL_HOME_TENANT,
    person: TOM,
    isColleague: true,
    queue: null,
  },
  {
    name: 'lead',
    title: 'lead of both queues',
    tenantId: LOCAL_HOME_TENANT,
    person: AMARA,
    isColleague: true,
    queue: null,
  },
];
