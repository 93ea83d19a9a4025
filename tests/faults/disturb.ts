/** What goes wrong beside kills and failing calls: the clock is set, and another version of the bot leaves its messages. */
import { writeFileSync } from 'node:fs';
import type { DatabaseOptions } from '../../src/db/database';
import { openStorage } from '../../src/open-storage';
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

const POISONS = [
  { recipient: 'team:elsewhere' },
  { args: '{"requestId":' },
  { kind: 'delete' },
  { card: 'hologram' },
] as const;

/** Leaves a message for a queue that this version of the bot cannot read. */
export async function poison(options: DatabaseOptions, queueId: string, chance: Chance): Promise<void> {
  const { database, outboxStore } = await openStorage(options);
  const id = `poison-${chance.between(0, 1e9)}`;
  try {
    await database.transaction(async (executor) => {
      await outboxStore.insert(executor, {
        ...({ id, kind: 'post', subject: id, to: { kind: 'queue', queueId }, card: 'handoff' } as const),
        ...{ args: {}, nowMs: Date.now() },
      });
      await executor.updateTable('outbox').set(chance.pick(POISONS)).where('id', '=', id).execute();
    });
  } finally {
    await database.close();
  }
}
