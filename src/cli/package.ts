/**
 * `npm run package` writes the Teams app package to .data/partner-desk.zip, with this organisation's content and the
 * names and IDs from the environment or env/.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findContentDir, loadContent } from '../knowledge/load/load-content';
import { listServed } from './manifest-promises';
import { DeskCommand } from './command';
import type { Terminal } from './run-program';

export const packageCommand = (terminal: Terminal) =>
  new DeskCommand('package')
    .description('Builds the Teams app package, .data/partner-desk.zip, and checks it.')
    .does(() => buildPackage(terminal));

async function buildPackage({ root, environment, overlayDir, print, complain }: Terminal): Promise<0> {
  // The packaging tools are devDependencies, which an installation doesn't have.
  const { buildAppPackage } = await import('./app-package.js');
  const served = listServed(loadContent({ dir: findContentDir(), overlayDir }));
  const { zip, sampled } = buildAppPackage(path.join(root, 'teamsapp'), environment, served);
  const file = path.join(root, '.data', 'partner-desk.zip');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, zip);
  print(`Wrote ${path.relative(process.cwd(), file)} (${zip.length} bytes). The package is valid.`);
  if (sampled.length > 0)
    complain(
      `It isn’t ready for a tenant yet: it has sample values for ${sampled.join(', ')}. Set them in env/.env.<name> and set PARTNER_DESK_ENV=<name>.`,
    );
  return 0;
}
