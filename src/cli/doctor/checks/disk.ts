import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../../shared/app-error';
import type { Circumstances } from '../circumstances';
import { ok, skip, type Check, type Finding } from '../finding';

const MB = 1024 * 1024;
/** Leaves room for a write-ahead log, the content's vectors and a backup of a large database. */
const WARN_BELOW_BYTES = 1024 * MB;
const FAIL_BELOW_BYTES = 100 * MB;

export interface DiskLimits {
  readonly warnBelowBytes: number;
  readonly failBelowBytes: number;
}

/** Checks the free space on the disk of a database file. It can't check a database server's disk. */
export const disk: Check = {
  name: 'disk',
  look: (circumstances) =>
    lookAtDisk(circumstances, { warnBelowBytes: WARN_BELOW_BYTES, failBelowBytes: FAIL_BELOW_BYTES }),
};

export async function lookAtDisk(
  { databaseOptions }: Pick<Circumstances, 'databaseOptions'>,
  { warnBelowBytes, failBelowBytes }: DiskLimits,
): Promise<readonly Finding[]> {
  if (databaseOptions instanceof AppError) return [skip('see variables')];
  if ('url' in databaseOptions) return [skip('on PostgreSQL, monitor the server’s own disk')];
  const folder = findExisting(path.dirname(databaseOptions.file));
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const megabytes = `${Math.floor(free / MB)} MB free`;
  if (free >= warnBelowBytes) return [ok(megabytes)];
  return [
    {
      severity: free < failBelowBytes ? 'fail' : 'warn',
      what: `Only ${megabytes}`,
      where: folder,
      next: 'Free some space or enlarge the volume. On a full disk no request can be saved.',
    },
  ];
}

function findExisting(folder: string): string {
  return existsSync(folder) || path.dirname(folder) === folder ? folder : findExisting(path.dirname(folder));
}
