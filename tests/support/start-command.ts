import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findProjectRoot } from '../../src/shared/project-root';

/** What `npm start` gives to Node: flags, and the script's path from the project's root. */
export function readStartCommand(): { readonly flags: readonly string[]; readonly script: string } {
  const file = path.join(findProjectRoot(), 'package.json');
  const { scripts } = JSON.parse(readFileSync(file, 'utf8')) as { scripts: { start: string } };
  const [node, ...rest] = scripts.start.split(' ');
  const script = rest.at(-1);
  if (node !== 'node' || script === undefined) throw new Error(`npm start is "${scripts.start}".`);
  return { flags: rest.slice(0, -1), script };
}
