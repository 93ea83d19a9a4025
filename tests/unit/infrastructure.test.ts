/**
 * Checks what would be deployed, without Azure: Bicep by its grammar, the toolkit's files by their structure, and that
 * the names in them fit together. It can't show that Azure and the toolkit accept them; teamsapp/README.md says so.
 */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse as parseEnvironment } from 'dotenv';
import { parse } from 'yaml';
import { VARIABLES } from '../../src/config';
import { findProjectRoot } from '../../src/shared/project-root';
import { readBicep, type BicepFile } from '../support/bicep';

const root = findProjectRoot();
const teamsapp = path.join(root, 'teamsapp');
const infra = path.join(teamsapp, 'infra');
const read = (...names: string[]) => readFileSync(path.join(root, ...names), 'utf8');

let files: readonly BicepFile[];
let main: BicepFile;
beforeAll(async () => {
  files = await readBicep(infra);
  main = files.find(({ name }) => name === 'main.bicep')!;
});

describe('the Bicep files', () => {
  it('have no fault of syntax', () => {
    expect(files.length).toBeGreaterThan(1);
    expect(files.flatMap(({ name, faults }) => faults.map((fault) => `${name} ${fault}`))).toEqual([]);
  });

  it('use every parameter that they declare', () => {
    for (const { name, parameters, identifiers } of files)
      for (const parameter of parameters)
        expect([
          name,
          parameter.name,
          identifiers.filter((one) => one === parameter.name).length > 1,
        ]).toEqual([name, parameter.name, true]);
  });

  it('call modules that exist with what they want, and ask them for what they give', () => {
    const called = main.modules.map(({ file }) => file);
    expect(called.toSorted()).toEqual(
      files
        .map(({ name }) => name)
        .filter((name) => name !== 'main.bicep')
        .toSorted(),
    );
    for (const { symbol, file, passes } of main.modules) {
      const module = files.find(({ name }) => name === file)!;
      const required = module.parameters.filter(({ isRequired }) => isRequired).map(({ name }) => name);
      expect([file, module.parameters.map(({ name }) => name)]).toEqual([
        file,
        expect.arrayContaining([...passes]),
      ]);
      expect([file, passes]).toEqual([file, expect.arrayContaining(required)]);
      const asked = Array.from(
        main.text.matchAll(new RegExp(`\\b${symbol}\\.outputs\\.(\\w+)`, 'g')),
        ([, name]) => name,
      );
      expect([file, module.outputs]).toEqual([file, expect.arrayContaining(asked)]);
    }
  });

  it('make what the bot needs: its registration, a web app, a database, a vault, one identity and a place for logs', () => {
    const types = files.flatMap(({ resources }) => resources.map(({ type }) => type.split('@')[0]));
    for (const type of [
      'Microsoft.BotService/botServices',
      'Microsoft.Web/sites',
      'Microsoft.DBforPostgreSQL/flexibleServers',
      'Microsoft.KeyVault/vaults',
      'Microsoft.ManagedIdentity/userAssignedIdentities',
      'Microsoft.OperationalInsights/workspaces',
    ])
      expect(types.filter((one) => one === type)).toEqual([type]);
  });

  it('put everything into one region; only what Azure keeps globally says so', () => {
    for (const { name, resources } of files)
      for (const { type, location } of resources) {
        const isGlobal = /BotService|^channels|privateDnsZones|virtualNetworkLinks/.test(type);
        if (location !== undefined)
          expect([name, type, location]).toEqual([name, type, isGlobal ? "'global'" : 'location']);
      }
  });

  it('hold no secret: passwords are secure parameters without a default, and no output gives one away', () => {
    for (const { name, parameters, outputs, text } of files) {
      const secrets = parameters.filter(({ name: parameter }) => /password|secret/i.test(parameter));
      expect([name, secrets.filter(({ isSecure }) => !isSecure)]).toEqual([name, []]);
      for (const { name: secret } of secrets) {
        expect(text).not.toMatch(new RegExp(`param ${secret} string = '[^']`));
        expect(text).not.toMatch(new RegExp(`output \\w+ string = (?:.*\\$\\{)?${secret}\\b`));
      }
      expect(
        outputs.filter((output) => /password|secret/i.test(output) && !output.endsWith('Reference')),
      ).toEqual([]);
    }
  });

  it('give rights to one identity on one thing: to read the vault’s secrets', () => {
    const roles = files.flatMap(({ strings }) =>
      strings.filter((one) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(one)),
    );
    expect(roles).toEqual(['4633458b-17de-408a-b875-0445c86b69e6']);
  });
});

interface Parameters {
  readonly parameters: Readonly<Record<string, { readonly value: unknown }>>;
}

it('the parameters are those that the Bicep file has, and secrets come from the toolkit’s encrypted variables', () => {
  const { parameters } = JSON.parse(read('teamsapp', 'infra', 'main.parameters.json')) as Parameters;
  const declared = main.parameters.map(({ name }) => name);
  expect(declared).toEqual(expect.arrayContaining(Object.keys(parameters)));
  for (const { name, isRequired, isSecure } of main.parameters) {
    const value = parameters[name]?.value;
    if (isRequired) expect([name, value]).toEqual([name, expect.any(String)]);
    if (isSecure && value !== undefined)
      expect([name, value]).toEqual([name, expect.stringMatching(/^\$\{\{SECRET_\w+\}\}$/)]);
  }
});

describe('the process in Azure', () => {
  const web = read('teamsapp', 'infra', 'web.bicep');

  it('is started without npm, and has the time that a stop takes', () => {
    expect(web).toContain("appCommandLine: 'node dist/src/index.js'");
    const [, seconds] = /WEBSITES_CONTAINER_STOP_TIME_LIMIT: '(\d+)'/.exec(web) ?? [];
    expect(Number(seconds)).toBeGreaterThanOrEqual(20);
  });

  it('gets every variable that somebody sets, and only by names that it reads', () => {
    expect(main.text).toMatch(/settings: union\(settings, \{/);
    expect(web).toMatch(/properties: union\(settings, \{/);
    const { parameters } = JSON.parse(read('teamsapp', 'infra', 'main.parameters.json')) as {
      parameters: { settings: { value: object } };
    };
    const named = [...main.text.matchAll(/^ {6}([A-Z_]+): /gm)].map(([, name = '']) => name);
    for (const name of [...named, ...Object.keys(parameters.settings.value)])
      expect(VARIABLES).toContain(name);
  });
});

describe.each(['dev', 'local'])('the toolkit’s file of the environment %s', (environment) => {
  const file = environment === 'local' ? 'teamsapp.local.yml' : 'teamsapp.yml';
  const text = read('teamsapp', file);

  it('reads env/, and names only files that there are', () => {
    const project = parse(text) as { version: string; environmentFolderPath: string };
    expect(existsSync(path.join(teamsapp, project.environmentFolderPath))).toBe(true);
    const named = Array.from(text.matchAll(/: (\.\/(?!build\b)[\w./-]+)$/gm), ([, name = '']) => name);
    const from = (name: string) => [path.join(teamsapp, name), path.join(root, name)];
    expect(named.filter((name) => !from(name).some((one) => existsSync(one)))).toEqual([]);
  });

  it('uses only variables that the environment has, the toolkit gives, or a step before wrote', () => {
    // The toolkit reads only env/.env.<environment> and its .user file.
    const settings = read(environment === 'local' ? 'env/.env.local.example' : 'env/.env.dev');
    const known = new Set([
      ...Object.keys(parseEnvironment(settings)),
      ...Array.from(settings.matchAll(/^# .*\b(SECRET_[A-Z_]+)/gm), ([, name = '']) => name),
      ...main.outputs,
      ...Array.from(text.matchAll(/^ {6}\w+: ([A-Z][A-Z0-9_]+)$/gm), ([, name = '']) => name),
      'TEAMSFX_ENV',
    ]);
    const parameters = environment === 'local' ? '' : read('teamsapp', 'infra', 'main.parameters.json');
    const all = `${text}${parameters}${read('teamsapp', 'manifest.json')}`;
    const used = Array.from(all.matchAll(/\$\{\{(\w+)\}\}/g), ([, name = '']) => name);
    expect(used.filter((name) => !known.has(name))).toEqual([]);
  });
});

it('no file that is committed sets a secret', () => {
  const committed = readdirSync(path.join(root, 'env')).filter(
    (name) => !name.endsWith('.user') && name !== '.env.local',
  );
  for (const name of committed)
    for (const [variable, value] of Object.entries(parseEnvironment(read('env', name))))
      if (/PASSWORD|SECRET|DATABASE_URL/.test(variable))
        expect([name, variable, value]).toEqual([name, variable, '']);
});
