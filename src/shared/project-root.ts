import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * The folder with package.json, found by going up from this file, so that compiled and source code read the same content.
 * Throws if there's none.
 */
export function findProjectRoot(from: string = __dirname): string {
  if (existsSync(path.join(from, 'package.json'))) return from;
  const parent = path.dirname(from);
  if (parent === from)
    throw new Error('Found no package.json above the program. Run it from inside the project folder.');
  return findProjectRoot(parent);
}
