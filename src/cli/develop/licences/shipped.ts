import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod/v4';

/** One package that ships with the bot, as installed by `npm ci --omit=dev`. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** The SPDX expression that the package declares, or null. */
  readonly licence: string | null;
  /** Whether the package includes its licence text. */
  readonly hasText: boolean;
}

const Lock = z.object({
  packages: z.record(z.string(), z.looseObject({ dev: z.boolean().default(false) })),
});
const Named = z.union([z.string(), z.looseObject({ type: z.string() }).transform(({ type }) => type)]);
const Manifest = z.looseObject({
  name: z.string(),
  version: z.string(),
  license: Named.optional(),
  licenses: z.array(Named).optional(),
});

/** Lists packages by name, without packages for other platforms, which aren't installed here. */
export function listShipped(root: string): ShippedPackage[] {
  const lock = Lock.parse(readJson(path.join(root, 'package-lock.json')));
  return Object.entries(lock.packages)
    .filter(([folder, { dev }]) => folder !== '' && !dev)
    .map(([folder]) => path.join(root, folder))
    .filter((folder) => existsSync(folder))
    .map(readPackage)
    .sort((a, b) => a.name.localeCompare(b.name));
}

function readPackage(folder: string): ShippedPackage {
  const {
    name,
    version,
    license,
    licenses = [],
  } = Manifest.parse(readJson(path.join(folder, 'package.json')));
  const declared = license ?? (licenses.length > 0 ? licenses.join(' OR ') : null);
  const hasText = readdirSync(folder).some((file) => /^(licen[cs]e|copying)/i.test(file));
  return { name, version, licence: declared, hasText };
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
