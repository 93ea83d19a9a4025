import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Finds the words in a folder's files, including the database's deleted rows and logs. */
export function findInFiles(folder: string, words: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap(({ name, parentPath }) => {
      const content = readFileSync(path.join(parentPath, name)).toString('utf8');
      const at = content.indexOf(words);
      return at === -1 ? [] : [`${name}: ${content.slice(Math.max(0, at - 200), at + 60)}`];
    });
}
