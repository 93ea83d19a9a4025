import { readdirSync, realpathSync, statSync, type Stats } from 'node:fs';
import path from 'node:path';
import type { ContentProblem } from '../model/content-error';

/**
 * Lists every file under a folder by its path inside it, with slashes. It follows links, because Kubernetes mounts a
 * ConfigMap as links into a hidden folder. It skips names that begin with a dot, and reports a link that leads nowhere
 * or in a circle.
 */
export function listFiles(root: string): { readonly names: string[]; readonly problems: ContentProblem[] } {
  const names: string[] = [];
  const problems: ContentProblem[] = [];

  function walk(folder: string, prefix: string, above: readonly string[]): void {
    const here = realpathSync(folder);
    if (above.includes(here)) {
      problems.push({ file: folder, line: 1, message: 'links to a folder that contains it' });
      return;
    }
    for (const name of readdirSync(folder)) {
      if (name.startsWith('.')) continue;
      const file = path.join(folder, name);
      const found = follow(file);
      if (found === null) problems.push({ file, line: 1, message: 'links to a missing file' });
      else if (found.isDirectory()) walk(file, `${prefix}${name}/`, [...above, here]);
      else if (found.isFile()) names.push(`${prefix}${name}`);
    }
  }

  walk(root, '', []);
  return { names, problems };
}

/** Returns what a path leads to; null for a link that leads nowhere. */
function follow(file: string): Stats | null {
  try {
    return statSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ELOOP') return null;
    throw error;
  }
}
