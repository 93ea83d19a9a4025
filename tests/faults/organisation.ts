/** An organisation of several queues, each with two people who race for its requests, over a small content. */
import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findProjectRoot } from '../../src/shared/project-root';
import { chatOf, type Someone } from '../support/activities';
import type { FakeConnector } from '../support/fake-connector';
import { LOCAL_HOME_TENANT } from '../../src/config';

export interface Faculty {
  readonly queueId: string;
  readonly channel: { readonly id: string; readonly name: string };
  /** Asks for things. */
  readonly partner: Someone;
  /** Both may claim. */
  readonly claimers: readonly [Someone, Someone];
}

export interface Organisation {
  readonly faculties: readonly Faculty[];
  readonly fallback: { readonly queueId: string; readonly channel: Faculty['channel'] };
  /** Opens the queues. */
  readonly lead: Someone;
}

export const SERVICE_ID = 'code-clinic';

function someone(id: string, name: string, tenantId = LOCAL_HOME_TENANT): Someone {
  const aadObjectId = `30000000-0000-4000-8000-${id.padStart(12, '0')}`;
  return { id: `29:${id}`, name, mail: `${id}@ridgeway.example`, aadObjectId, tenantId };
}

function tenant(index: number): string {
  return `20000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`;
}

function channel(name: string) {
  return { id: `19:${name}@thread.tacv2`, name };
}

export function describeOrganisation(count: number): Organisation {
  return {
    faculties: Array.from({ length: count }, (_, index) => ({
      queueId: `queue-${index}`,
      channel: channel(`queue-${index}`),
      partner: someone(`c${index}`, `Partner ${index}`, tenant(index)),
      claimers: [someone(`a${index}`, `First ${index}`), someone(`b${index}`, `Second ${index}`)],
    })),
    fallback: { queueId: 'front', channel: channel('front') },
    lead: someone('d0', 'Rhys Evans'),
  };
}

/** Writes the content into the folder, and its people into the connector. */
export function writeOrganisation(
  { faculties, lead }: Organisation,
  folder: string,
  connector: FakeConnector,
): void {
  cpSync(path.join(findProjectRoot(), 'tests/support/other-organisation'), folder, { recursive: true });
  const hours = '09:00-17:00,Europe/London';
  const rows = (name: string, lines: readonly string[]) => {
    writeFileSync(path.join(folder, 'sample', name), `${lines.join('\n')}\n`);
  };
  rows('partners.csv', [
    'id,name,tenant_ids,mail_domains,region,managed,pdm,pts',
    ...faculties.map(
      (_, index) => `faculty-${index},Faculty ${index},${tenant(index)},,REGION${index},yes,a${index},`,
    ),
  ]);
  rows('people.csv', [
    'id,name,mail,role,region,solution_areas,hours,time_zone,backup,away_from,away_to',
    ...faculties.flatMap(({ claimers }, index) =>
      claimers.map(({ id, name, mail }) => `${id.slice(3)},${name},${mail},PDM,REGION${index},,${hours},,,`),
    ),
    `rhys-evans,${lead.name},${lead.mail},lead,CAMPUS,,${hours},,,`,
  ]);
  rows('queues.csv', [
    'id,name,role,region,solution_area,hours,time_zone,lead,catch_all,remind_after_hours',
    ...faculties.map(
      ({ queueId }, index) => `${queueId},Queue ${index},PDM,REGION${index},,${hours},rhys-evans,no,`,
    ),
    `front,Front office,lead,,,${hours},rhys-evans,yes,`,
  ]);
  for (const { partner, claimers } of faculties) for (const who of [partner, ...claimers]) know(who);
  know(lead);

  function know(who: Someone): void {
    const { id, name, mail, aadObjectId } = who;
    connector.members.set(chatOf(who), [{ id, name, aadObjectId, email: mail }]);
  }
}
