/**
 * `npm run package` writes the app package for Teams to .data/partner-desk.zip, of this organisation's content and with the
 * names and ids of the environment or of env/.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findContentDir, loadContent } from '../knowledge/load-content';
import { listServed } from './manifest-promises';
import { readArguments } from './read-arguments';
import { runProgram } from './run-program';

runProgram('npm run package', async ({ args, root, environment, overlayDir, print, complain }) => {
  readArguments(args, [], 0);
  // Its tools are devDependencies, which an installation does not have.
  const { buildAppPackage } = await import('./app-package.js');
  const served = listServed(loadContent({ dir: findContentDir(), overlayDir }));
  const { zip, sampled } = buildAppPackage(path.join(root, 'teamsapp'), environment, served);
  const file = path.join(root, '.data', 'partner-desk.zip');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, zip);
  print(`${path.relative(process.cwd(), file)}: ${zip.length} bytes, valid.`);
  if (sampled.length > 0)
    complain(
      `Not for a tenant yet: samples stand in for ${sampled.join(', ')}. Set them in env/.env.<name>, and PARTNER_DESK_ENV=<name>.`,
    );
  return 0;
});
