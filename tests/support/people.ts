import { LOCAL_HOME_TENANT } from '../../src/config';
import type { Someone } from './activities';

export interface Channel {
  readonly id: string;
  readonly name: string;
}

export const PDM_CHANNEL: Channel = { id: '19:pdm-queue@thread.tacv2', name: 'PDM queue' };
export const PTS_CHANNEL: Channel = { id: '19:pts-queue@thread.tacv2', name: 'PTS queue' };
export const FALLBACK_CHANNEL: Channel = { id: '19:fallback@thread.tacv2', name: 'General queue' };

const NORTHWIND_TENANT = '11111111-0000-4000-8000-000000000001';
const TAILSPIN_TENANT = '11111111-0000-4000-8000-000000000002';

export function someone(id: string, name: string, mail: string, tenantId = LOCAL_HOME_TENANT): Someone {
  return {
    id: `29:${id}`,
    name,
    mail,
    aadObjectId: `10000000-0000-4000-8000-${id.padEnd(12, '0')}`,
    tenantId,
  };
}

/** People in the sample organisation, and people at partners. */
export const people = {
  maya: someone('b1', 'Maya Hoffmann', 'maya.hoffmann@northwindtraders.com', NORTHWIND_TENANT),
  nils: someone('b2', 'Nils Berg', 'nils.berg@northwindtraders.com', NORTHWIND_TENANT),
  /** A guest in our tenant. Only their mail address shows their company. */
  gia: someone('b3', 'Gia Rossi', 'gia.rossi_northwindtraders.com#EXT#@contoso.onmicrosoft.com'),
  /** At a partner with a PTS but no PDM. */
  tess: someone('b5', 'Tess Quinn', 'tess.quinn@tailspintoys.com', TAILSPIN_TENANT),
  stranger: someone('b4', 'Sam Doe', 'sam@unheard-of.example', '90000000-0000-4000-8000-000000000000'),
  priya: someone('a1', 'Priya Nair', 'priya.nair@contoso.com'),
  tom: someone('a2', 'Tom Okafor', 'tom.okafor@contoso.com'),
  lena: someone('a3', 'Lena Fischer', 'lena.fischer@contoso.com'),
  amara: someone('a4', 'Amara Diallo', 'amara.diallo@contoso.com'),
  jonas: someone('a5', 'Jonas Weber', 'jonas.weber@contoso.com'),
};
