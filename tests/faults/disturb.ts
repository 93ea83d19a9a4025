/** What goes wrong beside kills and failing calls: the clock is set, another version leaves messages, a file is locked. */
import { writeFileSync } from 'node:fs';
import type { DatabaseOptions } from '../../src/db/database';
import { openLibsql } from '../../src/db/libsql';
import { openStorage } from '../../src/open-storage';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from './seeded';

const HOUR_MS = 60 * 60 * 1000;

/** How far the clock is ahead after a step: behind by a day, by hours or a little, right, or ahead. */
const CLOCKS_MS = [-24 * HOUR_MS, -3 * HOUR_MS, -20_000, 0, HOUR_MS / 3, 24 * HOUR_MS] as const;

/** Sets the clock of all processes that read the file. */
export function stepClock(file: string, chance: Chance): void {
  setClock(file, chance.pick(CLOCKS_MS));
}

export function setClock(file: string, aheadMs: number): void {
  writeFileSync(file, String(aheadMs));
}

type Poison = Partial<Readonly<Record<'recipient' | 'args' | 'kind' | 'card', string>>>;
export const POISONS: readonly Poison[] = [
  { recipient: 'team:elsewhere' },
  { recipient: '' },
  { args: '{"requestId":' },
  { args: 'null' },
  { kind: 'delete' },
  { card: 'hologram' },
];

/** Leaves messages for a queue that this version of the bot cannot read. */
export async function poison(
  options: DatabaseOptions,
  queueId: string,
  chance: Chance,
  poisons: readonly Poison[],
): Promise<void> {
  const { database, outboxStore } = await openStorage(options);
  try {
    for (const values of poisons) {
      const id = `poison-${chance.between(0, 1e9)}`;
      await database.transaction(async (executor) => {
        await outboxStore.insert(executor, {
          ...({ id, kind: 'post', subject: id, to: { kind: 'queue', queueId }, card: 'handoff' } as const),
          ...{ args: {}, nowMs: Date.now() },
        });
        await executor.updateTable('outbox').set(values).where('id', '=', id).execute();
      });
    }
  } finally {
    await database.close();
  }
}

/** Holds the lock of a SQLite file, as another program would. */
export async function lockFile(file: string, forMs: number): Promise<void> {
  const other = openLibsql(file);
  try {
    for (let isHeld = false; !isHeld;) {
      try {
        other.exec('begin immediate');
        isHeld = true;
      } catch {
        // A bot is writing.
        await sleep(10);
      }
    }
    await sleep(forMs);
    other.exec('rollback');
  } finally {
    other.close();
  }
}
