import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { buildAppPackage } from '../../../src/cli/app-package';

const root = path.join(__dirname, '../../..');
const source = path.join(root, 'teamsapp');
const env = {
  TEAMS_APP_ID: '11111111-1111-1111-1111-111111111111',
  BOT_ID: '22222222-2222-2222-2222-222222222222',
  DEVELOPER_NAME: 'Fabrikam "Partner" Team',
  DEVELOPER_WEBSITE_URL: 'https://fabrikam.example',
  DEVELOPER_PRIVACY_URL: 'https://fabrikam.example/privacy',
  DEVELOPER_TERMS_URL: 'https://fabrikam.example/terms',
};

interface Manifest {
  id: string;
  version: string;
  name: { short: string; full: string };
  developer: { name: string };
  bots: { botId: string; scopes: string[] }[];
}

function manifestOf(zip: Uint8Array): Manifest {
  return JSON.parse(strFromU8(unzipSync(zip)['manifest.json']!)) as Manifest;
}

describe('the app package', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'partner-desk-app-'));
    for (const name of ['manifest.json', 'color.png', 'outline.png'])
      copyFileSync(path.join(source, name), path.join(folder, name));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function rewrite(change: (text: string) => string): void {
    const file = path.join(folder, 'manifest.json');
    writeFileSync(file, change(readFileSync(file, 'utf8')));
  }

  it('holds manifest and icons with the ids of the environment', () => {
    const { zip, sampled } = buildAppPackage(folder, env);
    expect(Object.keys(unzipSync(zip)).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
    const manifest = manifestOf(zip);
    expect(manifest.id).toBe(env.TEAMS_APP_ID);
    expect(manifest.bots.map(({ botId }) => botId)).toEqual([env.BOT_ID]);
    expect(manifest.developer.name).toBe(env.DEVELOPER_NAME);
    expect(sampled).toEqual([]);
  });

  it('has the version of the package and serves all three scopes', () => {
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;
    const manifest = manifestOf(buildAppPackage(folder, env).zip);
    expect(manifest.version).toBe(version);
    expect(manifest.bots[0]?.scopes).toEqual(['personal', 'team', 'groupChat']);
  });

  it('is not named after the product it runs in', () => {
    const { name } = manifestOf(buildAppPackage(folder, env).zip);
    expect(`${name.short} ${name.full}`).not.toMatch(/teams|microsoft/i);
  });

  it('is the same zip for the same files', () => {
    expect(buildAppPackage(folder, env).zip).toEqual(buildAppPackage(folder, env).zip);
  });

  it('says which values are samples', () => {
    expect(buildAppPackage(folder, { ...env, BOT_ID: '' }).sampled).toEqual(['BOT_ID']);
  });

  it('is refused with everything that is wrong at once', () => {
    rewrite((text) => text.replace('"accentColor": "#4F52B2"', '"accentColor": "blue", "colour": "blue"'));
    copyFileSync(path.join(folder, 'color.png'), path.join(folder, 'outline.png'));
    expect(() => buildAppPackage(folder, { ...env, BOT_ID: 'bot' })).toThrow(
      /\/ must NOT have additional properties[^]*\/accentColor must match[^]*\/bots\/0\/botId must match[^]*outline\.png is 192 x 192 pixels, not 32 x 32/,
    );
  });

  it('is refused when a placeholder has neither value nor sample', () => {
    rewrite((text) => text.replace('#4F52B2', '${{ACCENT}}'));
    expect(() => buildAppPackage(folder, env)).toThrow('ACCENT is not set');
  });
});
