/**
 * Builds the app package that an administrator uploads: manifest and icons in a zip. Fills the manifest's `${{NAME}}`
 * placeholders from the environment, then checks the result against its schema and against the code. Needs no network.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ValidateFunction } from 'ajv';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { strToU8, zipSync } from 'fflate';
import { findBrokenPromises, type Promises, type Served } from './manifest-promises';

export interface AppPackage {
  readonly zip: Uint8Array;
  /**
   * Placeholders that got a sample value because the environment doesn't set them. Such a package isn't fit for a
   * tenant.
   */
  readonly sampled: readonly string[];
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Values for placeholders that the environment doesn't set. A placeholder that isn't listed here must be set. */
const samples: Environment = {
  TEAMS_APP_ID: '00000000-0000-0000-0000-000000000000',
  BOT_ID: '00000000-0000-0000-0000-000000000000',
  DEVELOPER_NAME: 'Partner Desk operator',
  DEVELOPER_WEBSITE_URL: 'https://example.com',
  DEVELOPER_PRIVACY_URL: 'https://example.com/privacy',
  DEVELOPER_TERMS_URL: 'https://example.com/terms',
};
/** Empty unless set. A suffix tells "Partner Desk (dev)" from "Partner Desk" in one tenant. */
const defaults: Environment = { APP_NAME_SUFFIX: '' };

const iconPixels = { color: 192, outline: 32 } as const;

/** Builds the package from the folder with manifest and icons. Throws one Error that lists every problem. */
export function buildAppPackage(folder: string, env: Environment, served: Served): AppPackage {
  const template = readFileSync(path.join(folder, 'manifest.json'), 'utf8');
  const { text, sampled, missing } = fillPlaceholders(template, env);
  const manifest = withLinks(JSON.parse(text) as Manifest, env['PUBLIC_URL'] ?? '');
  const icons = Object.entries(iconPixels).map(([kind, pixels]) => {
    const name = manifest.icons[kind as keyof typeof iconPixels];
    return { name, pixels, bytes: readFileSync(path.join(folder, name)) };
  });
  const problems = [
    ...missing.map((name) => `${name} isn’t set`),
    ...findSchemaProblems(manifest),
    ...findBrokenPromises(manifest, served),
    ...icons.flatMap(({ name, pixels, bytes }) => findIconProblems(name, pixels, bytes)),
  ];
  if (problems.length > 0) throw new Error(`The app package isn't valid:\n- ${problems.join('\n- ')}`);
  const files = Object.fromEntries(icons.map(({ name, bytes }) => [name, new Uint8Array(bytes)]));
  return {
    zip: zipSync({ 'manifest.json': strToU8(JSON.stringify(manifest, null, 2)), ...files }, { mtime: EPOCH }),
    sampled,
  };
}

/** If answers have links, Teams should ask the bot to unfurl them. */
function withLinks(manifest: Manifest, publicUrl: string): Manifest {
  if (publicUrl === '') return manifest;
  const domains = [new URL(publicUrl).hostname];
  return {
    ...manifest,
    composeExtensions: (manifest.composeExtensions ?? []).map((extension) => ({
      ...extension,
      messageHandlers: [{ type: 'link', value: { domains } }],
    })),
  };
}

interface Manifest extends Promises {
  readonly manifestVersion: string;
  readonly icons: Readonly<Record<keyof typeof iconPixels, string>>;
}

/** A fixed date, so that the same files always give the same zip. (A zip can't hold an earlier date.) */
const EPOCH = new Date('1980-01-02T00:00:00Z');

function fillPlaceholders(template: string, env: Environment) {
  const names = [...new Set(Array.from(template.matchAll(/\$\{\{(\w+)\}\}/g), ([, name = '']) => name))];
  const valueOf = (name: string) =>
    (env[name] === '' ? undefined : env[name]) ?? defaults[name] ?? samples[name];
  const text = template.replace(/\$\{\{(\w+)\}\}/g, (whole, name: string) => {
    const value = valueOf(name);
    return value === undefined ? whole : JSON.stringify(value).slice(1, -1);
  });
  return {
    text,
    sampled: names.filter((name) => !env[name] && name in samples),
    missing: names.filter((name) => valueOf(name) === undefined),
  };
}

const validators = new Map<string, ValidateFunction>();

function findValidator(manifestVersion: string): ValidateFunction {
  const known = validators.get(manifestVersion);
  if (known !== undefined) return known;
  const schemaFile = `@microsoft/app-manifest/build/json-schemas/teams/v${manifestVersion}/MicrosoftTeams.schema.json`;
  const schema = JSON.parse(readFileSync(require.resolve(schemaFile), 'utf8')) as object;
  const ajv = new Ajv({ allErrors: true, strict: false });
  addFormats(ajv);
  const validate = ajv.compile(schema);
  validators.set(manifestVersion, validate);
  return validate;
}

function findSchemaProblems(manifest: Manifest): readonly string[] {
  const validate = findValidator(manifest.manifestVersion);
  validate(manifest);
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath || '/'} ${message ?? ''}`,
  );
}

/** Bytes 16 to 23 of a PNG are its size. */
function findIconProblems(name: string, pixels: number, bytes: Buffer): readonly string[] {
  const isPng = bytes.subarray(1, 4).toString('latin1') === 'PNG';
  if (!isPng) return [`${name} isn't a PNG file`];
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  return width === pixels && height === pixels
    ? []
    : [`${name} is ${width} x ${height} pixels; it must be ${pixels} x ${pixels}`];
}
