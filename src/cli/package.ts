/** `npm run package` writes the app package for Teams to .data/partner-desk.zip. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findProjectRoot } from '../shared/project-root';
import { buildAppPackage } from './app-package';

const root = findProjectRoot();
const file = path.join(root, '.data', 'partner-desk.zip');

try {
  const { zip, sampled } = buildAppPackage(path.join(root, 'teamsapp'), process.env);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, zip);
  console.log(`${path.relative(process.cwd(), file)}: ${zip.length} bytes, valid.`);
  if (sampled.length > 0) {
    console.warn(
      `Not for a tenant yet: samples stand in for ${sampled.join(', ')}. Set them in the environment.`,
    );
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
