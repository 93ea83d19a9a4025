import { createHmac } from 'node:crypto';
import type { Database } from '../db/database';
import type { NewId } from '../shared/ids';
import type { PrivacyStore } from './store';

/** Keyed hashes of this database: the same for the same words, and of no use to who has not its secret. */
export interface Accounts {
  /** Takes note which account a Teams user has, so that they are found when they ask for their data. */
  remember(teamsUserId: string, objectId: string): Promise<void>;
  hash(words: string): Promise<string>;
}

export function createAccounts({
  database,
  store,
  newId,
}: {
  readonly database: Database;
  readonly store: PrivacyStore;
  readonly newId: NewId;
}): Accounts {
  let secret: string | undefined;

  async function hash(words: string): Promise<string> {
    secret ??= await store.readSecret(database.direct, 'people', `${newId()}${newId()}`);
    return createHmac('sha256', secret).update(words).digest('hex').slice(0, 32);
  }

  return {
    hash,
    async remember(teamsUserId, objectId) {
      const key = await hash(`account:${objectId.toLowerCase()}`);
      if ((await store.findAccountKey(database.direct, teamsUserId)) === key) return;
      await store.saveAccount(database.direct, teamsUserId, key);
    },
  };
}
