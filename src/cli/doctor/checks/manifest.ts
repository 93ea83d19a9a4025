import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ContentError } from '../../../knowledge/content-error';
import { loadContent } from '../../../knowledge/load-content';
import type * as Packager from '../../app-package';
import { listServed } from '../../manifest-promises';
import { ok, type Check } from '../finding';

/** The app package that `npm run package` makes is valid and of this bot. */
export const manifest: Check = {
  name: 'manifest',
  look: ({ root, env, contentDir: dir, overlayDir }) => {
    const folder = path.join(root, 'teamsapp');
    if (!existsSync(path.join(folder, 'manifest.json'))) return [ok('not here: this is an installation')];
    const packager = loadPackager();
    if (packager === undefined) return [ok('not looked at: the tools to package it are not installed here')];
    try {
      const { sampled } = packager.buildAppPackage(folder, env, listServed(loadContent({ dir, overlayDir })));
      if (sampled.length === 0) return [ok('valid')];
      if (env['PARTNER_DESK_LOCAL'] === '1') return [ok(`valid, with samples for ${sampled.join(', ')}`)];
      return [
        {
          severity: 'warn',
          what: `Samples stand in for ${sampled.join(', ')}`,
          where: 'teamsapp/manifest.json',
          next: 'Set them before `npm run package`, or the tenant refuses the package or shows the sample.',
        },
      ];
    } catch (error) {
      if (error instanceof ContentError) return [ok('not looked at: the content is not valid')];
      return listLines(error).map((what) => ({
        severity: 'fail',
        what,
        where: 'teamsapp/manifest.json',
        next: 'Mend it and see `npm run package`.',
      }));
    }
  },
};

/** Its tools are devDependencies, as an installation has nothing to package: undefined without them. */
function loadPackager(): typeof Packager | undefined {
  try {
    return createRequire(__filename)('../../app-package') as typeof Packager;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

/** One line for each problem: the packager lists all of them under a heading. */
function listLines(error: unknown): string[] {
  const lines = (error instanceof Error ? error.message : String(error)).split('\n- ');
  return lines.length > 1 ? lines.slice(1) : lines;
}
