/**
 * Checks that the bot contains exactly these packages, from no named registry, each with a licence to ship and credited
 * if necessary.
 */
import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isAllowed, licenceOf } from '../../src/cli/develop/licences/allowed';
import { listShipped } from '../../src/cli/develop/licences/shipped';
import { findProjectRoot } from '../../src/shared/project-root';

const root = findProjectRoot();
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

interface Manifest {
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
  readonly overrides: Record<string, string>;
}
interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
}
const manifest = JSON.parse(read('package.json')) as Manifest;
const lock = JSON.parse(read('package-lock.json')) as {
  packages: Record<string, LockedPackage & Partial<Manifest>>;
};
const locked = Object.entries(lock.packages).filter(([folder]) => folder !== '');

describe('a dependency', () => {
  const direct = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });

  it('is asked for in one version, and the lock and the installed tree have that one', () => {
    expect(direct.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
    const { dependencies, devDependencies } = lock.packages['']!;
    expect({ dependencies, devDependencies }).toEqual({
      dependencies: manifest.dependencies,
      devDependencies: manifest.devDependencies,
    });
    for (const [name, version] of direct) {
      expect([name, lock.packages[`node_modules/${name}`]?.version]).toEqual([name, version]);
      const installed = JSON.parse(read(`node_modules/${name}/package.json`)) as { version: string };
      expect([name, installed.version]).toEqual([name, version]);
    }
  });

  it('is overridden by one version alone', () => {
    expect(Object.values(manifest.overrides).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual(
      [],
    );
  });

  it('is locked by its content, and no registry is named', () => {
    expect(locked.filter(([, { integrity, link }]) => !link && !integrity?.startsWith('sha512-'))).toEqual(
      [],
    );
    expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
    expect(read('package-lock.json') + read('.npmrc')).not.toMatch(/registry\s*=|https?:\/\/[^"]*registry/i);
  });
});

describe('what ships', () => {
  const shipped = listShipped(root);

  it('is more than nothing, and each package under a licence that allows it', () => {
    expect(shipped.length).toBeGreaterThan(100);
    expect(shipped.filter((one) => !isAllowed(licenceOf(one) ?? ''))).toEqual([]);
  });

  it('brings the text of its licence, or is named with it in NOTICE', () => {
    const notice = read('NOTICE').split('\n');
    const silent = shipped.filter(({ hasText }) => !hasText);
    // Each platform has its own prebuilt libraries.
    const nameOf = ({ name }: { name: string }) => name.replace(/^(@libsql)\/.*/, '$1/*');
    const lines = [...new Set(silent.map((one) => `  ${nameOf(one)}: ${licenceOf(one) ?? ''}`))].sort();
    const named = notice.filter((line) => /^ {2}\S+: \S+$/.test(line)).sort();
    expect(named).toEqual(lines);
  });

  it.each([
    ['(MIT OR GPL-3.0-only)', true],
    ['MIT AND Apache-2.0', true],
    ['MIT AND GPL-3.0-only', false],
    ['SEE LICENSE IN EULA.txt', false],
    ['UNLICENSED', false],
    ['AGPL-3.0', false],
    ['', false],
  ])('under %s: %s', (expression, allowed) => {
    expect(isAllowed(expression)).toBe(allowed);
  });
});
