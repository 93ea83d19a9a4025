/**
 * Recognises the person who asks. The evidence is the tenant that Teams authenticated and the mail address that Teams
 * returns; a display name proves nothing. A guest belongs to a partner only by the mail domains in partners.csv.
 */
import type { Database, Executor } from '../db/database';
import { isStorageFailure } from '../shared/app-error';
import type { Clock } from '../shared/clock';
import type { Organisation, Partner, Person } from './organisation';
import type { DirectoryStore, PersonLink } from './store';

/** What Teams says about the sender; `conversation/message.ts` calls it Actor. */
export interface Asker {
  readonly userId: string;
  readonly aadObjectId: string | null;
  readonly name: string;
  readonly tenantId: string | null;
  readonly findMail: () => Promise<string | null>;
}

/** A recognised asker. `person` is a colleague, `partner` another person's company; both null means a stranger. */
export interface Identity {
  readonly userId: string;
  readonly name: string;
  readonly aadObjectId: string | null;
  readonly tenantId: string | null;
  readonly person: Person | null;
  readonly partner: Partner | null;
  readonly isOperator: boolean;
}

export interface Recognition {
  recognise(asker: Asker): Promise<Identity>;
  /** A mentioned colleague; null if the account isn't known to be in the directory. */
  findMentioned(mentioned: Omit<Asker, 'tenantId'>): Promise<Person | null>;
  /** The Teams user of a person who has used the bot before, for a mention. */
  findTeamsUserId(personId: string, executor?: Executor): Promise<string | null>;
}

interface RecognitionDependencies {
  readonly database: Database;
  readonly store: DirectoryStore;
  readonly clock: Clock;
  readonly homeTenantId: string;
  readonly admins: readonly string[];
  readonly current: () => Promise<Organisation>;
}

export function createRecognition(deps: RecognitionDependencies): Recognition {
  const { database, store, clock, current } = deps;
  const homeTenantId = deps.homeTenantId.toLowerCase();
  const admins = new Set(deps.admins.map((admin) => admin.trim().toLowerCase()));
  const hasAdminsByMail = [...admins].some((admin) => admin.includes('@'));

  /**
   * Finds the person by the linked account. Otherwise it uses the mail address, only in our own tenant, and links the
   * account.
   */
  async function findPerson(
    asker: Asker,
    organisation: Organisation,
    findMail: () => Promise<string | null>,
  ) {
    if (asker.aadObjectId === null || !isAtHome(asker)) return null;
    const aadObjectId = asker.aadObjectId.toLowerCase();
    const link = await store.findLink(database.direct, aadObjectId);
    const linked = link === undefined ? undefined : organisation.findPerson(link.personId);
    if (linked !== undefined && link?.teamsUserId === asker.userId) return linked;
    const person = linked ?? findByMail(organisation, await findMail());
    if (person === undefined) return null;
    await saveLink({
      aadObjectId,
      personId: person.id,
      teamsUserId: asker.userId,
      linkedAtMs: clock.nowMs(),
    });
    return person;
  }

  /** If this fails, the person is still recognised, and the next turn links them. */
  async function saveLink(link: PersonLink): Promise<void> {
    try {
      await store.saveLink(database.direct, link);
    } catch (error) {
      if (!isStorageFailure(error)) throw error;
    }
  }

  function findByMail({ people }: Organisation, mail: string | null): Person | undefined {
    return people.find((person) => person.mail === mail);
  }

  async function findPartner(
    asker: Asker,
    organisation: Organisation,
    findMail: () => Promise<string | null>,
  ) {
    const tenantId = asker.tenantId?.toLowerCase();
    // Without a tenant, nobody vouches for the address.
    if (tenantId === undefined) return null;
    if (tenantId !== homeTenantId) {
      return organisation.partners.find((partner) => partner.tenantIds.includes(tenantId)) ?? null;
    }
    const domain = (await findMail())?.split('@').at(-1);
    if (domain === undefined) return null;
    return organisation.partners.find((partner) => partner.mailDomains.includes(domain)) ?? null;
  }

  /**
   * Checks the account, or the mail address in our own tenant. It asks Teams for that only if ADMINS lists addresses,
   * because it takes time.
   */
  async function isAdmin(
    { aadObjectId, tenantId }: Asker,
    findMail: () => Promise<string | null>,
  ): Promise<boolean> {
    if (aadObjectId !== null && admins.has(aadObjectId.toLowerCase())) return true;
    if (!hasAdminsByMail || tenantId?.toLowerCase() !== homeTenantId) return false;
    return admins.has((await findMail()) ?? '');
  }

  function isAtHome(asker: Asker): boolean {
    return asker.tenantId?.toLowerCase() === homeTenantId;
  }

  return {
    async recognise(asker) {
      const organisation = await current();
      const findMail = once(async () => (await asker.findMail())?.trim().toLowerCase() ?? null);
      const person = await findPerson(asker, organisation, findMail);
      const partner = person === null ? await findPartner(asker, organisation, findMail) : null;
      const { userId, name, aadObjectId, tenantId } = asker;
      const isOperator = await isAdmin(asker, () =>
        person === null ? findMail() : Promise.resolve(person.mail),
      );
      return { userId, name, aadObjectId, tenantId, person, partner, isOperator };
    },

    async findMentioned({ userId, aadObjectId, findMail }) {
      const organisation = await current();
      const link =
        (await store.findLinkOfUser(database.direct, userId)) ??
        (aadObjectId === null ? undefined : await store.findLink(database.direct, aadObjectId.toLowerCase()));
      const linked = link === undefined ? undefined : organisation.findPerson(link.personId);
      if (linked !== undefined) return linked;
      return findByMail(organisation, (await findMail())?.trim().toLowerCase() ?? null) ?? null;
    },

    async findTeamsUserId(personId, executor = database.direct) {
      return (await store.findLinkOfPerson(executor, personId))?.teamsUserId ?? null;
    },
  };
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let started: Promise<T> | undefined;
  return () => (started ??= work());
}
