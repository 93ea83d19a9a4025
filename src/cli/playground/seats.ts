/**
 * Who sits at the Playground's windows. Each is a person of the sample organisation (src/content/sample/), known to
 * the bot by tenant or mail address; tests/unit/cli/playground.test.ts holds the two together.
 */
import { LOCAL_HOME_TENANT } from '../../config';

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
  /** One of ours: in the team with the queues' channels. */
  readonly isColleague: boolean;
  /** The queue that is registered at this seat on start, and the channel that shows it. */
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

/** The lead of both queues, who registers them. */
export const AMARA = person('Amara', 'Diallo', 'contoso.com', 'a1');
const PRIYA = person('Priya', 'Nair', 'contoso.com', 'a2');
const TOM = person('Tom', 'Okafor', 'contoso.com', 'a3');
const LENA = person('Lena', 'Fischer', 'contoso.com', 'a4');
const JONAS = person('Jonas', 'Weber', 'contoso.com', 'a5');

/** Everyone of ours; the Playground takes five beside the one at the window. */
export const COLLEAGUES: readonly Person[] = [AMARA, PRIYA, TOM, LENA, JONAS];

/** The three seats of the README's journey. */
export const MAIN_SEATS: readonly Seat[] = [
  {
    name: 'partner',
    title: 'partner, Northwind Traders (a tenant of its own)',
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

/** Those, and who else has a part in the life of a request (`--all`). */
export const ALL_SEATS: readonly Seat[] = [
  ...MAIN_SEATS,
  {
    name: 'guest',
    title: 'partner, Tailspin Toys (a guest in our tenant)',
    tenantId: LOCAL_HOME_TENANT,
    person: person('Nina', 'Park', 'tailspintoys.com', 'b2'),
    isColleague: false,
    queue: null,
  },
  {
    name: 'backup',
    title: 'PDM, backup of Priya Nair',
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
