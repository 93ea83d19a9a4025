import { LOCAL_HOME_TENANT } from '../../config';

/**
 * Who sits at the Playground's windows. Each is a person of the sample organisation (src/content/sample/), known to
 * the bot by mail address; a test holds the two together.
 */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly mail: string;
  readonly aadObjectId: string;
}

export interface Seat {
  readonly name: 'partner' | 'pdm' | 'pts';
  readonly title: string;
  readonly port: number;
  readonly tenantId: string;
  readonly person: Person;
  /** The queue that this seat's team gets on start, and the channel that shows it. */
  readonly queue: { readonly id: string; readonly channelId: string } | null;
}

export const BOT = { id: '28:partner-desk', name: 'Partner Desk' };
export const PARTNER_TENANT = '11111111-0000-4000-8000-000000000001';
export const TEAM = { id: '19:partner-team@thread.tacv2', name: 'Partner team' };
export const PDM_CHANNEL = { id: '19:pdm-queue@thread.tacv2', name: 'PDM queue' };

const MAYA: Person = {
  id: '29:maya',
  name: 'Maya Hoffmann',
  mail: 'maya.hoffmann@northwindtraders.com',
  aadObjectId: '20000000-0000-4000-8000-00000000000a',
};
const PRIYA: Person = {
  id: '29:priya',
  name: 'Priya Nair',
  mail: 'priya.nair@contoso.com',
  aadObjectId: '10000000-0000-4000-8000-00000000000b',
};
const LENA: Person = {
  id: '29:lena',
  name: 'Lena Fischer',
  mail: 'lena.fischer@contoso.com',
  aadObjectId: '10000000-0000-4000-8000-00000000000c',
};

/** The lead of both queues: in the team of each seat, and the one who registers them. */
export const AMARA: Person = {
  id: '29:amara',
  name: 'Amara Diallo',
  mail: 'amara.diallo@contoso.com',
  aadObjectId: '10000000-0000-4000-8000-00000000000d',
};

/** Further members of both teams, who are in the queues but have no window. */
export const TEAMMATES: readonly Person[] = [
  {
    id: '29:tom',
    name: 'Tom Okafor',
    mail: 'tom.okafor@contoso.com',
    aadObjectId: '10000000-0000-4000-8000-00000000000e',
  },
  {
    id: '29:jonas',
    name: 'Jonas Weber',
    mail: 'jonas.weber@contoso.com',
    aadObjectId: '10000000-0000-4000-8000-00000000000f',
  },
];

export const SEATS: readonly Seat[] = [
  {
    name: 'partner',
    title: 'partner, Northwind Traders (a tenant of its own)',
    port: 56_150,
    tenantId: PARTNER_TENANT,
    person: MAYA,
    queue: null,
  },
  {
    name: 'pdm',
    title: 'Partner Development Manager',
    port: 56_151,
    tenantId: LOCAL_HOME_TENANT,
    person: PRIYA,
    queue: { id: 'pdm-emea', channelId: PDM_CHANNEL.id },
  },
  {
    name: 'pts',
    title: 'Partner Technology Strategist',
    port: 56_152,
    tenantId: LOCAL_HOME_TENANT,
    person: LENA,
    queue: { id: 'pts-emea', channelId: TEAM.id },
  },
];
