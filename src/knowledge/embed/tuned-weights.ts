/**
 * The encoder's weights with the tuning added. Adding it takes a second or two of processor time, so a build does it
 * once (`npm run build`) and every start reads the result. Without that file, the start adds the tuning itself.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { findProjectRoot } from '../../shared/project-root';
import { applyTuning, TUNING_ENDING, type Tuning } from './tuning';

/** The folder that a build writes them to. */
export const TUNED_FOLDER = path.join(findProjectRoot(), 'dist', 'encoder');

/** Finds the file for this tuning of these weights; null if no build wrote it or one wrote only a part. */
export function findTunedFile({ hash }: Tuning, weightsFile: string, folder = TUNED_FOLDER): string | null {
  const file = nameTunedFile(hash, weightsFile, folder);
  const built = statSync(file, { throwIfNoEntry: false });
  return built?.size === statSync(weightsFile).size ? file : null;
}

/** Writes the file unless it's there, and removes files of other tunings. Throws if the disk doesn't accept it. */
export function writeTunedFile(tuning: Tuning, weightsFile: string, folder = TUNED_FOLDER): void {
  if (findTunedFile(tuning, weightsFile, folder) !== null) return;
  const weights = new Uint8Array(readFileSync(weightsFile));
  applyTuning(weights, tuning.bytes);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) rmSync(path.join(folder, name));
  const file = nameTunedFile(tuning.hash, weightsFile, folder);
  // The file is replaced in one step, because a start during the build must not read half of it.
  const temporary = `${file}.${String(process.pid)}.tmp`;
  writeFileSync(temporary, weights);
  renameSync(temporary, file);
}

function nameTunedFile(hash: string, weightsFile: string, folder: string): string {
  const manifest = readFileSync(path.join(path.dirname(weightsFile), '..', 'package.json'), 'utf8');
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(manifest));
  return path.join(folder, `${version}-${hash}${TUNING_ENDING}`);
}
