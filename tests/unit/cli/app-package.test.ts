import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { buildAppPackage } from '../../../src/cli/app-package';
import { listServed } from '../../../src/cli/manifest-promises';
import { content } from '../../support/shared';

const root = path.join(__dirname, '../../..');
const source = path.join(root, 'teamsapp');
const served = listServed(content);
const env = {
  TEAMS_APP_ID: '11111111-1111-1111-1111-111111111111',
  BOT_ID: '22222222-2222-2222-2222-222222222222',
  DEVELOPER_NAME: 'Fabrikam "Partner" Team',
  DEVELOPER_WEBSITE_URL: 'https://fabrikam.example',
  DEVELOPER_PRIVACY_URL: 'https://fabrikam.example/privacy',
  DEVELOPER_TERMS_URL: 'https://fabrikam.example/terms',
};

interface Manifest {
  manifestVersion: string;
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

  function build(environment: Record<string, string> = env) {
    return buildAppPackage(folder, environment, served);
  }

  function rewrite(change: (text: string) => string): void {
    const file = path.join(folder, 'manifest.json');
    writeFileSync(file, change(readFileSync(file, 'utf8')));
  }

  it('holds manifest and icons with the ids of the environment', () => {
    const { zip, sampled } = build();
    expect(Object.keys(unzipSync(zip)).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
    const manifest = manifestOf(zip);
    expect(manifest.id).toBe(env.TEAMS_APP_ID);
    expect(manifest.bots.map(({ botId }) => botId)).toEqual([env.BOT_ID]);
    expect(manifest.developer.name).toBe(env.DEVELOPER_NAME);
    expect(sampled).toEqual([]);
  });

  it('has the version of the package and serves all three scopes', () => {
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;
    const manifest = manifestOf(build().zip);
    expect(manifest.version).toBe(version);
    expect(manifest.bots[0]?.scopes).toEqual(['personal', 'team', 'groupChat']);
  });

  it('is not named after the product it runs in', () => {
    const { name } = manifestOf(build().zip);
    expect(`${name.short} ${name.full}`).not.toMatch(/teams|microsoft/i);
  });

  it('is the same zip for the same files', () => {
    expect(build().zip).toEqual(build().zip);
  });

  it('says which values are samples', () => {
    expect(build({ ...env, BOT_ID: '' }).sampled).toEqual(['BOT_ID']);
  });

  it('is refused with everything that is wrong at once', () => {
    rewrite((text) => text.replace('"accentColor": "#4F52B2"', '"accentColor": "blue", "colour": "blue"'));
    copyFileSync(path.join(folder, 'color.png'), path.join(folder, 'outline.png'));
    expect(() => build({ ...env, BOT_ID: 'bot' })).toThrow(
      /\/ must NOT have additional properties[^]*\/accentColor must match[^]*\/bots\/0\/botId must match[^]*outline\.png is 192 x 192 pixels; it must be 32 x 32/,
    );
  });

  it('is refused when a placeholder has neither value nor sample', () => {
    rewrite((text) => text.replace('#4F52B2', '${{ACCENT}}'));
    expect(() => build()).toThrow('ACCENT isn’t set');
  });

  it('is written to the newest schema that can be checked here', () => {
    const schemas = path.join(root, 'node_modules/@microsoft/app-manifest/build/json-schemas/teams');
    const newest = Math.max(
      ...readdirSync(schemas)
        .flatMap((name) => /^v1\.(\d+)$/.exec(name)?.[1] ?? [])
        .map(Number),
    );
    expect(manifestOf(build().zip).manifestVersion).toBe(`1.${String(newest)}`);
  });

  it.each([
    [/"title": "faq"/, '"title": "wibble"', 'personal: the bot doesn\'t understand the command "wibble"'],
    [/"title": "my requests"/, '"title": "FAQ"', 'personal: the command "faq" is listed twice'],
    [
      /"title": "queue", "description": "Open/,
      '"title": "my requests", "description": "Open',
      'the command "my requests" works only in 1:1',
    ],
    [/"prompt": "FAQ"/, '"prompt": "Sing!"', 'the prompt "Sing!" isn\'t a starter in the content'],
    [
      /"team", "groupChat"\],\n {6}"supports/,
      '"team", "copilot"],\n      "supports',
      "the bot doesn't support the scope copilot",
    ],
    [/"validDomains": \[\]/, '"validDomains": ["*.example.com"]', 'the bot shows no page from there'],
    [
      /"permissions"/,
      '"composeExtensions": [{ "botId": "${{BOT_ID}}", "commands": [{ "id": "find", "title": "Find" }] }], "permissions"',
      "the bot doesn't handle the message extension command find",
    ],
  ])('is refused when it promises what the code does not do: %s', (what, instead, problem) => {
    rewrite((text) => text.replace(what, instead));
    expect(() => build()).toThrow(problem);
  });

  it('is refused when it leaves out a command of the message extension', () => {
    const more = { ...served, messageExtensionCommands: [...served.messageExtensionCommands, 'find'] };
    expect(() => buildAppPackage(folder, env, more)).toThrow('command find is missing from the manifest');
  });
});
