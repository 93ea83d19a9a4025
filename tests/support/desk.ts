import path from 'node:path';
import type { DatabaseOptions } from '../../src/db/database';
import { createCore, type Core } from '../../src/core';
import type { Directory } from '../../src/directory/directory';
import { readDirectoryFiles } from '../../src/directory/files';
import type { DirectoryFiles } from '../../src/directory/csv';
import type { Identity } from '../../src/directory/recognise';
import { loadRoutingRules } from '../../src/engagement/routing/routing-rules';
import type { Address } from '../../src/outbox/courier';
import { makeTestDatabase } from './database';
import { content, getSafety } from './shared';

export const HOME_TENANT = 'aaaaaaaa-0000-4000-8000-000000000000';
export const CONTENT = path.join(__dirname, '../../src/content');
export const SAMPLE = path.join(CONTENT, 'sample');

/** A clock that moves only when a test advances it. */
export function createFakeClock(startMs = Date.UTC(2026, 10, 23, 10)) {
  let nowMs = startMs;
  return {
    nowMs: () => nowMs,
    advance: (ms: number) => {
      nowMs += ms;
    },
  };
}

export interface TestDesk extends Core {
  readonly clock: ReturnType<typeof createFakeClock>;
  /** The options to open its database a second time. */
  readonly options: DatabaseOptions;
}

/** Opens a desk on a real database of the suite's engine, with the sample organisation unless other files are given. */
export async function openTestDesk({
  files,
  admins = [],
  mostOpenEach = null,
}: { files?: DirectoryFiles; admins?: string[]; mostOpenEach?: number | null } = {}): Promise<TestDesk> {
  const made = await makeTestDatabase();
  const clock = createFakeClock();
  let ids = 0;
  const core = await createCore({
    database: made.options,
    ...{ clock, newId: () => `id-${(ids += 1)}`, homeTenantId: HOME_TENANT, admins, mostOpenEach },
    routingRules: await loadRoutingRules(path.join(CONTENT, 'routing.yaml')),
    declineReasons: content.declineReasons,
    mayKeep: (words) => Promise.resolve(!getSafety().describesVulnerability(words)),
  });
  const imported = await core.directory.importDirectory(files ?? (await readDirectoryFiles(SAMPLE)), {
    by: 'test',
    isSample: true,
  });
  if (imported.outcome !== 'imported') throw new Error(JSON.stringify(imported));
  return {
    ...core,
    clock,
    options: made.options,
    close: async () => {
      await core.close();
      await made.remove();
    },
  };
}

/** A colleague in the sample organisation, by their row's id. */
export async function person(directory: Directory, id: string, isOperator = false): Promise<Identity> {
  const found = (await directory.current()).findPerson(id);
  if (found === undefined) throw new Error(`Nobody called ${id}`);
  return {
    userId: `29:${id}`,
    name: found.name,
    aadObjectId: `aad-${id}`,
    tenantId: HOME_TENANT,
    person: found,
    partner: null,
    isOperator,
  };
}

/** A person at a partner, or a stranger if there's no partner. */
export async function requester(
  directory: Directory,
  partnerId: string | null,
  name: string,
): Promise<Identity> {
  const partner = partnerId === null ? null : ((await directory.current()).findPartner(partnerId) ?? null);
  return {
    userId: `29:${name}`,
    name,
    aadObjectId: `aad-${name}`,
    tenantId: partner?.tenantIds[0] ?? 'elsewhere',
    person: null,
    partner,
    isOperator: false,
  };
}

export function personalAddress(userId: string): Address {
  return {
    kind: 'personal',
    serviceUrl: 'http://127.0.0.1/',
    conversationId: `1:1-${userId}`,
    tenantId: null,
    botId: '28:bot',
    userId,
  };
}

export function channelAddress(channel: string): Address {
  return { ...personalAddress(''), kind: 'channel', conversationId: `19:${channel}`, userId: null };
}

/** A valid form, with optional `changes`. */
export function submission(changes: Readonly<Record<string, unknown>> = {}) {
  return {
    submissionId: 'form-1',
    service: { id: 'architecture-design-session', name: 'Architecture Design Session', motion: 'sell-with' },
    customer: 'Fabrikam',
    isConfidential: false,
    solutionArea: { id: 'data-ai', name: 'Data & AI' },
    wantedBy: '2026-12-01',
    details: 'A lakehouse for forty shops.',
    choice: { role: null, person: null },
    ...changes,
  };
}
