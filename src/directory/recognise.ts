/**
 * Who is asking. The evidence is the tenant that Teams authenticated and the mail address that Teams gives; a display
 * name proves nothing. A partner's guest counts by the mail domains that partners.csv names, and by no others.
 */
import type { Database } from '../db/database';
import { isStorageFailure } from '../shared/app-error';
import type { Clock } from '../shared/clock';
import type { Organisation, Partner, Person } from './organisation';
import type { DirectoryStore, PersonLink } from './store';

/** What the edge knows of who wrote or pressed; `conversation/message.ts` has it as Actor. */
export interface Asker {
  readonly userId: string;
  readonly aadObjectId: string | null;
  readonly name: string;
  readonly tenantId: string | null;
  readonly findMail: () => Promise<string | null>;
}

/** A recognised asker. `person` is one of ours, `partner` the company of one who isn't; both null is a stranger. */
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
  /** One of ours whom somebody mentioned; null where the account is nobody of the directory, as far as is known. */
  findMentioned(mentioned: Omit<Asker, 'tenantId'>): Promise<Person | null>;
  /** The Teams user of a person who was in contact before, to be mentioned. */
  findTeamsUserId(personId: string): Promise<string | null>;
}

interface RecognitionParts {
  readonly database: Database;
  readonly store: DirectoryStore;
  readonly clock: Clock;
  readonly homeTenantId: string;
  readonly admins: readonly string[];
  readonly current: () => Promise<Organisation>;
}

export function createRecognition(parts: RecognitionParts): Recognition {
  const { database, store, clock, current } = parts;
  const homeTenantId = parts.homeTenantId.toLowerCase();
  const admins = new Set(parts.admins.map((admin) => admin.trim().toLowerCase()));
  const hasAdminsByMail = [...admins].some((admin) => admin.includes('@'));

  /** By the account that was linked before; else, in our own tenant alone, by mail, and the account is linked. */
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

  /** Best effort: the person is known all the same, and the next turn links them. */
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
    if (tenantId !== undefined && tenantId !== homeTenantId) {
      return organisation.partners.find((partner) => partner.tenantIds.includes(tenantId)) ?? null;
    }
    const domain = (await findMail())?.split('@').at(-1);
    if (domain === undefined) return null;
    return organisation.partners.find((partner) => partner.mailDomains.includes(domain)) ?? null;
  }

  /** By account; or by mail, at home and where an operator is named by mail at all, as asking Teams takes time. */
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

    async findTeamsUserId(personId) {
      return (await store.findLinkOfPerson(database.direct, personId))?.teamsUserId ?? null;
    },
  };
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let started: Promise<T> | undefined;
  return () => (started ??= work());
}
