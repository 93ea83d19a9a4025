import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ContentError } from '../../../knowledge/model/content-error';
import type * as Packager from '../../app-package';
import { listServed } from '../../manifest-promises';
import { ok, skip, type Check } from '../finding';

/** Checks that `npm run package` would build a valid app package that matches this bot. */
export const manifest: Check = {
  name: 'manifest',
  look: ({ root, env, readContent }) => {
    const folder = path.join(root, 'teamsapp');
    if (!existsSync(path.join(folder, 'manifest.json')))
      return [skip('this installation doesn’t include it')];
    const packager = loadPackager();
    if (packager === undefined) return [skip('the packaging tools aren’t installed here')];
    try {
      const { sampled } = packager.buildAppPackage(folder, env, listServed(readContent()));
      if (sampled.length === 0) return [ok('valid')];
      if (env['PARTNER_DESK_LOCAL'] === '1')
        return [ok(`valid, with sample values for ${sampled.join(', ')}`)];
      return [
        {
          severity: 'warn',
          what: `Sample values are used for ${sampled.join(', ')}`,
          where: 'teamsapp/manifest.json',
          next: 'Set them before you run `npm run package`. Otherwise the tenant rejects the package or shows the sample values.',
        },
      ];
    } catch (error) {
      if (error instanceof ContentError) return [skip('see content')];
      return listLines(error).map((what) => ({
        severity: 'fail',
        what,
        where: 'teamsapp/manifest.json',
        next: 'Fix it, then run `npm run package`.',
      }));
    }
  },
};

/** Undefined in an installation, because the packaging tools are devDependencies. */
function loadPackager(): typeof Packager | undefined {
  try {
    return createRequire(__filename)('../../app-package') as typeof Packager;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

/** The packager lists all problems under one heading. This returns one line per problem. */
function listLines(error: unknown): string[] {
  const lines = (error instanceof Error ? error.message : String(error)).split('\n- ');
  return lines.length > 1 ? lines.slice(1) : lines;
}
