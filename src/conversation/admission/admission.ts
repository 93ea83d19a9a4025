/**
 * Decides who may use the bot, before anything of a turn is read or stored: people in our own tenant, in the partners'
 * tenants in the directory and in those that an operator named, each with a limit per minute. A guest in a team has the
 * host's tenant ID, and so is admitted if the host is. Every turn and every invoke asks here first.
 */
import type { Directory } from '../../directory/directory';
import type { Organisation } from '../../directory/organisation';
import { isStorageFailure } from '../../shared/app-error';
import type { Clock } from '../../shared/clock';
import type { Actor } from '../message';
import { createRateLimit } from './rate-limit';

export type Judgement =
  | { readonly outcome: 'admitted' }
  | { readonly outcome: 'unknown-tenant' }
  /** `tell`: this person wasn't told for a minute. */
  | { readonly outcome: 'too-fast'; readonly who: 'person' | 'tenant'; readonly tell: boolean };

export interface Admission {
  /**
   * Counts one of their turns. `isShown`: a refusal is shown even if they were already told. Rejects if the database
   * fails and the tenants were never read.
   */
  judge(actor: Pick<Actor, 'userId' | 'tenantId'>, isShown?: boolean): Promise<Judgement>;
  /** Whether their tenant is admitted at all. Throws like `judge`. */
  mayCome(actor: Pick<Actor, 'tenantId'>): Promise<boolean>;
  /** Counts one look-up. Clients send one with each keystroke. Throws like `judge`. */
  mayLookUp(actor: Pick<Actor, 'userId' | 'tenantId'>): Promise<boolean>;
}

export interface AdmissionDependencies {
  readonly directory: Pick<Directory, 'current'>;
  readonly clock: Clock;
  readonly homeTenantId: string;
  /** In addition to ours and the partners', in lower case. */
  readonly allowedTenants: 'any' | readonly string[];
  /** Turns a minute; null for no limit. */
  readonly rates: { readonly perUser: number | null; readonly perTenant: number | null };
}

/** A client looks up at most a few times while somebody types one word. */
const LOOKUPS_PER_TURN = 4;
/** A notice goes to each person once a minute. */
const NOTICES_PER_MINUTE = 1;

export function createAdmission(deps: AdmissionDependencies): Admission {
  const { directory, clock, allowedTenants, rates } = deps;
  const perUser = createRateLimit(rates.perUser, clock);
  const perTenant = createRateLimit(rates.perTenant, clock);
  const lookUps = createRateLimit(rates.perUser === null ? null : rates.perUser * LOOKUPS_PER_TURN, clock);
  const noticesOfTenant = createRateLimit(NOTICES_PER_MINUTE, clock);
  const alwaysIn = new Set([
    deps.homeTenantId.toLowerCase(),
    ...(allowedTenants === 'any' ? [] : allowedTenants),
  ]);
  let lastSeen: Organisation | undefined;

  /** The current directory; while the database is unavailable, the last one read. */
  async function findOrganisation(): Promise<Organisation> {
    try {
      lastSeen = await directory.current();
      return lastSeen;
    } catch (error) {
      if (lastSeen === undefined || !isStorageFailure(error)) throw error;
      return lastSeen;
    }
  }

  async function isAdmitted(tenantId: string | null): Promise<boolean> {
    if (allowedTenants === 'any') return true;
    if (tenantId === null) return false;
    if (alwaysIn.has(tenantId)) return true;
    const { partners } = await findOrganisation();
    return partners.some(({ tenantIds }) => tenantIds.includes(tenantId));
  }

  return {
    mayCome: ({ tenantId }) => isAdmitted(tenantId?.toLowerCase() ?? null),

    mayLookUp: async ({ userId, tenantId }) =>
      (await isAdmitted(tenantId?.toLowerCase() ?? null)) && lookUps.take(userId).ok,

    async judge(actor, isShown = false) {
      const tenantId = actor.tenantId?.toLowerCase() ?? null;
      if (!(await isAdmitted(tenantId))) return { outcome: 'unknown-tenant' };
      const person = perUser.take(actor.userId, isShown);
      if (!person.ok) return { outcome: 'too-fast', who: 'person', tell: person.tell };
      const tenant = perTenant.take(tenantId ?? '');
      if (!tenant.ok)
        return {
          outcome: 'too-fast',
          who: 'tenant',
          tell: !isShown && noticesOfTenant.take(actor.userId).ok,
        };
      return { outcome: 'admitted' };
    },
  };
}
