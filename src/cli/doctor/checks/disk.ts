import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../../shared/app-error';
import type { Circumstances } from '../circumstances';
import { ok, type Check, type Finding } from '../finding';

const MB = 1024 * 1024;
/** A write-ahead log, the vectors of the content and a backup of a grown database fit well into that. */
const WARN_BELOW_BYTES = 1024 * MB;
const FAIL_BELOW_BYTES = 100 * MB;

export interface DiskLimits {
  readonly warnBelowBytes: number;
  readonly failBelowBytes: number;
}

/** The disk of a database file has room. A server looks after its own. */
export const disk: Check = {
  name: 'disk',
  look: (circumstances) =>
    lookAtDisk(circumstances, { warnBelowBytes: WARN_BELOW_BYTES, failBelowBytes: FAIL_BELOW_BYTES }),
};

export async function lookAtDisk(
  { databaseOptions }: Pick<Circumstances, 'databaseOptions'>,
  { warnBelowBytes, failBelowBytes }: DiskLimits,
): Promise<readonly Finding[]> {
  if (databaseOptions instanceof AppError)
    return [{ severity: 'fail', what: 'Not looked at: see variables' }];
  if ('url' in databaseOptions) return [ok('the server’s: watch it there')];
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
      next: 'Make room or enlarge the volume: a full disk stores no request.',
    },
  ];
}

function findExisting(folder: string): string {
  return existsSync(folder) || path.dirname(folder) === folder ? folder : findExisting(path.dirname(folder));
}
