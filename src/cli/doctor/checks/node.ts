import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ok, type Check } from '../finding';

/** Checks that Node.js is at least the version that package.json requires. */
export const node: Check = {
  name: 'node',
  look: ({ root, nodeVersion }) => {
    const { engines } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      engines: { node: string };
    };
    const least = engines.node.replace(/^>=/, '');
    if (compareVersions(nodeVersion, least) >= 0) return [ok(`Node.js ${nodeVersion}`)];
    return [
      {
        severity: 'fail',
        what: `Node.js ${nodeVersion} is too old`,
        next: `Install Node.js ${least} or later.`,
      },
    ];
  },
};

function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  return [0, 1, 2].map((place) => (left?.[place] ?? 0) - (right?.[place] ?? 0)).find((gap) => gap !== 0) ?? 0;
}
