import { OrganisationContent } from './organisation';
import type { DirectoryStore } from './store';

export function createDirectoryStore(): DirectoryStore {
  return {
    async readVersion(executor) {
      const row = await executor
        .selectFrom('directory_versions')
        .select('version')
        .where('undone_at_ms', 'is', null)
        .orderBy('version', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row?.version ?? 0;
    },

    async listLatest(executor, count) {
      const rows = await executor
        .selectFrom('directory_versions')
        .selectAll()
        .where('undone_at_ms', 'is', null)
        .orderBy('version', 'desc')
        .limit(count)
        .execute();
      return rows.map((row) => ({
        version: row.version,
        content: OrganisationContent.parse(JSON.parse(row.content)),
        isSample: row.is_sample === 1,
        importedBy: row.imported_by,
        importedAtMs: row.imported_at_ms,
      }));
    },

    async addVersion(executor, { content, isSample, importedBy, importedAtMs }) {
      const last = await executor
        .selectFrom('directory_versions')
        .select('version')
        .orderBy('version', 'desc')
        .limit(1)
        .executeTakeFirst();
      const version = (last?.version ?? 0) + 1;
      await executor
        .insertInto('directory_versions')
        .values({
          version,
          content: JSON.stringify(content),
          is_sample: isSample ? 1 : 0,
          imported_by: importedBy,
          imported_at_ms: importedAtMs,
          undone_at_ms: null,
        })
        .execute();
      return version;
    },

    async markUndone(executor, version, atMs) {
      await executor
        .updateTable('directory_versions')
        .set({ undone_at_ms: atMs })
        .where('version', '=', version)
        .execute();
    },

    async dropBefore(executor, version) {
      await executor.deleteFrom('directory_versions').where('version', '<', version).execute();
    },

    async findLink(executor, aadObjectId) {
      const row = await executor
        .selectFrom('person_links')
        .selectAll()
        .where('aad_object_id', '=', aadObjectId)
        .executeTakeFirst();
      return row === undefined ? undefined : toLink(row);
    },

    async findLinkOfUser(executor, teamsUserId) {
      const row = await executor
        .selectFrom('person_links')
        .selectAll()
        .where('teams_user_id', '=', teamsUserId)
        .orderBy('linked_at_ms', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? undefined : toLink(row);
    },

    async findLinkOfPerson(executor, personId) {
      const row = await executor
        .selectFrom('person_links')
        .selectAll()
        .where('person_id', '=', personId)
        .orderBy('linked_at_ms', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? undefined : toLink(row);
    },

    async saveLink(executor, link) {
      const changes = {
        person_id: link.personId,
        teams_user_id: link.teamsUserId,
        linked_at_ms: link.linkedAtMs,
      };
      await executor
        .insertInto('person_links')
        .values({ aad_object_id: link.aadObjectId, ...changes })
        .onConflict((conflict) => conflict.column('aad_object_id').doUpdateSet(changes))
        .execute();
    },
  };
}

function toLink(row: {
  aad_object_id: string;
  person_id: string;
  teams_user_id: string;
  linked_at_ms: number;
}) {
  return {
    aadObjectId: row.aad_object_id,
    personId: row.person_id,
    teamsUserId: row.teams_user_id,
    linkedAtMs: row.linked_at_ms,
  };
}
