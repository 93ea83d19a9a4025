/** Runs the doctor on an installation that a test has broken. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runDoctorCommand } from '../../src/cli/doctor';
import type { Finding } from '../../src/cli/doctor/finding';
import type { DatabaseOptions } from '../../src/db/database';
import { loadContent } from '../../src/knowledge/load/load-content';
import { systemClock, type Clock } from '../../src/shared/clock';
import { findProjectRoot } from '../../src/shared/project-root';
import { content } from './shared';

export interface Setup {
  readonly env?: Readonly<Record<string, string>>;
  readonly clock?: Clock;
  readonly nodeVersion?: string;
  readonly root?: string;
}

export type Found = Finding & { readonly check: string };

/** The variables that a process needs to use that database. */
export function envOf(options: DatabaseOptions): Record<string, string> {
  return 'url' in options ? { DATABASE_URL: options.url } : { DATA_DIR: path.dirname(options.file) };
}

const loadShippedOnce: typeof loadContent = (dirs) =>
  dirs.overlayDir === undefined ? content : loadContent(dirs);

export async function examine({
  env = {},
  clock = systemClock,
  nodeVersion = process.versions.node,
  root = findProjectRoot(),
}: Setup) {
  const lines: string[] = [];
  const print = (line: string) => lines.push(line);
  const code = await runDoctorCommand({
    ...{ args: ['--json'], print, root, processEnv: env, clock, nodeVersion },
    loadContent: loadShippedOnce,
  });
  const { healthy, findings } = JSON.parse(lines.join('\n')) as { healthy: boolean; findings: Found[] };
  return {
    code,
    healthy,
    text: lines.join('\n'),
    of: (check: string) => findings.filter((one) => one.check === check),
  };
}

/** A folder with the project files that the doctor reads: package.json, teamsapp and the given files in env/. */
export function makeProject(root: string, envFiles: Readonly<Record<string, string>>): string {
  const project = findProjectRoot();
  for (const name of ['package.json', 'teamsapp'])
    cpSync(path.join(project, name), path.join(root, name), { recursive: true });
  mkdirSync(path.join(root, 'env'));
  for (const [name, text] of Object.entries(envFiles)) writeFileSync(path.join(root, 'env', name), text);
  return root;
}
