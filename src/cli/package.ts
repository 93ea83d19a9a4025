/** `npm run package` writes the app package for Teams to .data/partner-desk.zip. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findProjectRoot } from '../shared/project-root';
import { findContentDir, loadContent } from '../knowledge/load-content';
import { buildAppPackage } from './app-package';
import { listServed } from './manifest-promises';

const root = findProjectRoot();
const file = path.join(root, '.data', 'partner-desk.zip');

try {
  const content = loadContent({ dir: findContentDir(), overlayDir: undefined });
  const served = listServed(content);
  const { zip, sampled } = buildAppPackage(path.join(root, 'teamsapp'), process.env, served);
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
