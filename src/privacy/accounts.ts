import { createHmac } from 'node:crypto';
import type { Database } from '../db/database';
import type { NewId } from '../shared/ids';
import type { PrivacyStore } from './store';

/** Keyed hashes of this database. They're equal for equal input, and useless without its secret. */
export interface Accounts {
  /** Records a Teams user's account, so that we find the person when they ask for their data. */
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
